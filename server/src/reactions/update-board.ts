import { type BoardId, type BoardView, type BodyOf, type boardRoutes, Problem } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { boardViews } from './board-view.ts';
import { selectBoard, updateBoardRow } from './boards.sql.ts';

export async function updateBoard(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { notes }: Pick<Readers, 'notes'>,
  { memberId }: Actor,
  boardId: BoardId,
  { name, isOpen }: BodyOf<typeof boardRoutes.update>,
): Promise<BoardView> {
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(isOpen === undefined ? {} : { is_open: isOpen }),
    updated_at: dateOf(clock),
  };
  const isMine = await updateBoardRow(db, memberId, boardId, change);
  const row = isMine ? await selectBoard(db, boardId) : undefined;
  const [view] = row ? await boardViews(notes, [row], memberId) : [];
  if (!view) throw new Problem('not-found');
  return view;
}
