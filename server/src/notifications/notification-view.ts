import type { CommentId, NotificationId, NotificationView } from '@teahouse/contract';
import type { MemberRelations } from '../follows/index.ts';
import type { MemberSummary } from '../members/index.ts';
import type { NoteRecord } from '../notes/index.ts';
import type { NotificationRow, QuotedComment } from './notifications.sql.ts';

/** What lines speak of, by id. */
export interface Material {
  members: ReadonlyMap<string, MemberSummary>;
  notes: ReadonlyMap<string, NoteRecord>;
  comments: ReadonlyMap<string, QuotedComment>;
}

/** Pure. A line stays when what it speaks of is gone; it only says less. */
export function notificationView(
  row: NotificationRow,
  material: Material,
  { blocked, mutes }: MemberRelations,
): NotificationView {
  const note = noteOf(row, material);
  const comment = note && commentOf(row, material);
  return {
    id: row.id as NotificationId,
    kind: row.kind,
    actors: row.actor_ids.flatMap((id) => {
      const summary = material.members.get(id);
      return summary?.state === 'active' && !blocked.has(id) && !mutes.has(id) ? [summary.view] : [];
    }),
    actorCount: row.actor_count,
    ...(note ? { note } : {}),
    ...(comment ? { comment } : {}),
    ...(row.message ? { message: row.message } : {}),
    isRead: row.read_at !== null,
    at: row.at.toISOString(),
  };
}

function noteOf(row: NotificationRow, { notes }: Material): NotificationView['note'] {
  const note = row.note_id === null ? undefined : notes.get(row.note_id);
  if (!note || note.isDeleted) return undefined;
  const isOpen = note.compliance === 'allowed' || note.compliance === 'limited';
  if (!isOpen && note.authorId !== row.member_id) return undefined;
  const coverUrl = coverUrlOf(note.cover);
  return { id: note.id, title: note.title, language: note.language, ...(coverUrl ? { coverUrl } : {}) };
}

function coverUrlOf(cover: NoteRecord['cover']): string | undefined {
  if (cover.kind === 'text') return undefined;
  const [smallest] = cover.picture.widths;
  return smallest === undefined ? undefined : `${cover.picture.url}-${smallest}.webp`;
}

function commentOf(row: NotificationRow, { comments }: Material): NotificationView['comment'] {
  const comment = row.comment_id === null ? undefined : comments.get(row.comment_id);
  if (!comment || (comment.compliance !== 'allowed' && comment.author_id !== row.member_id)) return undefined;
  return { id: comment.id as CommentId, text: comment.text, language: comment.language };
}
