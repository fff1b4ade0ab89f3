import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.ts';
import type { TranslationKey } from '../store/translations.sql.ts';

interface TranslationReport {
  reviewId: string;
  memberId: string;
  detail: string;
  at: Date;
}

/** Each member counts once; with the translation locked, nobody else reports it meanwhile. */
export async function addReport(
  tx: Tx,
  { reviewId, memberId, detail, at }: TranslationReport,
): Promise<{ count: number; isNew: boolean }> {
  const { rows } = await sql<{ count: number; isNew: boolean }>`
    with added as (
      insert into translation_report (review_id, member_id, detail, at)
      values (${reviewId}, ${memberId}, ${detail}, ${at}) on conflict do nothing returning member_id
    )
    select (select count(*) from translation_report where review_id = ${reviewId})
      + (select count(*) from added) as count, exists (select from added) as "isNew"`.execute(tx);
  return rows[0] ?? { count: 0, isNew: false };
}

export async function holdTranslation(tx: Tx, { homeId, address, language }: TranslationKey): Promise<void> {
  await tx
    .updateTable('translation')
    .set({ standing: 'held' })
    .where('home_id', '=', homeId)
    .where('address', '=', address)
    .where('language', '=', language)
    .execute();
}
