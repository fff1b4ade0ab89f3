import { type BoardView, type BodyOf, type boardRoutes, Problem } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { boardViews } from './board-view.ts';
import { countBoards, insertBoard, lockBoards, selectBoard } from './boards.sql.ts';

const mostBoards = 200;

export async function createBoard(
  { db, clock, ids }: Pick<Deps, 'db' | 'clock' | 'ids'>,
  { notes }: Pick<Readers, 'notes'>,
  { memberId }: Actor,
  { name, isOpen }: BodyOf<typeof boardRoutes.create>,
  reservedId: string | undefined,
): Promise<BoardView> {
  const id = reservedId ?? ids.next();
  const row = await inTransaction(db, async (tx) => {
    await lockBoards(tx, memberId);
    const made = await selectBoard(tx, id);
    if (made) return made;
    if ((await countBoards(tx, memberId)) >= mostBoards)
      throw new Problem('conflict', `There is room for ${mostBoards} boards.`);
    await insertBoard(tx, { id, memberId, name, isOpen, at: dateOf(clock) });
    return selectBoard(tx, id);
  });
  const [view] = row ? await boardViews(notes, [row], memberId) : [];
  if (!view) throw new Problem('not-found');
  return view;
}
