import { type RawBuilder, sql } from 'kysely';
import { dayOf } from '../platform/db/day-partitions.sql.ts';

/** A newcomer for this long after joining, returning for as long after coming back. */
export const newForDays = 30;
/** Longer away, and a member is welcomed back. */
const awayForDays = 60;

/** Group of a row of `member` under this name in a statement: newcomer, returning or native. */
export function memberGroup(member: string, now: Date): RawBuilder<string> {
  const since = new Date(now.getTime() - newForDays * 86_400_000);
  return sql<string>`case when ${sql.ref(`${member}.joined_at`)} > ${since}::timestamptz then 'newcomer'
    when ${sql.ref(`${member}.returned_at`)} > ${since}::timestamptz then 'returning' else 'native' end`;
}

/** Part of a statement: notes, once a day, that members are here; after a long absence, that they are back. */
export function markHere(which: RawBuilder<unknown>, at: Date): RawBuilder<unknown> {
  const today = sql`${dayOf(at.getTime())}::date`;
  return sql`update member set seen_day = ${today},
      returned_at = case when seen_day < ${today} - ${awayForDays}::integer then ${at}::timestamptz else returned_at end
    where ${which} and (seen_day is null or seen_day < ${today})`;
}
