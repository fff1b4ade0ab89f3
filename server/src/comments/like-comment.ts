import { type CommentId, type commentRoutes, type NoteId, Problem, type ResponseOf } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { retrying } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { getAnswered } from './answered-comment.ts';
import { deleteCommentLike, insertCommentLike } from './comment-writes.sql.ts';
import { selectComment } from './comments.sql.ts';
import type { ThreadReader } from './read-threads.ts';

type Parts = Readers & { threads: ThreadReader };
type LikeView = ResponseOf<typeof commentRoutes.like>;

export async function likeComment(
  deps: Pick<Deps, 'db' | 'clock'>,
  parts: Parts,
  actor: Actor,
  noteId: NoteId,
  commentId: CommentId,
): Promise<LikeView> {
  await parts.notes.getAnswerable(noteId, actor.memberId);
  await getAnswered(deps, parts, actor, noteId, commentId);
  const likeCount = await retrying(() =>
    insertCommentLike(deps.db, noteId, commentId, actor.memberId, dateOf(deps.clock)),
  );
  parts.threads.invalidate(noteId);
  return { likes: true, likeCount };
}

export async function unlikeComment(
  { db }: Pick<Deps, 'db'>,
  { notes, threads }: Parts,
  { memberId }: Actor,
  noteId: NoteId,
  commentId: CommentId,
): Promise<LikeView> {
  const note = await notes.findOpen(noteId, memberId);
  if (!note || !(await selectComment(db, noteId, commentId))) throw new Problem('not-found');
  const likeCount = await retrying(() => deleteCommentLike(db, noteId, commentId, memberId));
  threads.invalidate(noteId);
  return { likes: false, likeCount };
}
