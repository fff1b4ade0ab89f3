import type { ResponseOf, translationRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import type { NoteReader } from '../../notes/index.ts';
import type { Deps } from '../../platform/deps.ts';
import { getOwnNote } from '../versions/get-own-note.ts';
import type { ReadingCounter } from './reading-counter.ts';

type ReadersRoute = typeof translationRoutes.readers;

/** In which languages one's own note is read. Only numbers: who they are stays unknown. */
export async function readReaders(
  deps: Pick<Deps, 'db'>,
  { notes, readers }: { notes: Pick<NoteReader, 'stats'>; readers: ReadingCounter },
  { params, actor }: Input<ReadersRoute>,
): Promise<ResponseOf<ReadersRoute>> {
  const note = await getOwnNote(deps, params.noteId, actor.memberId);
  await readers.flush();
  const [stats, byLanguage] = await Promise.all([notes.stats([note.id]), countByLanguage(deps, note.id)]);
  return {
    views: stats.get(note.id)?.views ?? 0,
    translatedViews: byLanguage.reduce((sum, { viewers }) => sum + viewers, 0),
    byLanguage,
  };
}

async function countByLanguage({ db }: Pick<Deps, 'db'>, noteId: string) {
  const rows = await db
    .selectFrom('translation_reader')
    .select((eb) => ['language', eb.fn.countAll<number>().as('viewers')])
    .where('note_id', '=', noteId)
    .groupBy('language')
    .orderBy('viewers', 'desc')
    .execute();
  return rows.map(({ language, viewers }) => ({ language, viewers: Number(viewers) }));
}
