import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export interface NotePosition {
  id: string;
  at: Date;
}

export function selectNewest(db: Queryable, after: NotePosition | undefined, limit: number): Promise<NotePosition[]> {
  return db
    .selectFrom('note')
    .select(['id', 'published_at as at'])
    .where('deleted_at', 'is', null)
    .where('compliance', '=', 'allowed')
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(published_at, id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The newest of each author, then of all: every author costs one short walk along the index. */
export async function selectNewestByAuthors(
  db: Queryable,
  authorIds: readonly string[],
  after: NotePosition | undefined,
  limit: number,
): Promise<NotePosition[]> {
  const older = after ? sql`and (published_at, note.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<NotePosition>`
    select latest.id, latest.published_at as at
    from unnest(${[...authorIds]}::uuid[]) as author (id) cross join lateral (
      select note.id, published_at from note
      where note.author_id = author.id and deleted_at is null and compliance = 'allowed' ${older}
      order by published_at desc, note.id desc limit ${limit}) as latest
    order by latest.published_at desc, latest.id desc limit ${limit}`.execute(db);
  return rows;
}
