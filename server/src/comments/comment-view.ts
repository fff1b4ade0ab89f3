import type { CommentId, CommentView, LanguageTag, NoteId } from '@teahouse/contract';
import type { MemberRelations } from '../follows/index.ts';
import { mediaView } from '../media/index.ts';
import type { MemberSummary } from '../members/index.ts';
import type { CommentRow } from './comments.sql.ts';

/** Everything about the reader that decides what they see of a comment. */
export interface CommentViewer {
  id: string | undefined;
  relation: MemberRelations;
  noteAuthorId: string | undefined;
  members: ReadonlyMap<string, MemberSummary>;
  likes: ReadonlySet<string>;
}

/** Who may read a comment. Pure. Authors see their own, also while it is held. */
export function isCommentVisible(
  comment: Pick<CommentRow, 'author_id' | 'compliance'>,
  { id, relation, members }: Pick<CommentViewer, 'id' | 'relation' | 'members'>,
): boolean {
  const author = members.get(comment.author_id);
  if (author?.state !== 'active') return false;
  if (comment.author_id === id) return true;
  return (
    comment.compliance === 'allowed' &&
    !relation.blocked.has(comment.author_id) &&
    !relation.mutes.has(comment.author_id)
  );
}

/** Undefined when this viewer may not read it. */
export function commentView(row: CommentRow, viewer: CommentViewer): CommentView | undefined {
  const author = viewer.members.get(row.author_id);
  if (!author || !isCommentVisible(row, viewer)) return undefined;
  const answered = nameOf(viewer, row.answered_id);
  return {
    id: row.id as CommentId,
    noteId: row.note_id as NoteId,
    ...(row.parent_id ? { parentId: row.parent_id as CommentId } : {}),
    author: author.view,
    text: row.text,
    language: row.language as LanguageTag,
    languages: row.languages,
    pictures: picturesOf(row),
    mentions: row.mention_ids.flatMap((id) => nameOf(viewer, id) ?? []),
    ...(answered ? { replyTo: answered } : {}),
    likeCount: row.likes,
    replyCount: row.replies,
    isPinned: row.is_pinned,
    isByNoteAuthor: row.author_id === viewer.noteAuthorId,
    createdAt: row.created_at.toISOString(),
    compliance: row.compliance,
    ...(viewer.id ? { viewer: marksOf(row, viewer, viewer.id) } : {}),
  };
}

function marksOf(row: CommentRow, viewer: CommentViewer, viewerId: string): CommentView['viewer'] {
  return {
    likes: viewer.likes.has(row.id),
    canDelete: row.author_id === viewerId || viewer.noteAuthorId === viewerId,
  };
}

function nameOf({ members }: CommentViewer, id: string | null): { handle: string; name: string } | undefined {
  const summary = id === null ? undefined : members.get(id);
  return summary?.state === 'active' ? { handle: summary.view.handle, name: summary.view.name } : undefined;
}

function picturesOf({ pictures }: CommentRow): CommentView['pictures'] {
  return (pictures ?? []).flatMap((picture) => {
    const view = mediaView(picture);
    return view ? [{ ...view, alt: picture.alt }] : [];
  });
}
