import type { Tx } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { deleteStale } from '../upkeep/after-edit.sql.ts';
import { type MadeRow, selectMade } from './own-notes.sql.ts';

/** Takes translations of a note away, with what readers said about them. */
export async function forgetMade(
  { events }: Pick<Deps, 'events'>,
  tx: Tx,
  noteId: string,
  isGone: (made: MadeRow) => boolean,
): Promise<void> {
  const gone = (await selectMade(tx, noteId)).filter(isGone);
  if (gone.length === 0) return;
  await deleteStale(tx, noteId, gone);
  const keys = gone.map(({ address, language }) => ({ homeId: noteId, address, language }));
  await events.emit(tx, 'translation.changed', ...keys);
}
