import { NEAR_DUPLICATE_BITS } from '@teahouse/engine';
import { type RawBuilder, sql } from 'kysely';
import { memberGroup } from '../../members/index.ts';
import type { Queryable } from '../../platform/db/database.ts';

export interface NoteFactRow {
  id: string;
  author_id: string;
  published_at: Date;
  is_listed: boolean;
  language: string;
  category: string | null;
  country: string | null;
  has_pictures: boolean;
  title: string;
  text: string;
  wordings: string[];
  /** Topics by concept, in the author's order. */
  topics: string[];
  duplicate_of: string | null;
  author_group: 'native' | 'newcomer' | 'returning';
  author_followers: number;
}

/** Notes as the engine is told of them, with the words they have in other languages. */
export async function selectNoteFacts(db: Queryable, ids: readonly string[], at: Date): Promise<NoteFactRow[]> {
  const { rows } = await noteFacts(sql`note.id = any(${[...ids]}::uuid[])`, at, sql``).execute(db);
  return rows;
}

/** Listed notes in order of publication. */
export async function selectListedNotes(
  db: Queryable,
  after: { publishedAt: Date; id: string },
  at: Date,
  limit: number,
): Promise<NoteFactRow[]> {
  const { publishedAt, id } = after;
  const listed = sql`(published_at, note.id) > (${publishedAt}, ${id}::uuid) and deleted_at is null and note.compliance = 'allowed'`;
  const { rows } = await noteFacts(listed, at, sql`order by published_at, note.id limit ${limit}`).execute(db);
  return rows;
}

/** When the newest of so many listed notes began: older ones have no room in the engine. */
export async function selectTimeOfNewest(db: Queryable, count: number): Promise<Date | undefined> {
  const { rows } = await sql<{ oldest: Date | null }>`
    select min(published_at) as oldest from (
      select published_at from note where deleted_at is null and compliance = 'allowed'
      order by published_at desc limit ${count}) as newest`.execute(db);
  return rows[0]?.oldest ?? undefined;
}

function noteFacts(which: RawBuilder<unknown>, at: Date, order: RawBuilder<unknown>) {
  return sql<NoteFactRow>`
    select note.id, note.author_id, note.published_at, deleted_at is null and note.compliance = 'allowed' as is_listed,
      note.language, note.category, note.country, note.title, note.text,
      exists (select from note_media where note_media.note_id = note.id) as has_pictures,
      array(select title || ' ' || text from note_version where note_version.note_id = note.id order by language) || array(
        select t.text from translation as t
        where t.home_id = note.id and t.address in ('note.title:' || note.id, 'note.text:' || note.id)
          and t.state in ('ok', 'partial') and t.standing in ('shown', 'released')
        order by address, language limit ${mostWordings}) as wordings,
      array(select coalesce(topic.concept_id, topic.id) from note_topic join topic on topic.id = topic_id
        where note_topic.note_id = note.id order by position) as topics,
      ${duplicateOf()} as duplicate_of,
      ${memberGroup('member', at)} as author_group, coalesce(followers, 0) as author_followers
    from note join member on member.id = note.author_id left join member_stat on member_stat.member_id = note.author_id
    where ${which} ${order}`;
}

const mostWordings = 8;
const mostAlike = 50;

/** The earliest note that reads alike, the note itself among them; what is no fingerprint is like nothing. */
function duplicateOf(): RawBuilder<unknown> {
  return sql`(
    select alike.note_id from note_fingerprint as own, lateral (
      select note_id, simhash from note_fingerprint where band = own.band order by note_id limit ${mostAlike}) as alike
    where own.note_id = note.id
      and case when own.simhash || alike.simhash ~ '^[0-9a-f]{32}$'
        then bit_count(('x' || own.simhash)::bit(64) # ('x' || alike.simhash)::bit(64)) <= ${NEAR_DUPLICATE_BITS} else false end
    order by alike.note_id limit 1)`;
}
