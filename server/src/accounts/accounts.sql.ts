import { type Insertable, sql, type Updateable } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';
import type { Database } from '../platform/db/schema/index.ts';

/** Takes a handle for a member when it is free, given up long enough, or already theirs. */
export async function takeHandle(db: Queryable, key: string, memberId: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into member_handle (handle_key, member_id, since) values (${key}, ${memberId}, ${now})
    on conflict (handle_key) do update set member_id = excluded.member_id, since = excluded.since, reserved_until = null
    where member_handle.member_id = excluded.member_id or member_handle.reserved_until < ${now}
    returning 1`.execute(db);
  return rows.length > 0;
}

/** Whether a handle could be taken by this member, or by anybody. */
export async function isHandleFree(
  db: Queryable,
  key: string,
  memberId: string | undefined,
  now: Date,
): Promise<boolean> {
  const row = await db
    .selectFrom('member_handle')
    .select(['member_id', 'reserved_until'])
    .where('handle_key', '=', key)
    .executeTakeFirst();
  if (!row || row.member_id === memberId) return true;
  return row.reserved_until !== null && row.reserved_until < now;
}

export async function reserveHandles(db: Queryable, memberId: string, exceptKey: string | undefined, until: Date) {
  await db
    .updateTable('member_handle')
    .set({ reserved_until: until })
    .where('member_id', '=', memberId)
    .where('reserved_until', 'is', null)
    .$if(exceptKey !== undefined, (query) => query.where('handle_key', '<>', exceptKey ?? ''))
    .execute();
}

export async function insertMember(
  db: Queryable,
  member: Insertable<Database['member']>,
  board: { id: string; name: string },
): Promise<void> {
  const { id: member_id, joined_at } = member;
  await db.insertInto('member').values(member).execute();
  await db.insertInto('member_stat').values({ member_id }).execute();
  await db
    .insertInto('board')
    .values({ member_id, ...board, is_default: true, created_at: joined_at, updated_at: joined_at })
    .execute();
}

/** Everything a member knows about themselves, in one round trip. */
export function selectMe(db: Queryable, memberId: string) {
  return db
    .selectFrom('member')
    .leftJoin('account', 'account.id', 'member.id')
    .leftJoin('media', 'media.id', 'member.avatar_media_id')
    .selectAll('member')
    .select([
      'account.email',
      'account.phone',
      'media.id as media_id',
      'media.width',
      'media.height',
      'media.thumbhash',
    ])
    .select(['media.widths', 'media.has_avif'])
    .select([
      sql<boolean>`exists (select from account_credential where user_id = member.id and password is not null)`.as(
        'has_password',
      ),
      sql<number>`(select count(*) from notification where notification.member_id = member.id and read_at is null)`.as(
        'unread_notifications',
      ),
    ])
    .where('member.id', '=', memberId)
    .executeTakeFirst();
}

export type MeRow = NonNullable<Awaited<ReturnType<typeof selectMe>>>;

export type Identifier = { email: string } | { phone: string } | { handleKey: string };

/** Who an identifier belongs to, with the hash of their password if they have one. */
export async function findAccount(db: Queryable, identifier: Identifier) {
  const query = db
    .selectFrom('account')
    .innerJoin('member', 'member.id', 'account.id')
    .leftJoin('account_credential', (join) =>
      join.onRef('account_credential.user_id', '=', 'account.id').on('provider_id', '=', 'credential'),
    )
    .select(['account.id', 'member.state', 'account_credential.password', 'account.email', 'account.phone']);
  if ('email' in identifier) return query.where('account.email', '=', identifier.email).executeTakeFirst();
  if ('phone' in identifier) return query.where('account.phone', '=', identifier.phone).executeTakeFirst();
  return query
    .innerJoin('member_handle', 'member_handle.member_id', 'account.id')
    .where('handle_key', '=', identifier.handleKey)
    .where('member_handle.reserved_until', 'is', null)
    .executeTakeFirst();
}

export async function findPasswordHash(db: Queryable, memberId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('account_credential')
    .select('password')
    .where('user_id', '=', memberId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? undefined;
}

export async function countReservedHandles(db: Queryable, memberId: string, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom('member_handle')
    .select(sql<number>`count(*)`.as('count'))
    .where('member_id', '=', memberId)
    .where('reserved_until', '>', now)
    .executeTakeFirstOrThrow();
  return count;
}

/** Changes a member's row when it still has this version (any, when none is given). */
export async function updateMember(
  db: Queryable,
  memberId: string,
  version: number | undefined,
  columns: Updateable<Database['member']>,
): Promise<boolean> {
  const row = await db
    .updateTable('member')
    .set(columns)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', memberId)
    .where('state', '=', 'active')
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Leaves nothing personal in the member's row. False when that was done before. */
export async function anonymiseMember(db: Queryable, memberId: string, now: Date): Promise<boolean> {
  const row = await db
    .updateTable('member')
    .set({
      state: 'deleted',
      role: 'member',
      handle: `deleted-${memberId}`,
      name: '',
      bio: '',
      bio_language: 'zxx',
      bio_languages: [],
      translation_preferences: JSON.stringify({ mode: 'offer', byLanguage: {} }),
      avatar_media_id: null,
      languages_read: [],
      interests: [],
      interface_language: 'en',
      time_zone: 'UTC',
      shows_country_badge: false,
      keeps_search_history: false,
      country: null,
      seen_day: null,
      returned_at: null,
      updated_at: now,
    })
    .where('id', '=', memberId)
    .where('state', '<>', 'deleted')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Credentials, sessions and passkeys go with the account; codes on their way to its addresses, too. */
export async function deleteAccountRow(db: Queryable, memberId: string): Promise<void> {
  await sql`
    with gone as (delete from account where id = ${memberId} returning email, phone)
    delete from account_code using gone
    where split_part(identifier, ' ', 2) in (gone.email, gone.phone)`.execute(db);
}

/** A picture in use is not collected with the unused ones. */
export async function markUsed(db: Queryable, mediaId: string, now: Date): Promise<void> {
  await db.updateTable('media').set({ used_at: now }).where('id', '=', mediaId).where('used_at', 'is', null).execute();
}
