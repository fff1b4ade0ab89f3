import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

export interface YoungLiker {
  author_id: string;
  member_id: string;
  joined_at: Date;
  /** Likes given to this author, and to all. */
  given: number;
  of: number;
  /** The note of this author liked last. */
  note_id: string;
}

/** Who of the young accounts liked whose notes, of authors that many of them liked. */
export async function selectYoungLikers(
  db: Queryable,
  joinedSince: Date,
  leastLikers: number,
  mostLikers: number,
): Promise<YoungLiker[]> {
  const { rows } = await sql<YoungLiker>`
    with young as (
      select id, joined_at from member where joined_at > ${joinedSince} and state = 'active'
      order by joined_at desc limit ${mostLikers}),
    likes as (
      select young.id as member_id, young.joined_at, note.author_id, note_like.note_id, note_like.at
      from young join note_like on note_like.member_id = young.id join note on note.id = note_like.note_id),
    pairs as (
      select author_id, member_id, joined_at, count(*) as given, (array_agg(note_id order by at desc))[1] as note_id
      from likes group by 1, 2, 3),
    counted as (
      select *, sum(given) over (partition by member_id) as of, count(*) over (partition by author_id) as likers from pairs)
    select author_id, member_id, joined_at, given::float8 as given, of::float8 as of, note_id
    from counted where likers >= ${leastLikers} order by author_id, joined_at, member_id`.execute(db);
  return rows;
}

/** When young accounts joined, oldest first. */
export async function selectJoinings(db: Queryable, joinedSince: Date, most: number): Promise<Date[]> {
  const rows = await db
    .selectFrom('member')
    .select('joined_at')
    .where('joined_at', '>', joinedSince)
    .where('state', '=', 'active')
    .orderBy('joined_at', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => row.joined_at).reverse();
}
