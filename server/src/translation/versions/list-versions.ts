import type { ResponseOf, translationRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { selectNoteVersions } from '../../notes/index.ts';
import type { Deps } from '../../platform/deps.ts';
import { getOwnNote } from './get-own-note.ts';

type ListRoute = typeof translationRoutes.listVersions;

export async function listVersions(
  deps: Pick<Deps, 'db'>,
  { params, actor }: Input<ListRoute>,
): Promise<ResponseOf<ListRoute>> {
  const note = await getOwnNote(deps, params.noteId, actor.memberId);
  const rows = await selectNoteVersions(deps.db, [note.id]);
  return {
    items: rows.map((row) => ({
      language: row.language,
      title: row.title,
      text: row.text,
      isOutdated: row.for_version < note.version,
      updatedAt: row.updated_at.toISOString(),
    })),
  };
}
