import type { NoteVersion } from '@teahouse/contract';
import type { Queryable } from '../platform/db/database.ts';

/** The author's own words in other languages, by language. */
export function selectNoteVersions(db: Queryable, noteIds: readonly string[]) {
  return db
    .selectFrom('note_version')
    .selectAll()
    .where('note_id', 'in', [...noteIds])
    .orderBy('language')
    .$narrowType<Pick<NoteVersion, 'language'>>()
    .execute();
}

export type NoteVersionRow = Awaited<ReturnType<typeof selectNoteVersions>>[number];

interface VersionedNote {
  id: string;
  /** The note's version these words belong to. */
  version: number;
  at: Date;
}

/** All versions at once: what is not given any more is gone. */
export async function replaceNoteVersions(tx: Queryable, note: VersionedNote, versions: readonly NoteVersion[]) {
  await tx.deleteFrom('note_version').where('note_id', '=', note.id).execute();
  if (versions.length > 0) await putNoteVersions(tx, note, versions);
}

export async function putNoteVersions(
  tx: Queryable,
  { id, version, at }: VersionedNote,
  versions: readonly NoteVersion[],
) {
  await tx
    .insertInto('note_version')
    .values(versions.map((given) => ({ ...given, note_id: id, for_version: version, updated_at: at })))
    .onConflict((conflict) =>
      conflict.columns(['note_id', 'language']).doUpdateSet((eb) => ({
        title: eb.ref('excluded.title'),
        text: eb.ref('excluded.text'),
        for_version: eb.ref('excluded.for_version'),
        updated_at: eb.ref('excluded.updated_at'),
      })),
    )
    .execute();
}

/** False when there was none. */
export async function deleteNoteVersion(tx: Queryable, noteId: string, language: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('note_version')
    .where('note_id', '=', noteId)
    .where('language', '=', language)
    .returning('note_id')
    .executeTakeFirst();
  return gone !== undefined;
}
