import { sql } from 'kysely';
import type { PoolConfig } from 'pg';
import { buildTeahouse, type Teahouse } from './app.ts';
import type { Config } from './platform/config.ts';
import type { Db } from './platform/db/database.ts';
import { createLog } from './platform/log.ts';

export const projections = ['counters', 'topics', 'search'] as const;
export type Projection = (typeof projections)[number];

export function isProjection(name: string): name is Projection {
  return projections.some((projection) => projection === name);
}

/** Computes a projection again from its rows and says how many rows were wrong. Members may go on meanwhile. */
export async function rebuild(config: Config, connection: PoolConfig, projection: Projection): Promise<string> {
  const house = await buildTeahouse(config, connection, { log: createLog('error') });
  try {
    return await rebuilders[projection](house);
  } finally {
    await house.close();
  }
}

const rebuilders: Record<Projection, (house: Teahouse) => Promise<string>> = {
  counters: async ({ deps }) => `counters: ${await recount(deps.db)} rows corrected`,
  topics: async ({ features }) => `topics: ${await features.topics.recount()} rows corrected`,
  search: async ({ features }) => `search: ${await features.search.rebuild()} notes indexed`,
};

/** Brings note, comment and member counters to what their rows say. Returns how many differed: 0 unless something is broken. */
export async function recount(db: Db): Promise<number> {
  const corrections = [noteCounters, commentCounters, memberCounters];
  let corrected = 0;
  for (const correction of corrections) corrected += Number((await correction.execute(db)).numAffectedRows ?? 0n);
  return corrected;
}

const noteCounters = sql`
  update note_stat set impressions = real.impressions, views = real.views, likes = real.likes, collects = real.collects, comments = real.comments, shares = real.shares
  from (
    select note.id as note_id,
      (select count(*) from note_viewer v where v.note_id = note.id and v.impression_at is not null) as impressions,
      (select count(*) from note_viewer v where v.note_id = note.id and v.view_at is not null) as views,
      (select count(*) from note_like l where l.note_id = note.id) as likes,
      (select count(*) from collect c where c.note_id = note.id) as collects,
      (select count(*) from comment c where c.note_id = note.id and c.deleted_at is null and c.compliance = 'allowed'
        and not exists (select from comment root where root.note_id = c.note_id and root.id = c.parent_id and root.compliance <> 'allowed')) as comments,
      (select count(*) from note_share s where s.note_id = note.id) as shares
    from note
  ) as real
  where real.note_id = note_stat.note_id
    and (note_stat.impressions, note_stat.views, note_stat.likes, note_stat.collects, note_stat.comments, note_stat.shares)
      is distinct from (real.impressions, real.views, real.likes, real.collects, real.comments, real.shares)`;

const commentCounters = sql`
  update comment set likes = real.likes, replies = real.replies
  from (
    select c.note_id, c.id,
      (select count(*) from comment_like l where l.note_id = c.note_id and l.comment_id = c.id) as likes,
      (select count(*) from comment r where r.note_id = c.note_id and r.parent_id = c.id and r.deleted_at is null and r.compliance = 'allowed') as replies
    from comment c
  ) as real
  where real.note_id = comment.note_id and real.id = comment.id and (comment.likes, comment.replies) is distinct from (real.likes, real.replies)`;

const memberCounters = sql`
  update member_stat set notes = real.notes, followers = real.followers, following = real.following, received = real.received
  from (
    select member.id as member_id,
      (select count(*) from note n where n.author_id = member.id and n.deleted_at is null and n.compliance in ('allowed', 'limited')) as notes,
      (select count(*) from follow f where f.followee_id = member.id) as followers,
      (select count(*) from follow f where f.member_id = member.id) as following,
      (select coalesce(sum(s.likes + s.collects), 0) from note n join note_stat s on s.note_id = n.id where n.author_id = member.id and n.deleted_at is null) as received
    from member
  ) as real
  where real.member_id = member_stat.member_id
    and (member_stat.notes, member_stat.followers, member_stat.following, member_stat.received) is distinct from (real.notes, real.followers, real.following, real.received)`;
