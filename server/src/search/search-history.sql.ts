import { sql } from 'kysely';
import type { Db, Queryable } from '../platform/db/database.ts';

interface Search {
  memberId: string;
  queryKey: string;
  query: string;
  at: Date;
  day: string;
  /** Who it was, as a mark that cannot be read back and is forgotten with the day. */
  mark: string;
}

/** Keeps a search for its member, unless they switched that off, and counts it for the day. */
export async function insertSearch(db: Db, search: Search, mostKept: number): Promise<void> {
  const { memberId, queryKey, query, at, day, mark } = search;
  await sql`
    with keeper as (select id from member where id = ${memberId} and keeps_search_history),
    kept as (
      insert into search_history (member_id, query_key, query, at) select id, ${queryKey}, ${query}, ${at} from keeper
      on conflict (member_id, query_key) do update set query = excluded.query, at = excluded.at),
    forgotten as (
      delete from search_history where member_id = ${memberId} and query_key in (
        select query_key from search_history where member_id = ${memberId} order by at desc offset ${mostKept})),
    marked as (
      insert into search_day_member (day, query_key, mark) select ${day}::date, ${queryKey}, ${mark} from keeper
      on conflict (day, query_key, mark) do nothing returning mark)
    insert into search_day (day, query_key, query, searches, members)
    select ${day}::date, ${queryKey}, ${query}, 1, (select count(*) from marked) from keeper
    on conflict (day, query_key) do update
    set searches = search_day.searches + 1, members = search_day.members + excluded.members`.execute(db);
}

export async function selectRecent(
  db: Queryable,
  memberId: string,
  beginning: string,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('search_history')
    .select('query')
    .where('member_id', '=', memberId)
    .where('query_key', 'like', startingWith(beginning))
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.query);
}

/** What enough members sought since a day, most sought first. */
export async function selectSought(
  db: Queryable,
  beginning: string,
  sinceDay: string,
  leastMembers: number,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ query: string }>`
    select min(query) as query from search_day
    where day >= ${sinceDay} and query_key like ${startingWith(beginning)} and members >= ${leastMembers}
    group by query_key order by sum(members) desc, query_key limit ${limit}`.execute(db);
  return rows.map((row) => row.query);
}

export async function deleteHistory(db: Queryable, memberId: string, queryKey: string | undefined): Promise<void> {
  await db
    .deleteFrom('search_history')
    .where('member_id', '=', memberId)
    .$if(queryKey !== undefined, (query) => query.where('query_key', '=', queryKey ?? ''))
    .execute();
}

export async function deleteOldSearchDays(db: Db, day: string, marksDay: string): Promise<void> {
  await db.deleteFrom('search_day').where('day', '<', day).execute();
  await db.deleteFrom('search_day_member').where('day', '<', marksDay).execute();
}

function startingWith(beginning: string): string {
  return `${beginning.replace(/[\\%_]/g, '\\$&')}%`;
}
