import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

/** One page of the homes of a table, in order: what belongs to nothing any more goes. */
export type Sweep = (db: Queryable, after: string, limit: number) => Promise<{ last: string | null; seen: number }>;

export const beforeAll = '00000000-0000-0000-0000-000000000000';

const noteIsThere = (id: string) =>
  sql`exists (select from note where note.id = ${sql.raw(id)} and note.deleted_at is null)`;

/** Of every address the thing it names must be there: `comment.text:<note>:<comment>`. */
const textIsThere = sql`case split_part(page.address, '.', 1)
  when 'note' then ${noteIsThere('page.home_id')}
  when 'comment' then ${noteIsThere('page.home_id')} and exists (
    select from comment
    where note_id = page.home_id and id = split_part(page.address, ':', 3)::uuid and deleted_at is null)
  when 'member' then exists (select from member where id = page.home_id and state <> 'deleted')
  when 'board' then exists (select from board where id = page.home_id)
  else not starts_with(page.address, 'gloss.remark:') or exists (
    select from gloss_remark where gloss_id = page.home_id and id = split_part(page.address, ':', 3)::uuid)
  end`;

const byAddress =
  (table: string): Sweep =>
  async (db, after, limit) => {
    const { rows } = await sql<{ last: string | null; seen: number }>`
      with homes as (
        select distinct home_id from ${sql.table(table)} where home_id > ${after}::uuid order by home_id limit ${limit}
      ), page as (select distinct home_id, address from ${sql.table(table)} join homes using (home_id)),
      gone as (
        delete from ${sql.table(table)} as t using page
        where t.home_id = page.home_id and t.address = page.address and not (${textIsThere})
      )
      select max(home_id::text) as last, count(*)::integer as seen from homes`.execute(db);
    return rows[0] ?? { last: null, seen: 0 };
  };

const byNote =
  (table: string): Sweep =>
  async (db, after, limit) => {
    const { rows } = await sql<{ last: string | null; seen: number }>`
      with homes as (
        select distinct note_id from ${sql.table(table)} where note_id > ${after}::uuid order by note_id limit ${limit}
      ), gone as (
        delete from ${sql.table(table)} as t using homes
        where t.note_id = homes.note_id and not ${noteIsThere('homes.note_id')}
      )
      select max(note_id::text) as last, count(*)::integer as seen from homes`.execute(db);
    return rows[0] ?? { last: null, seen: 0 };
  };

export const sweeps: readonly Sweep[] = [
  byAddress('translation'),
  byAddress('translation_verdict'),
  byAddress('translation_suggestion'),
  byAddress('translation_review'),
  byAddress('translation_injection'),
  byNote('note_version'),
  byNote('translation_reader'),
];

export async function deleteStrayReports(db: Queryable): Promise<void> {
  await sql`
    delete from translation_report
    where not exists (select from translation_review where id = review_id)`.execute(db);
}

/** How many went. */
export async function deleteOldSentences(db: Queryable, before: Date, limit: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from translation_segment where key in (
      select key from translation_segment where made_at < ${before} limit ${limit})`.execute(db);
  return Number(numAffectedRows);
}
