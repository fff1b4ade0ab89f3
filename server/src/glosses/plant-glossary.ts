import { createHash } from 'node:crypto';
import { dateOf } from '../platform/clock.ts';
import { inTransaction, type Tx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { glossKey } from './gloss-key.ts';
import * as stored from './glossary.sql.ts';
import { readShippedGlosses, type ShippedGloss } from './shipped/shipped-glosses.ts';

type Planted = Omit<ShippedGloss, 'register'> & { isCoarse: boolean };

/** Ids of shipped terms need a time: that of the wave that coined many of them, 13 January 2025. */
const epochMilliseconds = Date.parse('2025-01-13T00:00:00Z');

/**
 * Brings the terms that come with the house into its glossary, once for every edition of them. What members proposed,
 * changed or declined is theirs and stays.
 */
export async function plantGlossary(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  shipped: readonly ShippedGloss[] = readShippedGlosses(),
): Promise<void> {
  const hash = createHash('sha256').update(JSON.stringify(shipped)).digest('hex');
  if ((await stored.selectShippedHash(db)) === hash) return;
  await inTransaction(db, async (tx) => {
    if ((await stored.lockShippedHash(tx)) === hash) return;
    await plantOnce(tx, shipped.map(plantedOf), dateOf(clock));
    await stored.setShippedHash(tx, hash);
    await stored.bumpGlossary(tx);
  });
}

async function plantOnce(tx: Tx, shipped: readonly Planted[], at: Date): Promise<void> {
  const taken = new Set(
    (await stored.selectMembersTerms(tx)).map(({ language, term_key }) => `${language} ${term_key}`),
  );
  const free = shipped.filter(({ language, term }) => !taken.has(`${language} ${glossKey(term)}`));
  await stored.withdrawUnshipped(
    tx,
    free.map(({ id }) => id),
    at,
  );
  const written = new Set(await stored.upsertShipped(tx, free.map(rowOf), at));
  const renderings = free.filter(({ id }) => written.has(id)).flatMap(renderingRowsOf);
  await stored.replaceRenderings(tx, [...written], renderings);
}

function plantedOf({ register, ...gloss }: ShippedGloss): Planted {
  return { ...gloss, id: shippedGlossId(gloss.id), isCoarse: register === 'coarse' };
}

/** The same for a term in every house: its address holds when a house moves. A UUIDv7 whose random bits are a hash. */
export function shippedGlossId(name: string): string {
  const digest = createHash('sha256').update(name).digest();
  const variant = (0x80 | ((digest[2] ?? 0) & 0x3f)).toString(16);
  const hex = epochMilliseconds.toString(16).padStart(12, '0');
  const random = digest.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(6, 8)}-${random.slice(8, 20)}`;
}

function rowOf({ id, language, term, variants, sense, isCoarse, isAmbiguous, needs, exceptions }: Planted) {
  const matching = { term_key: glossKey(term), is_coarse: isCoarse, is_ambiguous: isAmbiguous };
  return { id, language, term, variants, sense, needs, exceptions, ...matching };
}

function renderingRowsOf({ id, renderings }: Planted): stored.RenderingRow[] {
  return Object.entries(renderings).flatMap(([language, rendering]) =>
    rendering ? [{ gloss_id: id, language, text: rendering.text, note: rendering.note ?? '' }] : [],
  );
}
