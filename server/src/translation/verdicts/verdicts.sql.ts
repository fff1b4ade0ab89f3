import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/database.ts';
import type { TranslationKey } from '../store/translations.sql.ts';

/** What a member said about translations of texts, in one language. */
export function selectVerdicts(
  db: Queryable,
  memberId: string,
  rows: readonly { home_id: string; address: string; language: string }[],
) {
  return db
    .selectFrom('translation_verdict')
    .select(['address', 'verdict'])
    .where('home_id', 'in', [...new Set(rows.map((row) => row.home_id))])
    .where('address', 'in', [...new Set(rows.map((row) => row.address))])
    .where('language', '=', rows[0]?.language ?? '')
    .where('member_id', '=', memberId)
    .execute();
}

export interface Judged {
  good: number;
  wrong: number;
  source_languages: string[];
  engine: string | null;
  text: string;
}

/** One verdict a member; the counters on the translation equal the rows. Undefined when there is no such translation. */
export async function putVerdict(
  tx: Tx,
  { homeId, address, language }: TranslationKey,
  memberId: string,
  verdict: 'good' | 'wrong' | 'none',
  at: Date,
): Promise<Judged | undefined> {
  const isKnown = await tx
    .selectFrom('translation')
    .select('home_id')
    .where('home_id', '=', homeId)
    .where('address', '=', address)
    .where('language', '=', language)
    .where('standing', 'in', ['shown', 'released'])
    .forUpdate()
    .executeTakeFirst();
  if (!isKnown) return undefined;
  const key = { home_id: homeId, address, language, member_id: memberId };
  if (verdict === 'none') {
    await sql`delete from translation_verdict where (home_id, address, language, member_id)
      = (${homeId}::uuid, ${address}, ${language}, ${memberId}::uuid)`.execute(tx);
  } else {
    await tx
      .insertInto('translation_verdict')
      .values({ ...key, verdict, at })
      .onConflict((conflict) =>
        conflict.columns(['home_id', 'address', 'language', 'member_id']).doUpdateSet({ verdict, at }),
      )
      .execute();
  }
  const { rows } = await sql<Judged>`
    update translation set
      good = (select count(*) from translation_verdict v where (v.home_id, v.address, v.language) = (${homeId}::uuid, ${address}, ${language}) and v.verdict = 'good'),
      wrong = (select count(*) from translation_verdict v where (v.home_id, v.address, v.language) = (${homeId}::uuid, ${address}, ${language}) and v.verdict = 'wrong')
    where (home_id, address, language) = (${homeId}::uuid, ${address}, ${language})
    returning good, wrong, source_languages, engine, text`.execute(tx);
  return rows[0];
}
