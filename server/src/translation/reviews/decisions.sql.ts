import type { Tx } from '../../platform/db/database.ts';
import type { TranslationKey, TranslationRow } from '../store/translations.sql.ts';

function rowOf(tx: Tx, { homeId, address, language }: TranslationKey) {
  return tx
    .updateTable('translation')
    .where('home_id', '=', homeId)
    .where('address', '=', address)
    .where('language', '=', language);
}

/** The row stays locked to the end of the transaction. */
export function lockTranslationRow(
  tx: Tx,
  { homeId, address, language }: TranslationKey,
): Promise<TranslationRow | undefined> {
  return tx
    .selectFrom('translation')
    .selectAll()
    .where('home_id', '=', homeId)
    .where('address', '=', address)
    .where('language', '=', language)
    .forUpdate()
    .executeTakeFirst();
}

export async function setStanding(tx: Tx, key: TranslationKey, standing: 'released' | 'withheld'): Promise<void> {
  await rowOf(tx, key).set({ standing }).execute();
}

export interface Correction {
  text: string;
  source: string;
  from: string;
  by: string;
  at: Date;
}

/** A person's words take the machine's place; what readers said about those is forgotten with them. */
export async function putCorrection(tx: Tx, key: TranslationKey, { text, source, from, by, at }: Correction) {
  await tx
    .deleteFrom('translation_verdict')
    .where('home_id', '=', key.homeId)
    .where('address', '=', key.address)
    .where('language', '=', key.language)
    .execute();
  await rowOf(tx, key)
    .set({
      ...{ text, state: 'ok', origin: 'member', by_member: by, engine: null, model: null, standing: 'released' },
      pairs: JSON.stringify([{ source, target: text, from }]),
      ...{ matched_terms: [], good: 0, wrong: 0, made_at: at },
    })
    .execute();
}
