import type { NotificationView } from '@teahouse/contract';
import type { MemberRelations } from '../follows/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { type Material, notificationView } from './notification-view.ts';
import {
  type NotificationRow,
  selectQuotedComments,
  selectTouchedLines,
  type TouchedLine,
} from './notifications.sql.ts';

export interface NotificationReader {
  /** Views in order of the rows, each as its own member sees it. */
  views(rows: readonly NotificationRow[]): Promise<{ memberId: string; view: NotificationView }[]>;
  viewsOf(touched: readonly TouchedLine[]): Promise<{ memberId: string; view: NotificationView }[]>;
}

export function createNotificationReader(
  { db }: Pick<Deps, 'db'>,
  { members, notes, relations }: Readers,
): NotificationReader {
  async function loadMaterial(rows: readonly NotificationRow[]): Promise<Material> {
    const commentIds = rows.flatMap((row) => row.comment_id ?? []);
    const [people, records, comments] = await Promise.all([
      members.summaries(rows.flatMap((row) => row.actor_ids)),
      notes.records(rows.flatMap((row) => row.note_id ?? [])),
      commentIds.length > 0 ? selectQuotedComments(db, commentIds) : [],
    ]);
    return { members: people, notes: records, comments: new Map(comments.map((comment) => [comment.id, comment])) };
  }

  async function loadRelations(rows: readonly NotificationRow[]): Promise<Map<string, MemberRelations>> {
    const ids = [...new Set(rows.map((row) => row.member_id))];
    return new Map(await Promise.all(ids.map(async (id) => [id, await relations.of(id)] as const)));
  }

  async function views(rows: readonly NotificationRow[]) {
    const [material, relationOf] = await Promise.all([loadMaterial(rows), loadRelations(rows)]);
    return rows.flatMap((row) => {
      const relation = relationOf.get(row.member_id);
      return relation ? [{ memberId: row.member_id, view: notificationView(row, material, relation) }] : [];
    });
  }

  return { views, viewsOf: async (touched) => views(await selectTouchedLines(db, touched)) };
}
