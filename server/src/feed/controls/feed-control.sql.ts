import { type Insertable, sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import type { FeedControlTable } from '../../platform/db/schema/traffic.ts';

export interface ControlRow {
  foreign_share: number | null;
  newcomers: FeedControlTable['newcomers']['__select__'];
  exploration: FeedControlTable['exploration']['__select__'];
  is_personal: boolean;
  home: FeedControlTable['home']['__select__'];
  restored_day: string | null;
  spared: number;
}

/** What a member said of their feed, or what holds for members who said nothing. */
export async function selectControl(db: Queryable, memberId: string): Promise<ControlRow> {
  const { rows } = await sql<ControlRow>`
    select foreign_share, coalesce(newcomers, 'usual') as newcomers, coalesce(exploration, 'usual') as exploration,
      coalesce(is_personal, true) as is_personal, coalesce(home, 'discover') as home, restored_day,
      (select count(*) from not_interested where member_id = ${memberId}) as spared
    from (select) as nothing left join feed_control on member_id = ${memberId}`.execute(db);
  return rows[0] as ControlRow;
}

type Said = Omit<Partial<Insertable<FeedControlTable>>, 'member_id' | 'updated_at'>;

export async function upsertControl(db: Queryable, memberId: string, said: Said, at: Date): Promise<void> {
  const columns = { ...said, updated_at: at };
  await db
    .insertInto('feed_control')
    .values({ member_id: memberId, ...columns })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(columns))
    .execute();
}

/** Answers whether there was a restoring to take back. */
export async function forgetRestoring(db: Queryable, memberId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('feed_control')
    .set({ restored_day: null, updated_at: at })
    .where('member_id', '=', memberId)
    .where('restored_day', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Every wish goes except two that taught nothing: the feed that opens first, and that it must not learn. */
export async function forgetWishes(db: Queryable, memberId: string, at: Date): Promise<void> {
  await upsertControl(db, memberId, { ...unsaid, searches_forgotten_at: at }, at);
  for (const table of ['feed_topic_intensity', 'feed_usual_day', 'not_interested'] as const)
    await db.deleteFrom(table).where('member_id', '=', memberId).execute();
}

const unsaid = { foreign_share: null, newcomers: 'usual', exploration: 'usual', restored_day: null } as const;
