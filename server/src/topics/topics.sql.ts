import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export interface TopicRow {
  id: string;
  key: string;
  name: string;
}

export interface Spelling {
  id: string;
  name: string;
  language: string;
}

export interface TopicCounts extends TopicRow {
  language: string;
  /** The concept of a spelling that was joined to others, or the topic itself: what its counters stand under. */
  owner_id: string;
  notes: number;
  views: number;
  views_last_day: number;
  /** Other spellings, most used first. */
  spellings: Spelling[];
  labels: Record<string, string>;
}

/** Adds what is missing; the first spelling of a key stays its name, and the first reading its language. */
export async function upsertTopics(
  db: Queryable,
  topics: readonly (TopicRow & { language: string })[],
  created_at: Date,
): Promise<TopicRow[]> {
  await db
    .insertInto('topic')
    .values(topics.map((topic) => ({ ...topic, created_at })))
    .onConflict((c) => c.column('key').doNothing())
    .execute();
  const keys = topics.map((topic) => topic.key);
  return db.selectFrom('topic').select(['id', 'key', 'name']).where('key', 'in', keys).execute();
}

const ownerId = sql`coalesce(topic.concept_id, topic.id)`;
const counted = sql`topic join topic_stat on topic_stat.topic_id = ${ownerId}`;

export async function selectTopicByKey(db: Queryable, key: string, since: Date): Promise<TopicCounts | undefined> {
  const { rows } = await sql<TopicCounts>`select ${counts(since)} from ${counted} where topic.key = ${key}`.execute(db);
  return rows[0];
}

/** A short beginning fits very many topics: ordering looks at the first of them only. */
const mostByPrefix = 2_000;

export function selectTopicsByPrefix(
  db: Queryable,
  prefix: string,
  since: Date,
  limit: number,
): Promise<TopicCounts[]> {
  const beginning = sql`select id from topic where key like ${likePattern(prefix)} order by key limit ${mostByPrefix}`;
  return selectFullest(db, beginning, since, limit);
}

/** Topics with a word somewhere in them. */
export function selectTopicsContaining(
  db: Queryable,
  part: string,
  since: Date,
  limit: number,
): Promise<TopicCounts[]> {
  const holding = sql`select id from topic where key like ${`%${likePattern(part)}`} limit ${mostByPrefix}`;
  return selectFullest(db, holding, since, limit);
}

/** Of several spellings of one concept the most used stands for it. */
async function selectFullest(
  db: Queryable,
  met: RawBuilder<unknown>,
  since: Date,
  limit: number,
): Promise<TopicCounts[]> {
  const { rows } = await sql<TopicCounts>`
    with met as (${met}),
    standing as (
      select distinct on (owner_id) topic.id, ${ownerId} as owner_id, topic_stat.notes
      from met join topic using (id) join topic_stat on topic_stat.topic_id = ${ownerId}
      left join topic_stat as own on own.topic_id = topic.id
      where topic_stat.notes > 0 order by owner_id, own.notes desc nulls last, topic.id),
    fullest as (select id from standing order by notes desc, id limit ${limit})
    select ${counts(since)} from ${counted} where topic.id in (select id from fullest)
    order by topic_stat.notes desc, topic.id`.execute(db);
  return rows;
}

/** By views of the last day; a quiet house is filled up by number of notes. A concept shows under its most used spelling. */
export async function selectTrendingTopics(db: Queryable, since: Date, limit: number): Promise<TopicCounts[]> {
  const { rows } = await sql<TopicCounts>`
    with joined as (select id from topic where concept_id is not null),
    viewed as (
      select topic_id from topic_hour where hour >= ${since} and topic_id not in (select id from joined)
      group by topic_id order by sum(views) desc, topic_id limit ${limit}),
    fullest as (
      select topic_id from topic_stat where notes > 0 and topic_id not in (select id from joined)
      order by notes desc, topic_id limit ${limit}),
    standing as (
      select head.id from (select topic_id from viewed union select topic_id from fullest) as owner cross join lateral (
        select id from (
          select id from topic where id = owner.topic_id union all select id from topic where concept_id = owner.topic_id) as spelling
        left join topic_stat on topic_stat.topic_id = id order by notes desc nulls last, id limit 1) as head)
    select ${counts(since)} from ${counted} where topic_stat.notes > 0 and topic.id in (select id from standing)
    order by views_last_day desc, topic_stat.notes desc, topic.id limit ${limit}`.execute(db);
  return rows;
}

