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

export interface VerdictCounts {
  good: number;
  wrong: number;
}

interface MembersVerdict {
  memberId: string;
  verdict: 'good' | 'wrong' | 'none';
  at: Date;
}

/** One verdict a member, on a translation that is locked; its counters equal the rows afterwards. */
export async function putVerdict(
  tx: Tx,
  { homeId, address, language }: TranslationKey,
  { memberId, verdict, at }: MembersVerdict,
): Promise<VerdictCounts> {
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
  const { rows } = await sql<VerdictCounts>`
    update translation set good = said.good, wrong = said.wrong
    from (
      select count(*) filter (where verdict = 'good') as good, count(*) filter (where verdict = 'wrong') as wrong
      from translation_verdict where (home_id, address, language) = (${homeId}::uuid, ${address}, ${language})
    ) as said
    where (home_id, address, language) = (${homeId}::uuid, ${address}, ${language})
    returning translation.good, translation.wrong`.execute(tx);
  return rows[0] ?? { good: 0, wrong: 0 };
}
