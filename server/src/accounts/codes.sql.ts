import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

interface NewCode {
  id: string;
  now: Date;
  expiresAt: Date;
  secondsBetween: number;
  mostPerDay: number;
}

/** Replaces an address's code, unless the last one is too recent or the day's are used up. `created_at` begins the day. */
export async function upsertCode(db: Queryable, identifier: string, code: NewCode): Promise<boolean> {
  const { id, now, expiresAt, secondsBetween, mostPerDay } = code;
  const { rows } = await sql`
    insert into account_code as old (id, identifier, value, expires_at, created_at, updated_at)
    values (${id}, ${identifier}, ${id}, ${expiresAt}, ${now}, ${now})
    on conflict (identifier) do update set
      value = excluded.value, tries = 0, expires_at = excluded.expires_at, updated_at = excluded.updated_at,
      sent = case when old.created_at < excluded.created_at - interval '1 day' then 1 else old.sent + 1 end,
      created_at = case when old.created_at < excluded.created_at - interval '1 day' then excluded.created_at else old.created_at end
    where old.updated_at <= excluded.updated_at - make_interval(secs => ${secondsBetween})
      and (old.sent < ${mostPerDay} or old.created_at < excluded.created_at - interval '1 day')
    returning 1`.execute(db);
  return rows.length > 0;
}

export async function findNonce(db: Queryable, identifier: string, now: Date): Promise<string | undefined> {
  const row = await db
    .selectFrom('account_code')
    .select('value')
    .where('identifier', '=', identifier)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.value;
}

/** Counts a try; the code's value while tries are left. */
export async function countTry(
  db: Queryable,
  identifier: string,
  most: number,
  now: Date,
): Promise<string | undefined> {
  const row = await db
    .updateTable('account_code')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('identifier', '=', identifier)
    .where('tries', '<', most)
    .where('expires_at', '>', now)
    .returning('value')
    .executeTakeFirst();
  return row?.value;
}

export async function deleteCode(db: Queryable, identifier: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('account_code')
    .where('identifier', '=', identifier)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

export async function deleteOldCodes(db: Queryable, createdBefore: Date): Promise<void> {
  await db.deleteFrom('account_code').where('updated_at', '<', createdBefore).execute();
}

/** A challenge of a passkey ceremony is kept beside the codes: it, too, is good once and for a few minutes. */
export async function insertChallenge(db: Queryable, id: string, identifier: string, now: Date, expires_at: Date) {
  await db
    .insertInto('account_code')
    .values({ id, identifier, value: id, expires_at, created_at: now, updated_at: now })
    .execute();
}

export async function takeChallenge(db: Queryable, identifier: string, now: Date): Promise<boolean> {
  const row = await db
    .deleteFrom('account_code')
    .where('identifier', '=', identifier)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
