import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export interface UnreadTopic {
  id: string;
  name: string;
  /** Languages of its newest notes, most frequent first. */
  likely: string[];
}

/** As many of its newest notes tell in what language a topic is used. */
const notesRead = 200;

/** Topics in use whose language nobody could read from their name. */
export async function selectUnreadTopics(
  db: Queryable,
  afterId: string | undefined,
  limit: number,
): Promise<UnreadTopic[]> {
  const rest = afterId ? sql`and topic.id > ${afterId}::uuid` : sql``;
  const { rows } = await sql<UnreadTopic>`
    select topic.id, topic.name, array(
      select note.language from (
        select note_id from note_topic where topic_id = topic.id order by published_at desc limit ${notesRead}) as newest
      join note on note.id = newest.note_id group by note.language order by count(*) desc, note.language) as likely
    from topic join topic_stat on topic_stat.topic_id = topic.id
    where topic.language = 'und' and topic_stat.notes > 0 ${rest} order by topic.id limit ${limit}`.execute(db);
  return rows;
}

export async function updateLanguages(db: Queryable, read: readonly { id: string; language: string }[]): Promise<void> {
  await sql`
    update topic set language = given.language
    from unnest(${read.map((topic) => topic.id)}::uuid[], ${read.map((topic) => topic.language)}::text[]) as given (id, language)
    where topic.id = given.id and topic.language = 'und'`.execute(db);
}

export interface UsedTopic {
  id: string;
  key: string;
  name: string;
  language: string;
  notes: number;
  owner_id: string;
}

/** Topics in use, fullest first. */
export async function selectUsedTopics(db: Queryable, limit: number): Promise<UsedTopic[]> {
  const { rows } = await sql<UsedTopic>`
    select topic.id, key, name, language, notes, coalesce(concept_id, topic.id) as owner_id
    from topic join topic_stat on topic_id = topic.id where notes > 0 order by notes desc, topic.id limit ${limit}`.execute(
    db,
  );
  return rows;
}

export interface Rendering {
  term: string;
  variants: string[];
  language: string;
  text: string;
  rendered_language: string;
}

/** What the community's glossary calls a thing in another language. */
export async function selectRenderings(db: Queryable, limit: number): Promise<Rendering[]> {
  const { rows } = await sql<Rendering>`
    select term, variants, gloss.language, gloss_rendering.text, gloss_rendering.language as rendered_language
    from gloss join gloss_rendering on gloss_id = gloss.id
    where state = 'approved' order by gloss.id, gloss_rendering.language limit ${limit}`.execute(db);
  return rows;
}

export interface Together {
  topic_id: string;
  other_id: string;
  notes: number;
}

/** A look at all notes would cost more than it finds: what belongs together is found in the newest. */
const notesLookedAt = 20_000;

/** Spellings in different languages that the same notes carry. */
export async function selectTogether(
  db: Queryable,
  { least, share, limit }: { least: number; share: number; limit: number },
): Promise<Together[]> {
  const { rows } = await sql<Together>`
    with recent as (
      select id from note where compliance = 'allowed' and deleted_at is null order by published_at desc limit ${notesLookedAt}),
    pair as (
      select a.topic_id, b.topic_id as other_id, count(*)::integer as notes
      from recent join note_topic as a on a.note_id = recent.id join note_topic as b on b.note_id = recent.id and a.topic_id < b.topic_id
      group by a.topic_id, b.topic_id having count(*) >= ${least})
    select pair.* from pair
    join topic on topic.id = pair.topic_id join topic as other on other.id = pair.other_id
    join topic_stat on topic_stat.topic_id = topic.id join topic_stat as other_stat on other_stat.topic_id = other.id
    where topic.language <> other.language and 'und' not in (topic.language, other.language)
      and (topic.concept_id is null or topic.concept_id is distinct from other.concept_id)
      and pair.notes >= ${share}::float8 * least(topic_stat.notes, other_stat.notes)
    order by pair.notes desc, pair.topic_id, pair.other_id limit ${limit}`.execute(db);
  return rows;
}
