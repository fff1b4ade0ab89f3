import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

export interface ActiveDay {
  member: string;
  day: string;
}

/** Notes the days on which members were here; ids that are no member's are left out, and of old days only the newest are kept. */
export async function insertUsualDays(db: Queryable, days: readonly ActiveDay[], mostKept: number): Promise<void> {
  await sql`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as given (member uuid, day date)),
    forgotten as (
      delete from feed_usual_day using (
        select member.id, (
          select day from feed_usual_day where member_id = member.id order by day desc offset ${mostKept} limit 1) as last
        from member where id in (select member from given)) as old
      where member_id = old.id and day <= old.last)
    insert into feed_usual_day (member_id, day)
    select member.id, day from given join member on member.id = given.member where state = 'active'
    on conflict do nothing`.execute(db);
}

/** Newest first. */
export async function selectUsualDays(
  db: Queryable,
  memberId: string,
  before: string,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('feed_usual_day')
    .select('day')
    .where('member_id', '=', memberId)
    .where('day', '<', before)
    .orderBy('day', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.day);
}
