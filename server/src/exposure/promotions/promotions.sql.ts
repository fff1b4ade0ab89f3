import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

export interface PromotionPosition {
  at: Date;
  id: string;
}

/** With the title of its note and the handle of its author; both are empty once they are erased. */
function promotions(db: Queryable) {
  return db
    .selectFrom('promotion')
    .leftJoin('note', 'note.id', 'promotion.note_id')
    .leftJoin('member', 'member.id', 'note.author_id')
    .select([
      'promotion.id',
      'promotion.note_id',
      'promotion.payer',
      'promotion.impressions',
      'promotion.delivered',
      'promotion.starts_at',
      'promotion.ends_at',
      'promotion.stopped_at',
      'note.title',
      'member.handle',
    ]);
}

/** Newest first. */
export function selectPromotions(db: Queryable, after: PromotionPosition | undefined, limit: number) {
  return promotions(db)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(starts_at, promotion.id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('starts_at', 'desc')
    .orderBy('promotion.id', 'desc')
    .limit(limit)
    .execute();
}

export type PromotionRow = Awaited<ReturnType<typeof selectPromotions>>[number];

export function selectPromotion(db: Queryable, id: string): Promise<PromotionRow | undefined> {
  return promotions(db).where('promotion.id', '=', id).executeTakeFirst();
}

interface NewPromotion {
  id: string;
  note_id: string;
  payer: string;
  impressions: number;
  starts_at: Date;
  ends_at: Date;
  created_by: string;
}

/** False when a promotion of this id is there already. */
export async function insertPromotion(db: Queryable, promotion: NewPromotion): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('promotion')
    .values(promotion)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}

/** The note of a promotion that was not stopped before; undefined when there is none. */
export async function markStopped(db: Queryable, id: string, at: Date): Promise<{ noteId: string } | undefined> {
  const row = await db
    .updateTable('promotion')
    .set({ stopped_at: at })
    .where('id', '=', id)
    .where('stopped_at', 'is', null)
    .returning('note_id')
    .executeTakeFirst();
  return row && { noteId: row.note_id };
}
