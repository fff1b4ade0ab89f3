import { sql } from 'kysely';
import { type Db, inTransaction, type Queryable, type Tx } from '../platform/db/database.ts';

export interface TopicRow {
  id: string;
  key: string;
  name: string;
}

export interface TopicCounts extends TopicRow {
  notes: number;
  views: number;
  views_last_day: number;
}

/** Adds what is missing; the first spelling of a key stays its name. */
export async function upsertTopics(db: Queryable, topics: TopicRow[], created_at: Date): Promise<TopicRow[]> {
  await db
    .insertInto('topic')
    .values(topics.map((topic) => ({ ...topic, created_at })))
    .onConflict((c) => c.column('key').doNothing())
    .execute();
  const keys = topics.map((topic) => topic.key);
  return db.selectFrom('topic').select(['id', 'key', 'name']).where('key', 'in', keys).execute();
}

/** Counters of topics know only notes that others may read; `countNoteInTopics` moves one in and out. */
const isCounted = (noteId: string) =>
  sql<boolean>`exists (select from note where note.id = ${noteId} and note.compliance in ('allowed', 'limited'))`;

/**
 * Puts a note under topics and counts it, with the views it already has. The lock on the note's counters makes a view that
 * is being counted at the same moment fall either before (and is carried along) or after (and finds the topic).
 */
export async function linkNote(
  tx: Queryable,
  noteId: string,
  publishedAt: Date,
  topicIds: readonly string[],
): Promise<void> {
  await sql`
    with stat as (select views from note_stat where note_id = ${noteId} for update),
    linked as (
      insert into note_topic (note_id, topic_id, position, published_at)
      select ${noteId}, id, position, ${publishedAt} from unnest(${[...topicIds]}::uuid[]) with ordinality as given (id, position)
      on conflict (note_id, topic_id) do update set position = excluded.position
      returning topic_id, xmax = 0 as is_new)
    insert into topic_stat (topic_id, notes, views)
    select topic_id, by, coalesce((select views from stat), 0) * by
    from linked, (select ${isCounted(noteId)}::integer as by) as step where is_new order by topic_id
    on conflict (topic_id) do update set
      notes = topic_stat.notes + excluded.notes, views = topic_stat.views + excluded.views`.execute(tx);
}

/**
 * The same for a note that the caller's statement writes in its part `written (id)`: nobody can have seen it yet. One statement
 * holds the counters of a busy topic only while it commits, and not while the process does something else.
 */
export function linkWrittenNote(publishedAt: Date, topicIds: readonly string[], { isCounted }: { isCounted: boolean }) {
  const linked = sql`linked as (
    insert into note_topic (note_id, topic_id, position, published_at)
    select written.id, given.id, position, ${publishedAt}::timestamptz
    from written, unnest(${[...topicIds]}::uuid[]) with ordinality as given (id, position))`;
  const tallied = sql`tallied as (
    insert into topic_stat (topic_id, notes, views)
    select given.id, ${isCounted ? 1 : 0}, 0 from written, unnest(${[...topicIds]}::uuid[]) as given (id) order by given.id
    on conflict (topic_id) do update set notes = topic_stat.notes + excluded.notes)`;
  return [linked, tallied];
}

/** Takes a note, and the views it brought, from all topics but the ones to keep. */
export async function unlinkNote(tx: Queryable, noteId: string, keptIds: readonly string[]): Promise<void> {
  await sql`
    with stat as (select views from note_stat where note_id = ${noteId} for update),
    unlinked as (
      delete from note_topic where note_id = ${noteId} and not topic_id = any(${[...keptIds]}::uuid[]) returning topic_id),
    locked as (
      select topic_id from topic_stat where topic_id in (select topic_id from unlinked) order by topic_id for update)
    update topic_stat set notes = notes - 1, views = views - coalesce((select views from stat), 0)
    from locked where topic_stat.topic_id = locked.topic_id and ${isCounted(noteId)}`.execute(tx);
}

/** When others may read a note again (`by` 1), or no longer (`by` -1). */
export async function countNoteInTopics(tx: Queryable, noteId: string, by: 1 | -1): Promise<void> {
  await sql`
    with stat as (select views from note_stat where note_id = ${noteId} for update),
    locked as (
      select topic_id from topic_stat where topic_id in (select topic_id from note_topic where note_id = ${noteId})
      order by topic_id for update)
    update topic_stat set notes = notes + ${by}, views = views + ${by} * coalesce((select views from stat), 0)
    from locked where topic_stat.topic_id = locked.topic_id`.execute(tx);
}

/** Counts one view for every topic the note carries now. The caller holds the lock on the note's counters. */
export async function addView(tx: Queryable, noteId: string, hour: Date): Promise<void> {
  await sql`
    with carried as (
      select topic_id from note_topic where note_id = ${noteId} and ${isCounted(noteId)} order by topic_id),
    hours as (
      insert into topic_hour (topic_id, hour, views) select topic_id, ${hour}, 1 from carried order by topic_id
      on conflict (topic_id, hour) do update set views = topic_hour.views + 1)
    insert into topic_stat (topic_id, views) select topic_id, 1 from carried order by topic_id
    on conflict (topic_id) do update set views = topic_stat.views + 1`.execute(tx);
}

