import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export interface PersonRow {
  id: string;
  bio: string;
  followers: number;
}

/** Members whose handle or name begins with what is sought, or whose name holds it; each way in gives a bounded number. */
export async function selectPeople(
  db: Queryable,
  { handleKey, name, mayContain }: { handleKey: string; name: string; mayContain: boolean },
  limit: number,
): Promise<PersonRow[]> {
  const containing = mayContain
    ? sql`union (select id from member where state = 'active' and lower(name) like ${`%${escaped(name)}%`} limit ${limit})`
    : sql``;
  const { rows } = await sql<PersonRow>`
    with found as (
      (select member_id as id from member_handle where handle_key like ${`${escaped(handleKey)}%`} order by handle_key limit ${limit})
      union (select id from member where state = 'active' and lower(name) like ${`${escaped(name)}%`} order by lower(name) limit ${limit})
      ${containing})
    select member.id, member.bio, coalesce(member_stat.followers, 0) as followers
    from found join member on member.id = found.id left join member_stat on member_stat.member_id = member.id
    where member.state = 'active' order by followers desc, member.id limit ${3 * limit}`.execute(db);
  return rows;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
