import { type Insertable, sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';
import type { PasskeyTable } from '../platform/db/schema/accounts.ts';

export function selectPasskeys(db: Queryable, memberId: string) {
  return db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at', 'credential_id', 'transports'])
    .where('member_id', '=', memberId)
    .orderBy('created_at')
    .limit(100)
    .execute();
}

export async function insertPasskey(db: Queryable, passkey: Insertable<PasskeyTable>): Promise<boolean> {
  const row = await db
    .insertInto('passkey')
    .values(passkey)
    .onConflict((c) => c.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export function findPasskey(db: Queryable, credentialId: string) {
  return db
    .selectFrom('passkey')
    .innerJoin('member', 'member.id', 'passkey.member_id')
    .select(['passkey.id', 'passkey.member_id', 'public_key', 'counter', 'transports', 'member.state'])
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
}

export async function setPasskeyUsed(db: Queryable, id: string, counter: number, at: Date): Promise<void> {
  await db.updateTable('passkey').set({ counter, used_at: at }).where('id', '=', id).execute();
}

/** Deletes a passkey; `isLastWay` when there is no password, address or other passkey to sign in with. */
export async function deletePasskey(
  db: Queryable,
  memberId: string,
  id: string,
): Promise<'deleted' | 'is-last-way' | 'unknown'> {
  const { rows } = await sql<{ is_known: boolean; has_other_way: boolean }>`
    select exists (select from passkey where member_id = ${memberId} and id = ${id}) as is_known,
      account.email is not null or account.phone is not null
        or exists (select from account_credential where user_id = ${memberId} and password is not null)
        or exists (select from passkey where member_id = ${memberId} and id <> ${id}) as has_other_way
    from account where id = ${memberId} for update`.execute(db);
  if (!rows[0]?.is_known) return 'unknown';
  if (!rows[0].has_other_way) return 'is-last-way';
  await db.deleteFrom('passkey').where('member_id', '=', memberId).where('id', '=', id).execute();
  return 'deleted';
}
