import type { NoteRecord } from '../notes/index.ts';
import type { Queryable } from '../platform/db/database.ts';

export type NotInterestedReason = 'note' | 'author' | 'topic' | 'language';

export async function upsertNotInterested(
  db: Queryable,
  memberId: string,
  note: Pick<NoteRecord, 'id' | 'authorId' | 'topicIds' | 'language'>,
  reason: NotInterestedReason,
  at: Date,
): Promise<void> {
  await db
    .insertInto('not_interested')
    .values({
      member_id: memberId,
      note_id: note.id,
      reason,
      author_id: note.authorId,
      topic_ids: note.topicIds,
      language: note.language,
      at,
    })
    .onConflict((conflict) => conflict.columns(['member_id', 'note_id']).doUpdateSet({ reason, at }))
    .execute();
}

export async function deleteNotInterested(db: Queryable, memberId: string, noteId: string): Promise<void> {
  await db.deleteFrom('not_interested').where('member_id', '=', memberId).where('note_id', '=', noteId).execute();
}
