import { type MediaView, Problem } from '@teahouse/contract';
import type { Tx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { CommentNews } from './comment-news.ts';
import {
  countComments,
  countReply,
  insertComment,
  insertCommentMentions,
  insertCommentPictures,
  type NewComment,
} from './comment-writes.sql.ts';
import type { CommentParts } from './index.ts';

/** A checked comment with everything that is written along with it. */
export interface DraftedComment {
  comment: NewComment;
  pictures: readonly { mediaId: string; alt: string }[];
  media: readonly MediaView[];
  mentionedIds: readonly string[];
  /** What the word bank found: the comment is held. */
  terms: readonly string[];
  news: CommentNews;
}

/** A held comment is news for moderators; an open one for everyone it concerns. */
export async function writeComment(
  { events }: Pick<Deps, 'events'>,
  { holdForReview }: Pick<CommentParts, 'holdForReview'>,
  tx: Tx,
  { comment, pictures, media, mentionedIds, terms, news }: DraftedComment,
): Promise<void> {
  if (!(await insertOnce(tx, comment))) return;
  await countNew(tx, comment);
  await insertCommentPictures(tx, comment, pictures);
  await insertCommentMentions(tx, comment.noteId, comment.id, mentionedIds);
  if (comment.compliance === 'held') {
    const { id, noteId, authorId, text, language } = comment;
    const pictureUrls = media.flatMap(({ url, widths }) => widths.slice(-1).map((width) => `${url}-${width}.webp`));
    const words = { text, language, pictureUrls, terms };
    await holdForReview(tx, { subjectKind: 'comment', subjectId: id, noteId, authorId, ...words });
    return;
  }
  await events.emit(tx, 'note.commented', news.commented);
  await events.emit(tx, 'member.mentioned', ...news.mentioned);
}

/** False when a repeated request finds its comment in place. */
async function insertOnce(tx: Tx, comment: NewComment): Promise<boolean> {
  const outcome = await insertComment(tx, comment);
  if (outcome === 'gone') throw new Problem('not-found');
  return outcome === 'added';
}

/** Held comments do not count until they are released. */
async function countNew(tx: Tx, { noteId, parentId, compliance }: NewComment): Promise<void> {
  const count = compliance === 'allowed' ? 1 : 0;
  const root = parentId === undefined ? undefined : await countReply(tx, noteId, parentId, count);
  if (parentId !== undefined && !root) throw new Problem('not-found');
  await countComments(tx, noteId, root === undefined || root.compliance === 'allowed' ? count : 0);
}
