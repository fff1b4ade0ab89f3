import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

export interface HourCounts {
  hour: Date;
  from: string;
  to: string;
  engine: string;
  asked: number;
  cached: number;
  made: number;
  failed: number;
  characters: number;
  milliseconds: number;
}

/** Adds to what is there; ordered, so that two processes never wait for each other. */
export async function addToHours(db: Queryable, rows: readonly HourCounts[]): Promise<void> {
  const column = <K extends keyof HourCounts>(name: K) => rows.map((row) => row[name]);
  await sql`
    insert into translation_hour as told
      (hour, from_language, to_language, engine, asked, cached, made, failed, characters, milliseconds)
    select * from unnest(${column('hour')}::timestamptz[], ${column('from')}::text[], ${column('to')}::text[],
      ${column('engine')}::text[], ${column('asked')}::int[], ${column('cached')}::int[], ${column('made')}::int[],
      ${column('failed')}::int[], ${column('characters')}::bigint[], ${column('milliseconds')}::bigint[]) order by 1, 2, 3, 4
    on conflict (hour, from_language, to_language, engine) do update set
      asked = told.asked + excluded.asked, cached = told.cached + excluded.cached, made = told.made + excluded.made,
      failed = told.failed + excluded.failed, characters = told.characters + excluded.characters,
      milliseconds = told.milliseconds + excluded.milliseconds`.execute(db);
}