export async function selectTopicByKey(db: Queryable, key: string, since: Date): Promise<TopicCounts | undefined> {
  const { rows } = await sql<TopicCounts>`
    select ${counts(since)} from topic join topic_stat on topic_stat.topic_id = topic.id where topic.key = ${key}`.execute(
    db,
  );
  return rows[0];
}

/** A short beginning fits very many topics: ordering looks at the first of them only. */
const mostByPrefix = 2_000;

export async function selectTopicsByPrefix(
  db: Queryable,
  prefix: string,
  since: Date,
  limit: number,
): Promise<TopicCounts[]> {
  const { rows } = await sql<TopicCounts>`
    with beginning as (select id from topic where key like ${likePattern(prefix)} order by key limit ${mostByPrefix}),
    fullest as (
      select topic_id from topic_stat where topic_id in (select id from beginning) and notes > 0
      order by notes desc, topic_id limit ${limit})
    select ${counts(since)} from fullest join topic on topic.id = fullest.topic_id join topic_stat using (topic_id)
    order by topic_stat.notes desc, topic.id`.execute(db);
  return rows;
}

/** Topics with a word somewhere in them. */
export async function selectTopicsContaining(
  db: Queryable,
  part: string,
  since: Date,
  limit: number,
): Promise<TopicCounts[]> {
  const { rows } = await sql<TopicCounts>`
    with holding as (select id from topic where key like ${`%${likePattern(part)}`} limit ${mostByPrefix}),
    fullest as (
      select topic_id from topic_stat where topic_id in (select id from holding) and notes > 0
      order by notes desc, topic_id limit ${limit})
    select ${counts(since)} from fullest join topic on topic.id = fullest.topic_id join topic_stat using (topic_id)
    order by topic_stat.notes desc, topic.id`.execute(db);
  return rows;
}

/** By views of the last day; a quiet house is filled up by number of notes. */
export async function selectTrendingTopics(db: Queryable, since: Date, limit: number): Promise<TopicCounts[]> {
  const { rows } = await sql<TopicCounts>`
    with viewed as (
      select topic_id from topic_hour where hour >= ${since} group by topic_id order by sum(views) desc, topic_id limit ${limit}),
    fullest as (select topic_id from topic_stat where notes > 0 order by notes desc, topic_id limit ${limit})
    select ${counts(since)} from topic join topic_stat on topic_stat.topic_id = topic.id
    where topic_stat.notes > 0 and topic.id in (select topic_id from viewed union select topic_id from fullest)
    order by views_last_day desc, topic_stat.notes desc, topic.id limit ${limit}`.execute(db);
  return rows;
}

export interface NotePosition {
  id: string;
  at: Date;
}

export function selectNewestNotes(db: Queryable, topicId: string, after: NotePosition | undefined, limit: number) {
  return db
    .selectFrom('note_topic')
    .select(['note_id as id', 'published_at as at'])
    .where('topic_id', '=', topicId)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(published_at, note_id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('published_at', 'desc')
    .orderBy('note_id', 'desc')
    .limit(limit)
    .execute();
}

export interface LikedPosition {
  id: string;
  likes: number;
}

/** The most liked are looked for among this many of the newest notes. */
const mostForLiked = 2_000;

export async function selectLikedNotes(
  db: Queryable,
  topicId: string,
  after: LikedPosition | undefined,
  limit: number,
): Promise<LikedPosition[]> {
  const rest = after ? sql`where (likes, note_id) < (${after.likes}::integer, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<LikedPosition>`
    with recent as (
      select note_id from note_topic where topic_id = ${topicId} order by published_at desc, note_id desc limit ${mostForLiked})
    select note_id as id, likes from recent join note_stat using (note_id) ${rest}
    order by likes desc, note_id desc limit ${limit}`.execute(db);
  return rows;
}

/** Makes the counters equal to their rows again; returns how many were wrong. */
export function recountTopicStats(db: Db): Promise<number> {
  return inTransaction(db, async (tx) => {
    // A large house takes longer than any request may.
    await sql`set local statement_timeout = 0`.execute(tx);
    return correctTopicStats(tx);
  });
}

async function correctTopicStats(tx: Tx): Promise<number> {
  const { rows } = await sql`
    with truth as (
      select topic.id as topic_id, count(note.id)::integer as notes,
        coalesce(sum(note_stat.views) filter (where note.id is not null), 0)::bigint as views
      from topic left join note_topic on note_topic.topic_id = topic.id
        left join note on note.id = note_topic.note_id and note.compliance in ('allowed', 'limited')
        left join note_stat on note_stat.note_id = note.id
      group by topic.id)
    insert into topic_stat (topic_id, notes, views)
    select topic_id, truth.notes, truth.views from truth left join topic_stat as kept using (topic_id)
    where (kept.notes, kept.views) is distinct from (truth.notes, truth.views) order by topic_id
    on conflict (topic_id) do update set notes = excluded.notes, views = excluded.views
    returning topic_id`.execute(tx);
  return rows.length;
}

export async function deleteTopicHours(db: Queryable, before: Date): Promise<void> {
  await db.deleteFrom('topic_hour').where('hour', '<', before).execute();
}

function counts(since: Date) {
  return sql`topic.id, topic.key, topic.name, topic_stat.notes, topic_stat.views, coalesce((
    select sum(views) from topic_hour where topic_hour.topic_id = topic.id and hour >= ${since}), 0)::integer as views_last_day`;
}

function likePattern(text: string): string {
  return `${text.replace(/[\\%_]/g, '\\$&')}%`;
}
