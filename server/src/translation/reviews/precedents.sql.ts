import type { Queryable } from '../../platform/db/database.ts';
import type { TranslationKey } from '../store/translations.sql.ts';

/** What a person decided last about this very wording for this text. */
export async function selectPrecedent(
  db: Queryable,
  { homeId, address, language }: TranslationKey,
  output: string,
): Promise<'release' | 'withhold' | 'correct' | undefined> {
  const row = await db
    .selectFrom('translation_review')
    .select('decision')
    .where('home_id', '=', homeId)
    .where('address', '=', address)
    .where('language', '=', language)
    .where('output', '=', output)
    .where('state', '=', 'decided')
    .where('moderator_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.decision ?? undefined;
}
