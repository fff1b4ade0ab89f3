import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

/** A public note beside its author's words for it in another language. */
export interface PublicVersion {
  homeId: string;
  from: string;
  to: string;
  title: string;
  text: string;
  titleThere: string;
  textThere: string;
  isOutdated: boolean;
}

export function selectPublicVersions(db: Queryable, noteIds: readonly string[]): Promise<PublicVersion[]> {
  return db
    .selectFrom('note_version as version')
    .innerJoin('note', 'note.id', 'version.note_id')
    .select([
      'note.id as homeId',
      'note.language as from',
      'version.language as to',
      'note.title',
      'note.text',
      'version.title as titleThere',
      'version.text as textThere',
      sql<boolean>`version.for_version < note.version`.as('isOutdated'),
    ])
    .where('note.id', 'in', [...noteIds])
    .where('note.compliance', '=', 'allowed')
    .where('note.deleted_at', 'is', null)
    .orderBy('note.id')
    .execute();
}
