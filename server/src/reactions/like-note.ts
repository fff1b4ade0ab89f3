import { type NoteId, Problem, type ResponseOf, type reactionRoutes } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { retrying } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { deleteLike, insertLike } from './likes.sql.ts';

type LikeView = ResponseOf<typeof reactionRoutes.like>;

export async function likeNote(
  { db, clock, events }: Pick<Deps, 'db' | 'clock' | 'events'>,
  { notes }: Pick<Readers, 'notes'>,
  { memberId }: Actor,
  noteId: NoteId,
): Promise<LikeView> {
  const { authorId } = await notes.getAnswerable(noteId, memberId);
  const liked = await retrying(() => insertLike(db, { noteId, authorId, memberId }, dateOf(clock)));
  if (liked.isGone) {
    notes.invalidate(noteId);
    throw new Problem('not-found');
  }
  if (liked.isNew) {
    events.wake();
    notes.invalidateStats(noteId);
  }
  return { likes: true, likeCount: liked.likes };
}

/** What a member gave they may take back, also after the note closed to them. */
export async function unlikeNote(
  { db }: Pick<Deps, 'db'>,
  { notes }: Pick<Readers, 'notes'>,
  { memberId }: Actor,
  noteId: NoteId,
): Promise<LikeView> {
  const unliked = await retrying(() => deleteLike(db, noteId, memberId));
  if (!unliked.isRemoved && !(await notes.findOpen(noteId, memberId))) throw new Problem('not-found');
  if (unliked.isRemoved) notes.invalidateStats(noteId);
  return { likes: false, likeCount: unliked.likes };
}
