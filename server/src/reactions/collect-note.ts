import { type BoardId, type NoteId, Problem, type ResponseOf, type reactionRoutes } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { retrying } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { insertDefaultBoard } from './boards.sql.ts';
import { type Collected, deleteCollect, insertCollect } from './collects.sql.ts';

/** Named a board, the note moves there; named none, it stays where it is or goes to the default board. */
export async function collectNote(
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>,
  { notes }: Pick<Readers, 'notes'>,
  { memberId }: Actor,
  noteId: NoteId,
  boardId: BoardId | undefined,
): Promise<ResponseOf<typeof reactionRoutes.collect>> {
  const { authorId } = await notes.getAnswerable(noteId, memberId);
  const at = dateOf(deps.clock);
  const collect = () => retrying(() => insertCollect(deps.db, { noteId, authorId, memberId }, boardId, at));
  let collected = await collect();
  if (collected.board_id === null && boardId === undefined && collected.is_there) {
    await insertDefaultBoard(deps.db, memberId, deps.ids.next(), at);
    collected = await collect();
  }
  if (!isDone(collected)) {
    notes.invalidate(noteId);
    throw new Problem('not-found');
  }
  if (collected.is_new) {
    deps.events.wake();
    notes.invalidateStats(noteId);
  }
  return { collects: true, collectCount: collected.collects, boardId: collected.board_id };
}

function isDone(collected: Collected): collected is Collected & { board_id: BoardId } {
  return collected.is_there && collected.board_id !== null;
}

export async function uncollectNote(
  { db }: Pick<Deps, 'db'>,
  { notes }: Pick<Readers, 'notes'>,
  { memberId }: Actor,
  noteId: NoteId,
): Promise<ResponseOf<typeof reactionRoutes.uncollect>> {
  const removed = await retrying(() => deleteCollect(db, noteId, memberId));
  if (!removed.isRemoved && !(await notes.findOpen(noteId, memberId))) throw new Problem('not-found');
  if (removed.isRemoved) notes.invalidateStats(noteId);
  return { collects: false, collectCount: removed.collects };
}
