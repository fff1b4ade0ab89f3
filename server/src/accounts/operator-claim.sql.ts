import type { Role } from '@teahouse/contract';
import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

const key = 'operator-claim';

export async function hasOperator(db: Queryable): Promise<boolean> {
  const row = await db
    .selectFrom('member')
    .select('id')
    .where('role', '=', 'operator')
    .where('state', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertOperatorToken(db: Queryable, hash: string, updated_at: Date): Promise<void> {
  const value = JSON.stringify({ hash });
  await db
    .insertInto('setting')
    .values({ key, value, updated_at })
    .onConflict((c) => c.column('key').doUpdateSet({ value, updated_at }))
    .execute();
}

/** Removes the token when the hash is right; of several at once, one succeeds. */
export async function deleteOperatorToken(db: Queryable, hash: string): Promise<boolean> {
  const { rows } = await sql`
    delete from setting where key = ${key} and value ->> 'hash' = ${hash} returning 1`.execute(db);
  return rows.length > 0;
}

export async function setMemberRole(db: Queryable, memberId: string, role: Role, now: Date): Promise<void> {
  await db.updateTable('member').set({ role, updated_at: now }).where('id', '=', memberId).execute();
}
