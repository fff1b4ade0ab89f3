import { type HouseEvents, mentionsNotified } from '@teahouse/contract';
import type { NoteRecord } from '../notes/index.ts';
import type { Answered } from './answered-comment.ts';

export interface CommentNews {
  commented: HouseEvents['note.commented'];
  mentioned: HouseEvents['member.mentioned'][];
}

/** Who is told of a new comment. Pure: one word to each, so whoever is answered is not told of the mention as well. */
export function newsOf(
  note: Pick<NoteRecord, 'id' | 'authorId'>,
  comment: { id: string; authorId: string },
  answered: Answered | undefined,
  mentionedIds: readonly string[],
  blocked: ReadonlySet<string>,
): CommentNews {
  const told = new Set([comment.authorId, note.authorId, answered?.authorId]);
  const mentioned = mentionedIds.filter((id) => !told.has(id) && !blocked.has(id)).slice(0, mentionsNotified);
  return {
    commented: {
      noteId: note.id,
      authorId: note.authorId,
      memberId: comment.authorId,
      commentId: comment.id,
      ...(answered ? { parentId: answered.id, parentAuthorId: answered.authorId } : {}),
    },
    mentioned: mentioned.map((memberId) => ({
      noteId: note.id,
      memberId,
      by: comment.authorId,
      commentId: comment.id,
    })),
  };
}
