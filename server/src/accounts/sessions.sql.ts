import { sql } from 'kysely';
import { markHere } from '../members/index.ts';
import type { Queryable } from '../platform/db/database.ts';

/** Sessions with what a request needs to know of their members. */
export function selectSessions(db: Queryable, tokens: readonly string[]) {
  return db
    .selectFrom('account_session')
    .innerJoin('member', 'member.id', 'account_session.user_id')
    .select([
      'account_session.id',
      'account_session.token',
      'account_session.expires_at',
      'account_session.updated_at as seen_at',
      'member.id as member_id',
      'member.handle',
      'member.role',
      'member.languages_read',
    ])
    .where('account_session.token', 'in', [...tokens])
    .where('member.state', '=', 'active')
    .execute();
}

export type SessionRow = Awaited<ReturnType<typeof selectSessions>>[number];

/** Marks sessions as in use, and their members as here today: after a long absence, as back. */
export async function touchSessions(db: Queryable, ids: readonly string[], at: Date): Promise<void> {
  await sql`
    with touched as (update account_session set updated_at = ${at} where id = any(${[...ids]}) returning user_id)
    ${markHere(sql`id in (select user_id from touched)`, at)}`.execute(db);
}

export function selectSessionsOfMember(db: Queryable, memberId: string, now: Date, seenSince: Date) {
  return db
    .selectFrom('account_session')
    .select(['id', 'user_agent', 'created_at', 'updated_at'])
    .where('user_id', '=', memberId)
    .where('expires_at', '>', now)
    .where('updated_at', '>', seenSince)
    .orderBy('updated_at', 'desc')
    .limit(100)
    .execute();
}

export async function deleteSessionByToken(db: Queryable, token: string): Promise<void> {
  await db.deleteFrom('account_session').where('token', '=', token).execute();
}

export async function deleteSessionById(db: Queryable, memberId: string, id: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('account_session')
    .where('id', '=', id)
    .where('user_id', '=', memberId)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

export async function deleteSessionsOf(db: Queryable, memberId: string, exceptId?: string): Promise<void> {
  await db
    .deleteFrom('account_session')
    .where('user_id', '=', memberId)
    .$if(exceptId !== undefined, (query) => query.where('id', '<>', exceptId ?? ''))
    .execute();
}

/** A member keeps at most this many sessions; the longest unseen ones end. */
export async function trimSessions(db: Queryable, memberId: string, most: number): Promise<void> {
  await sql`
    delete from account_session where user_id = ${memberId} and id not in (
      select id from account_session where user_id = ${memberId} order by updated_at desc limit ${most})`.execute(db);
}

export async function deleteEndedSessions(db: Queryable, now: Date, seenBefore: Date): Promise<void> {
  await db
    .deleteFrom('account_session')
    .where((where) => where.or([where('expires_at', '<', now), where('updated_at', '<', seenBefore)]))
    .execute();
}
