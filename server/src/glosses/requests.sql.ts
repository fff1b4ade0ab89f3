import { type Selectable, sql } from 'kysely';
import type { Queryable, Tx } from '../platform/db/database.ts';
import type { GlossRequestTable } from '../platform/db/schema/glosses.ts';

export type RequestRow = Selectable<GlossRequestTable>;

export interface NewRequest {
  id: string;
  words: string;
  words_key: string;
  language: string;
  address: string | null;
  created_at: Date;
}

export interface RequestPosition {
  asked: number;
  id: string;
}

/** The open request for these words; a place where they stand is kept as soon as somebody names one. */
export async function openRequest(tx: Tx, row: NewRequest): Promise<string> {
  const { id } = await tx
    .insertInto('gloss_request')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['language', 'words_key'])
        .where(sql<boolean>`state = 'open'`)
        .doUpdateSet({ address: sql`coalesce(gloss_request.address, excluded.address)` }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Counts a member once, however often they ask. */
export async function countAsker(tx: Tx, requestId: string, memberId: string, at: Date): Promise<RequestRow> {
  await sql`
    with asker as (
      insert into gloss_request_member (request_id, member_id, at) values (${requestId}, ${memberId}, ${at})
      on conflict do nothing returning request_id
    )
    update gloss_request set asked = asked + 1 from asker where id = asker.request_id`.execute(tx);
  return tx.selectFrom('gloss_request').selectAll().where('id', '=', requestId).executeTakeFirstOrThrow();
}

export function selectOpenRequests(
  db: Queryable,
  after: RequestPosition | undefined,
  limit: number,
): Promise<RequestRow[]> {
  return db
    .selectFrom('gloss_request')
    .selectAll()
    .where('state', '=', 'open')
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(asked, id) < (${after?.asked}::integer, ${after?.id}::uuid)`),
    )
    .orderBy('asked', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Somebody has proposed a term for it; it stays open until the term is approved. */
export async function attachToRequest(tx: Tx, requestId: string, glossId: string): Promise<void> {
  await tx
    .updateTable('gloss_request')
    .set({ gloss_id: glossId })
    .where('id', '=', requestId)
    .where('state', '=', 'open')
    .execute();
}

/** Requests that a term was proposed for, and those for its very words. */
export async function answerRequests(
  tx: Tx,
  glossId: string,
  language: string,
  keys: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update gloss_request set state = 'answered', gloss_id = ${glossId}
    where state = 'open'
      and (gloss_id = ${glossId} or (words_key = any(${[...keys]}::text[]) and language in (${language}, 'und')))
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Those who asked first, each once. */
export async function selectAskers(
  tx: Tx,
  requestIds: readonly string[],
  without: readonly string[],
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('gloss_request_member')
    .select('member_id')
    .where('request_id', 'in', [...requestIds])
    .where(sql<boolean>`member_id <> all(${[...without]}::uuid[])`)
    .groupBy('member_id')
    .orderBy((eb) => eb.fn.min('at'))
    .orderBy('member_id')
    .limit(limit)
    .execute();
  return rows.map(({ member_id }) => member_id);
}

export async function detachRequests(tx: Tx, glossId: string): Promise<void> {
  await tx
    .updateTable('gloss_request')
    .set({ gloss_id: null })
    .where('gloss_id', '=', glossId)
    .where('state', '=', 'open')
    .execute();
}
