import type { HouseEvents } from '@teahouse/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Queryable } from '../platform/db/database.ts';

export type Searched = HouseEvents['feed.searched'];

/** Members who keep no list of their searches have none that shape their pages either. */
export async function insertSearched(db: Queryable, searches: readonly Searched[]): Promise<void> {
  const memberIds = searches.map((search) => search.viewerKey).filter((key) => z.uuid().safeParse(key).success);
  await sql`
    insert into outbox (name, payload)
    select 'feed.searched', search from jsonb_array_elements(${JSON.stringify(searches)}::jsonb) with ordinality as given (search, place)
    where search ->> 'viewerKey' not in (
      select id::text from member where id = any(${memberIds}::uuid[]) and not keeps_search_history)
    order by place`.execute(db);
}
