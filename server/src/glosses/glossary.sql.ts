import { type RawBuilder, sql } from 'kysely';
import type { Queryable, Tx } from '../platform/db/database.ts';

/** By language of the reader. */
export type Renderings = Record<string, { text: string; note: string }>;

/** An approved term, as far as texts are searched for it and explained with it. */
export interface ApprovedGloss {
  id: string;
  language: string;
  term: string;
  variants: string[];
  needs: string[];
  exceptions: string[];
  sense: string;
  isCoarse: boolean;
  isAmbiguous: boolean;
  version: number;
  renderings: Renderings;
}

export interface ShippedRow {
  id: string;
  language: string;
  term: string;
  term_key: string;
  variants: string[];
  sense: string;
  is_coarse: boolean;
  is_ambiguous: boolean;
  needs: string[];
  exceptions: string[];
}

export interface RenderingRow {
  gloss_id: string;
  language: string;
  text: string;
  note: string;
}

export const renderingsOfGloss: RawBuilder<Renderings> = sql`coalesce((
  select json_object_agg(r.language, json_build_object('text', r.text, 'note', r.note))
  from gloss_rendering as r where r.gloss_id = gloss.id), '{}')`;

export async function selectGlossaryVersion(db: Queryable): Promise<number> {
  const { version } = await db.selectFrom('glossary_state').select('version').executeTakeFirstOrThrow();
  return version;
}

export function selectApprovedGlosses(db: Queryable): Promise<ApprovedGloss[]> {
  return db
    .selectFrom('gloss')
    .select(['id', 'language', 'term', 'variants', 'needs', 'exceptions', 'sense', 'version'])
    .select(['is_coarse as isCoarse', 'is_ambiguous as isAmbiguous', renderingsOfGloss.as('renderings')])
    .where('state', '=', 'approved')
    .orderBy('id')
    .execute();
}

/** Every process reads the glossary anew when it sees another number. */
export async function bumpGlossary(tx: Tx): Promise<number> {
  const { version } = await tx
    .updateTable('glossary_state')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function selectShippedHash(db: Queryable): Promise<string> {
  const { shipped_hash } = await db.selectFrom('glossary_state').select('shipped_hash').executeTakeFirstOrThrow();
  return shipped_hash;
}

/** Processes that start together wait here for each other. */
export async function lockShippedHash(tx: Tx): Promise<string> {
  const { shipped_hash } = await tx
    .selectFrom('glossary_state')
    .select('shipped_hash')
    .forUpdate()
    .executeTakeFirstOrThrow();
  return shipped_hash;
}

export async function setShippedHash(tx: Tx, shipped_hash: string): Promise<void> {
  await tx.updateTable('glossary_state').set({ shipped_hash }).execute();
}

/** Terms that members brought themselves, or gave new words: they stay as they are. */
export function selectMembersTerms(tx: Tx): Promise<{ id: string; language: string; term_key: string }[]> {
  return tx
    .selectFrom('gloss')
    .select(['id', 'language', 'term_key'])
    .where('state', '<>', 'declined')
    .where((eb) => eb.or([eb('is_shipped', '=', false), eb('decided_by', 'is not', null)]))
    .execute();
}

/** Terms that no longer come with the house, unless members took care of them. */
export async function withdrawUnshipped(tx: Tx, shippedIds: string[], at: Date): Promise<void> {
  await tx
    .updateTable('gloss')
    .set({ state: 'declined', updated_at: at })
    .where('is_shipped', '=', true)
    .where('decided_by', 'is', null)
    .where('state', '<>', 'declined')
    .where(sql<boolean>`not id = any(${shippedIds}::uuid[])`)
    .execute();
}

/** @returns ids of those written; terms that a moderator decided about are not among them */
export async function upsertShipped(tx: Tx, rows: ShippedRow[], at: Date): Promise<string[]> {
  if (rows.length === 0) return [];
  const written = await tx
    .insertInto('gloss')
    .values(
      rows.map((row) => ({ ...row, state: 'approved' as const, is_shipped: true, created_at: at, updated_at: at })),
    )
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((eb) => ({
          language: eb.ref('excluded.language'),
          term: eb.ref('excluded.term'),
          term_key: eb.ref('excluded.term_key'),
          variants: eb.ref('excluded.variants'),
          sense: eb.ref('excluded.sense'),
          is_coarse: eb.ref('excluded.is_coarse'),
          is_ambiguous: eb.ref('excluded.is_ambiguous'),
          needs: eb.ref('excluded.needs'),
          exceptions: eb.ref('excluded.exceptions'),
          state: eb.ref('excluded.state'),
          updated_at: eb.ref('excluded.updated_at'),
          version: eb('gloss.version', '+', 1),
        }))
        .where('gloss.decided_by', 'is', null),
    )
    .returning('id')
    .execute();
  return written.map(({ id }) => id);
}

export async function replaceRenderings(tx: Tx, glossIds: string[], rows: RenderingRow[]): Promise<void> {
  if (glossIds.length > 0) await tx.deleteFrom('gloss_rendering').where('gloss_id', 'in', glossIds).execute();
  if (rows.length > 0) await tx.insertInto('gloss_rendering').values(rows).execute();
}
