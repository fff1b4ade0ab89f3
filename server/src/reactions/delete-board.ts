import { type BoardId, Problem } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { deleteBoardRow, selectOwnBoardForUpdate } from './boards.sql.ts';
import { deleteCollectsOfBoard } from './collects.sql.ts';

export async function deleteBoard(
  { db }: Pick<Deps, 'db'>,
  { notes }: Pick<Readers, 'notes'>,
  { memberId }: Actor,
  boardId: BoardId,
): Promise<undefined> {
  const noteIds = await inTransaction(db, async (tx) => {
    const board = await selectOwnBoardForUpdate(tx, memberId, boardId);
    if (!board) throw new Problem('not-found');
    if (board.is_default) throw new Problem('conflict', 'The default board stays.');
    const collected = await deleteCollectsOfBoard(tx, memberId, boardId);
    await deleteBoardRow(tx, memberId, boardId);
    return collected;
  });
  for (const noteId of noteIds) notes.invalidateStats(noteId);
}