export interface NotePosition {
  id: string;
  at: Date;
}

/** Each spelling gives its newest; a note that carries several comes once. */
export async function selectNewestNotes(
  db: Queryable,
  topicIds: readonly string[],
  after: NotePosition | undefined,
  limit: number,
): Promise<NotePosition[]> {
  const rest = after ? sql`and (published_at, note_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<NotePosition>`${newestOf(topicIds, rest, limit)}`.execute(db);
  return rows;
}

function newestOf(topicIds: readonly string[], rest: RawBuilder<unknown>, limit: number) {
  return sql`
    select distinct note_id as id, published_at as at from unnest(${[...topicIds]}::uuid[]) as spelling (id) cross join lateral (
      select note_id, published_at from note_topic where topic_id = spelling.id ${rest}
      order by published_at desc, note_id desc limit ${limit}) as newest
    order by at desc, id desc limit ${limit}`;
}

export interface LikedPosition {
  id: string;
  likes: number;
}

/** The most liked are looked for among this many of the newest notes. */
const mostForLiked = 2_000;

export async function selectLikedNotes(
  db: Queryable,
  topicIds: readonly string[],
  after: LikedPosition | undefined,
  limit: number,
): Promise<LikedPosition[]> {
  const rest = after ? sql`where (likes, note_id) < (${after.likes}::integer, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<LikedPosition>`
    with recent as (${newestOf(topicIds, sql``, mostForLiked)})
    select note_id as id, likes from recent join note_stat on note_stat.note_id = recent.id ${rest}
    order by likes desc, note_id desc limit ${limit}`.execute(db);
  return rows;
}

/**
 * What a topic is called, by language: as moderators say, else its most used spelling in that language.
 *
 * @param topic name under which the statement knows the row of `topic`
 */
export function topicLabels(topic: string): RawBuilder<Record<string, string>> {
  const [id, conceptId] = [sql.ref(`${topic}.id`), sql.ref(`${topic}.concept_id`)];
  return sql`(
    select coalesce(json_object_agg(language, label), '{}') from (
      select distinct on (language) language, label from (
        select language, label, null::integer as notes from topic_label where owner_id = coalesce(${conceptId}, ${id})
        union all
        select language, name, coalesce(notes, 0) from topic as spelling
        left join topic_stat as used on used.topic_id = spelling.id
        where spelling.concept_id = ${conceptId} and language not in ('und', 'mul', 'zxx')) as known
      order by language, notes desc nulls first, label) as best)`;
}

function counts(since: Date) {
  return sql`topic.id, topic.key, topic.name, topic.language, ${ownerId} as owner_id, topic_stat.notes, topic_stat.views, coalesce((
      select sum(views) from topic_hour where topic_hour.topic_id = ${ownerId} and hour >= ${since}), 0)::integer as views_last_day,
    array(
      select json_build_object('id', spelling.id, 'name', spelling.name, 'language', spelling.language)
      from topic as spelling left join topic_stat as used on used.topic_id = spelling.id
      where spelling.concept_id = topic.concept_id and spelling.id <> topic.id
      order by used.notes desc nulls last, spelling.id) as spellings,
    ${topicLabels('topic')} as labels`;
}

function likePattern(text: string): string {
  return `${text.replace(/[\\%_]/g, '\\$&')}%`;
}
