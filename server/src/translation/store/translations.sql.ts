import type { Insertable, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import type { TranslationTable } from '../../platform/db/schema/translation.ts';

export type TranslationRow = Selectable<TranslationTable>;

export interface TranslationKey {
  homeId: string;
  address: string;
  language: string;
}

export async function selectTranslations(db: Queryable, keys: readonly TranslationKey[]): Promise<TranslationRow[]> {
  const { rows } = await sql<TranslationRow>`
    select translation.* from translation
    join unnest(${keys.map((key) => key.homeId)}::uuid[], ${keys.map((key) => key.address)}::text[], ${keys.map((key) => key.language)}::text[])
      as wanted (home_id, address, language) using (home_id, address, language)`.execute(db);
  return rows;
}

/** A machine never replaces what a person suggested or decided for the same wording. */
export async function putTranslation(tx: Queryable, row: Insertable<TranslationTable>): Promise<boolean> {
  const put = await tx
    .insertInto('translation')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['home_id', 'address', 'language'])
        .doUpdateSet((eb) => ({
          source_hash: eb.ref('excluded.source_hash'),
          source_languages: eb.ref('excluded.source_languages'),
          state: eb.ref('excluded.state'),
          text: eb.ref('excluded.text'),
          pairs: eb.ref('excluded.pairs'),
          origin: eb.ref('excluded.origin'),
          engine: eb.ref('excluded.engine'),
          model: eb.ref('excluded.model'),
          by_member: eb.ref('excluded.by_member'),
          pipeline_version: eb.ref('excluded.pipeline_version'),
          rules_version: eb.ref('excluded.rules_version'),
          standing: eb.ref('excluded.standing'),
          matched_terms: eb.ref('excluded.matched_terms'),
          good: 0,
          wrong: 0,
          made_at: eb.ref('excluded.made_at'),
        }))
        .where(
          sql<boolean>`translation.source_hash <> excluded.source_hash or excluded.origin = 'member'
            or (translation.origin <> 'member' and translation.standing in ('shown', 'held', 'released') and translation.text <> excluded.text)
            or (translation.rules_version <> excluded.rules_version and translation.standing in ('shown', 'held'))`,
        ),
    )
    .returning('home_id')
    .executeTakeFirst();
  return put !== undefined;
}

/** All translations of a home, or those of one text. */
export async function deleteTranslations(tx: Queryable, homeId: string, address?: string): Promise<void> {
  await tx
    .deleteFrom('translation')
    .where('home_id', '=', homeId)
    .$if(address !== undefined, (query) => query.where('address', '=', address ?? ''))
    .execute();
}
