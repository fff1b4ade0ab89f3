import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

/** Impressions of 24 hours; `ago` 0 are the last ones. */
export interface DayShare {
  ago: number;
  impressions: number;
  authors: number;
  /** Impressions of the first hundredth of the authors, at least of one. */
  top: number;
}

const byAuthor = (now: Date, days: number) => sql`
  select floor(extract(epoch from ${now}::timestamptz - hour) / 86400)::integer as ago, author_id, sum(impressions) as impressions
  from exposure_note_hour join note on note.id = note_id
  where hour > ${now}::timestamptz - ${days}::integer * interval '1 day' and hour <= ${now} group by 1, 2`;

export async function selectDayShares(db: Queryable, now: Date, days: number): Promise<DayShare[]> {
  const { rows } = await sql<DayShare>`
    with authors as (${byAuthor(now, days)}),
    ranked as (
      select *, row_number() over (partition by ago order by impressions desc) as place, count(*) over (partition by ago) as authors
      from authors)
    select ago, sum(impressions)::float8 as impressions, max(authors)::integer as authors,
      coalesce(sum(impressions) filter (where place <= ceil(authors * 0.01)), 0)::float8 as top
    from ranked group by ago order by ago`.execute(db);
  return rows;
}

export interface AuthorDay {
  author_id: string;
  ago: number;
  impressions: number;
}

/** The days of those authors who were shown most in the last 24 hours. */
export async function selectTopAuthorDays(
  db: Queryable,
  now: Date,
  days: number,
  mostAuthors: number,
): Promise<AuthorDay[]> {
  const { rows } = await sql<AuthorDay>`
    with authors as (${byAuthor(now, days)}),
    leaders as (select author_id from authors where ago = 0 order by impressions desc limit ${mostAuthors})
    select author_id, ago, impressions::float8 as impressions from authors join leaders using (author_id)`.execute(db);
  return rows;
}

export interface NoteRush {
  note_id: string;
  impressions: number;
  of: number;
}

/** The notes that were shown most in the last hours. */
export async function selectNoteRush(db: Queryable, now: Date, hours: number, most: number): Promise<NoteRush[]> {
  const { rows } = await sql<NoteRush>`
    with recent as (
      select note_id, sum(impressions) as impressions from exposure_note_hour
      where hour > ${now}::timestamptz - ${hours}::integer * interval '1 hour' and hour <= ${now} group by note_id)
    select note_id, impressions::float8 as impressions, (select sum(impressions) from recent)::float8 as of
    from recent order by impressions desc limit ${most}`.execute(db);
  return rows;
}

/** Most shown notes of authors in the last 24 hours. */
export async function selectTopNotes(
  db: Queryable,
  now: Date,
  authorIds: readonly string[],
): Promise<{ author_id: string; note_id: string }[]> {
  const { rows } = await sql<{ author_id: string; note_id: string }>`
    select author_id, note_id from exposure_note_hour join note on note.id = note_id
    where author_id = any(${[...authorIds]}::uuid[]) and hour > ${now}::timestamptz - interval '1 day' and hour <= ${now}
    group by 1, 2 order by sum(impressions) desc limit 50`.execute(db);
  return rows;
}
