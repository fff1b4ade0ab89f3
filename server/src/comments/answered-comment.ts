import { type CommentId, type NoteId, Problem } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { selectPlaceOfComment } from './comments.sql.ts';

/** The comment that is answered, and the root both stand under. */
export interface Answered {
  id: CommentId;
  rootId: string;
  authorId: string;
}

/** The comment a member wants to answer or like; a Problem when they may not. */
export async function getAnswered(
  { db }: Pick<Deps, 'db'>,
  { members, relations }: Readers,
  { memberId }: Actor,
  noteId: NoteId,
  id: CommentId,
): Promise<Answered> {
  const comment = await selectPlaceOfComment(db, id);
  if (!comment) throw new Problem('not-found');
  if (comment.note_id !== noteId) {
    throw new Problem('invalid-request', undefined, { fields: [{ pointer: '/body/parentId', message: 'other-note' }] });
  }
  const [known, { blocked }] = await Promise.all([members.summaries([comment.author_id]), relations.of(memberId)]);
  const isOpen = comment.compliance === 'allowed' && (comment.root_compliance ?? 'allowed') === 'allowed';
  if (known.get(comment.author_id)?.state !== 'active' || !(isOpen || comment.author_id === memberId))
    throw new Problem('not-found');
  if (blocked.has(comment.author_id)) throw new Problem('blocked-by-member');
  return { id, rootId: comment.parent_id ?? id, authorId: comment.author_id };
}
