import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export function findProfile(db: Queryable, memberId: string) {
  return db
    .selectFrom('member')
    .innerJoin('member_stat', 'member_stat.member_id', 'member.id')
    .select(['bio', 'bio_language', 'bio_languages', 'languages_read', 'country', 'shows_country_badge', 'joined_at'])
    .select(['notes', 'followers', 'following', 'received'])
    .where('member.id', '=', memberId)
    .executeTakeFirst();
}

export type ProfileRow = NonNullable<Awaited<ReturnType<typeof findProfile>>>;

export interface NotePosition {
  publishedAt: Date;
  id: string;
}

/** Ids of a member's notes, newest first; a stranger's list leaves out what only the author may see. */
export function selectNotesOf(
  db: Queryable,
  authorId: string,
  { isSelf, after, limit }: { isSelf: boolean; after: NotePosition | undefined; limit: number },
) {
  return db
    .selectFrom('note')
    .select(['id', 'published_at'])
    .where('author_id', '=', authorId)
    .where('deleted_at', 'is', null)
    .$if(!isSelf, (query) => query.where('compliance', 'in', ['allowed', 'limited']))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(published_at, id) < (${after?.publishedAt}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

interface BoardRow {
  id: string;
  name: string;
  is_default: boolean;
  updated_at: Date;
  note_count: number;
  /** The notes collected last; more than are shown, since some may be withdrawn. */
  newest: string[];
}

/** Open boards with something in them, last changed first. */
export async function selectOpenBoards(db: Queryable, memberId: string, covers: number): Promise<BoardRow[]> {
  const { rows } = await sql<BoardRow>`
    select board.id, board.name, board.is_default, board.updated_at,
      (select count(*) from collect where collect.board_id = board.id) as note_count,
      array(select note_id from collect where collect.board_id = board.id order by at desc, note_id desc limit ${covers}) as newest
    from board where board.member_id = ${memberId} and board.is_open
    order by board.updated_at desc, board.id desc limit 200`.execute(db);
  return rows;
}

/** Members whose handle, or else name, begins like this; handles first. */
export async function selectByPrefix(
  db: Queryable,
  { handleKey, name, limit }: { handleKey: string; name: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      (select member.id, 0 as part, handle_key as word from member_handle join member on member.id = member_handle.member_id
        where handle_key like ${startingWith(handleKey)} and reserved_until is null and state = 'active'
        order by handle_key limit ${limit})
      union all
      (select id, 1, lower(name) from member where lower(name) like lower(${startingWith(name)}) and state = 'active' limit ${limit})
    ) as found group by id order by min(part), min(word) limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
}

/** The text itself, whatever signs it holds. */
function startingWith(prefix: string): string {
  return `${prefix.replace(/[\\%_]/g, '\\$&')}%`;
}
