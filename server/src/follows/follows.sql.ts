import { sql } from 'kysely';
import type { Queryable, Tx } from '../platform/db/database.ts';

/** Makes changes between two members wait for each other; always in the same order, so that they never wait in a circle. */
export async function lockPair(tx: Tx, one: string, other: string): Promise<void> {
  await sql`select member_id from member_stat where member_id in (${one}, ${other}) order by member_id for update`.execute(
    tx,
  );
}

/** Which of the two blocks the other. */
export async function selectBlocksBetween(tx: Tx, one: string, other: string): Promise<string[]> {
  const { rows } = await sql<{ member_id: string }>`
    select member_id from block
    where (member_id = ${one} and blocked_id = ${other}) or (member_id = ${other} and blocked_id = ${one})`.execute(tx);
  return rows.map((row) => row.member_id);
}

/** False when it was there already. */
export async function insertFollow(tx: Tx, memberId: string, followeeId: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    with added as (
      insert into follow (member_id, followee_id, at) values (${memberId}, ${followeeId}, ${at})
      on conflict do nothing returning followee_id
    ), counted as (
      update member_stat set
        followers = followers + (member_id = ${followeeId})::int,
        following = following + (member_id = ${memberId})::int
      where member_id in (${memberId}, ${followeeId}) and exists (select from added)
    )
    select from added`.execute(tx);
  return rows.length > 0;
}

/** Ends follows, given as pairs of follower and followed. */
export async function deleteFollows(tx: Tx, pairs: readonly (readonly [string, string])[]): Promise<void> {
  const followers = pairs.map(([follower]) => follower);
  const followed = pairs.map(([, followee]) => followee);
  await sql`
    with removed as (
      delete from follow using unnest(${followers}::uuid[], ${followed}::uuid[]) as pair (member_id, followee_id)
      where follow.member_id = pair.member_id and follow.followee_id = pair.followee_id
      returning follow.member_id, follow.followee_id
    ), announced as (
      insert into outbox (name, payload)
      select 'member.unfollowed', jsonb_build_object('memberId', followee_id, 'by', member_id) from removed
    ), change as (
      select member_id, sum(followers) as followers, sum(following) as following from (
        select followee_id as member_id, 1 as followers, 0 as following from removed
        union all select member_id, 0, 1 from removed
      ) as sides group by member_id
    )
    update member_stat set
      followers = member_stat.followers - change.followers, following = member_stat.following - change.following
    from change where member_stat.member_id = change.member_id`.execute(tx);
}

export async function insertBlock(tx: Tx, memberId: string, blockedId: string, at: Date): Promise<void> {
  await tx
    .insertInto('block')
    .values({ member_id: memberId, blocked_id: blockedId, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteBlock(db: Queryable, memberId: string, blockedId: string): Promise<void> {
  await db.deleteFrom('block').where('member_id', '=', memberId).where('blocked_id', '=', blockedId).execute();
}

export async function insertMute(db: Queryable, memberId: string, mutedId: string, at: Date): Promise<void> {
  await db
    .insertInto('mute')
    .values({ member_id: memberId, muted_id: mutedId, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteMute(db: Queryable, memberId: string, mutedId: string): Promise<void> {
  await db.deleteFrom('mute').where('member_id', '=', memberId).where('muted_id', '=', mutedId).execute();
}

export async function selectRelation(db: Queryable, memberId: string, otherId: string) {
  const { rows } = await sql<{ follows: boolean; blocks: boolean; mutes: boolean; followerCount: number }>`
    select
      exists (select from follow where member_id = ${memberId} and followee_id = ${otherId}) as follows,
      exists (select from block where member_id = ${memberId} and blocked_id = ${otherId}) as blocks,
      exists (select from mute where member_id = ${memberId} and muted_id = ${otherId}) as mutes,
      coalesce((select followers from member_stat where member_id = ${otherId}), 0) as "followerCount"`.execute(db);
  return rows[0] ?? { follows: false, blocks: false, mutes: false, followerCount: 0 };
}

const mostHidden = 1000;

export async function selectHidden(db: Queryable, memberId: string) {
  const { rows } = await sql<{ kind: 'block' | 'mute'; other_id: string }>`
    (select 'block' as kind, blocked_id as other_id, at from block where member_id = ${memberId} order by at desc limit ${mostHidden})
    union all
    (select 'mute', muted_id, at from mute where member_id = ${memberId} order by at desc limit ${mostHidden})
    order by kind, at desc`.execute(db);
  return rows;
}

export interface FollowPosition {
  at: Date;
  id: string;
}

export function selectFollowers(
  db: Queryable,
  followeeId: string,
  after: FollowPosition | undefined,
  take: number,
): Promise<FollowPosition[]> {
  return db
    .selectFrom('follow')
    .select(['at', 'member_id as id'])
    .where('followee_id', '=', followeeId)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(at, member_id) < (${after?.at}, ${after?.id})`))
    .orderBy('at', 'desc')
    .orderBy('member_id', 'desc')
    .limit(take)
    .execute();
}

export function selectFollowing(
  db: Queryable,
  memberId: string,
  after: FollowPosition | undefined,
  take: number,
): Promise<FollowPosition[]> {
  return db
    .selectFrom('follow')
    .select(['at', 'followee_id as id'])
    .where('member_id', '=', memberId)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(at, followee_id) < (${after?.at}, ${after?.id})`))
    .orderBy('at', 'desc')
    .orderBy('followee_id', 'desc')
    .limit(take)
    .execute();
}
