import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Queryable, Tx } from '../platform/db/database.ts';
import type { GlossTable } from '../platform/db/schema/glosses.ts';
import { type Renderings, renderingsOfGloss } from './glossary.sql.ts';

export type GlossState = GlossRow['state'];
export type GlossRow = Selectable<GlossTable>;

/** A term as one viewer sees it. */
export interface SeenGloss extends GlossRow {
  renderings: Renderings;
  mine: 'up' | 'down' | null;
}

export interface ListPosition {
  rank: number;
  key: string;
  id: string;
}

export interface ListedGloss extends SeenGloss {
  rank: number;
}

interface Sought {
  state: GlossState;
  language: string | undefined;
  /** Part of a term, a variant or a rendering, as `glossKey` writes it; empty for all. */
  part: string;
  /** Only this member's. */
  authorId: string | undefined;
  viewerId: string | undefined;
}

/** As many members say that a proposal is good, and so few that it is not, that a moderator should look at it first. */
const leastUpVotes = 5;
const upForOneDown = 3;

const isRipe = sql<boolean>`(state = 'proposed' and up_votes >= ${sql.lit(leastUpVotes)}
  and up_votes >= ${sql.lit(upForOneDown)} * down_votes)`;

function mineOf(viewerId: string | undefined): RawBuilder<'up' | 'down' | null> {
  if (viewerId === undefined) return sql`null`;
  return sql`(select vote from gloss_vote where gloss_id = gloss.id and member_id = ${viewerId})`;
}

/** Ripe proposals, then terms that begin like this, then those that contain it anywhere; by term. */
export async function selectGlosses(
  db: Queryable,
  { state, language, part, authorId, viewerId }: Sought,
  after: ListPosition | undefined,
  limit: number,
): Promise<ListedGloss[]> {
  const anywhere = `%${part.replace(/[\\%_]/g, '\\$&')}%`;
  const rank = sql<number>`(case when ${isRipe} then 0 when starts_with(term_key, ${part}) then 1 else 2 end)`;
  return db
    .selectFrom('gloss')
    .selectAll('gloss')
    .select([renderingsOfGloss.as('renderings'), mineOf(viewerId).as('mine'), rank.as('rank')])
    .where('state', '=', state)
    .$if(language !== undefined, (query) => query.where('language', '=', language ?? ''))
    .$if(authorId !== undefined, (query) => query.where('author_id', '=', authorId ?? ''))
    .$if(part !== '', (query) =>
      query.where(sql<boolean>`(term_key like ${anywhere}
        or exists (select from unnest(variants) as v where lower(v) like ${anywhere})
        or exists (select from gloss_rendering as r where r.gloss_id = gloss.id and lower(r.text) like ${anywhere}))`),
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(${rank}, term_key, id) > (${after?.rank}::integer, ${after?.key}::text, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('rank')
    .orderBy('term_key')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export function selectGloss(db: Queryable, id: string, viewerId: string | undefined): Promise<SeenGloss | undefined> {
  return db
    .selectFrom('gloss')
    .selectAll('gloss')
    .select([renderingsOfGloss.as('renderings'), mineOf(viewerId).as('mine')])
    .where('id', '=', id)
    .executeTakeFirst();
}

export function lockGloss(tx: Tx, id: string): Promise<GlossRow | undefined> {
  return tx.selectFrom('gloss').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Proposals of one member are made one after the other, so that the bound holds. */
export async function lockProposals(tx: Tx, memberId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`gloss ${memberId}`}, 0))`.execute(tx);
}

export async function countProposals(tx: Tx, memberId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('gloss')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('author_id', '=', memberId)
    .where('state', '=', 'proposed')
    .executeTakeFirstOrThrow();
  return count;
}

/** Another term of the language that already is one of these spellings, or has the first among its variants. */
export async function selectTwin(
  tx: Tx,
  { id, language, keys }: { id: string; language: string; keys: readonly string[] },
): Promise<string | undefined> {
  const twin = await tx
    .selectFrom('gloss')
    .select('id')
    .where('language', '=', language)
    .where('state', '<>', 'declined')
    .where('id', '<>', id)
    .where(sql<boolean>`(term_key = any(${[...keys]}::text[])
      or exists (select from unnest(variants) as v where lower(normalize(v, NFKC)) = ${keys[0] ?? ''}))`)
    .limit(1)
    .executeTakeFirst();
  return twin?.id;
}

export async function insertGloss(tx: Tx, row: Insertable<GlossTable>): Promise<void> {
  await tx.insertInto('gloss').values(row).execute();
}

export async function updateGloss(
  tx: Tx,
  id: string,
  change: Partial<Omit<Insertable<GlossTable>, 'id' | 'version'>>,
): Promise<void> {
  await tx
    .updateTable('gloss')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
