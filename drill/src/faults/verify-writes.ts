import { openDatabase, recount } from '@teahouse/server';
import pg from 'pg';
import type { HouseProcess } from '../process/house-process.ts';
import type { WriteLog } from './writers.ts';

export interface Verified {
  /** Acknowledged writes that are not there. */
  lost: number;
  /** Notes without all that hangs on them, and the other way round. */
  halfWritten: number;
  /** Counters that differ from their rows. */
  wrongCounters: number;
}

/** Compares what the house said yes to with what its database holds. */
export async function verifyWrites(house: HouseProcess, log: WriteLog): Promise<Verified> {
  const lost = await withDatabase(house, (client) => countLost(client, log));
  const halfWritten = await withDatabase(house, countHalfWritten);
  const database = openDatabase({ ...house.database }, { size: 2 });
  const wrongCounters = await recount(database.db).finally(() => database.close());
  return { lost, halfWritten, wrongCounters };
}

async function countLost(client: pg.Client, { notes, comments, likes }: WriteLog): Promise<number> {
  return queryCount(
    client,
    `select (select count(*) from unnest($1::uuid[]) as said (id) where not exists (select from note where note.id = said.id))
      + (select count(*) from unnest($2::uuid[]) as said (id) where not exists (select from comment where comment.id = said.id))
      + (select count(*) from unnest($3::uuid[], $4::text[]) as said (note_id, handle) where not exists (
          select from note_like join member on member.id = member_id where note_like.note_id = said.note_id and member.handle = said.handle)) as count`,
    [notes, comments.map((comment) => comment.id), likes.map((like) => like.noteId), likes.map((like) => like.handle)],
  );
}

/** Every note of the writers has counters, search terms and two topics; nothing of these is there without its note. */
async function countHalfWritten(client: pg.Client): Promise<number> {
  return queryCount(
    client,
    `select (select count(*) from note where not exists (select from note_stat where note_id = note.id)
        or not exists (select from note_search where note_id = note.id)
        or (select count(*) from note_topic where note_id = note.id) <> 2)
      + (select count(*) from (select note_id from note_stat union select note_id from note_search union select note_id from note_topic
          union select note_id from note_like union select note_id from comment) as part
        where not exists (select from note where note.id = part.note_id)) as count`,
  );
}

export async function withDatabase<T>(
  { database }: Pick<HouseProcess, 'database'>,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function queryCount(client: pg.Client, text: string, values: unknown[] = []): Promise<number> {
  const { rows } = await client.query<{ count: string }>(text, values);
  return Number(rows[0]?.count);
}
