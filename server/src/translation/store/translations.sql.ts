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

/**
 * A machine never replaces what a person suggested or decided for the same wording. Other words begin without verdicts: readers
 * judged the former ones.
 */
export async function putTranslation(tx: Queryable, row: Insertable<TranslationTable>): Promise<boolean> {
  const ofRow = sql`(home_id, address, language) = (${row.home_id}::uuid, ${row.address}, ${row.language})`;
  const put = await tx
    .with('put', (db) =>
      db
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
              good: sql`case when translation.text = excluded.text then translation.good else 0 end`,
              wrong: sql`case when translation.text = excluded.text then translation.wrong else 0 end`,
              made_at: eb.ref('excluded.made_at'),
            }))
            .where(
              sql<boolean>`translation.source_hash <> excluded.source_hash or excluded.origin = 'member'
                or (translation.origin <> 'member' and (
                  (translation.standing <> 'withheld' and translation.text <> excluded.text)
                  or (translation.standing = 'shown' and translation.rules_version <> excluded.rules_version)))`,
            ),
        )
        .returning('home_id'),
    )
    .with('forgotten', (db) =>
      db.deleteFrom('translation_verdict').where(sql<boolean>`${ofRow} and exists (select from put)
          and not exists (select from translation where ${ofRow} and text = ${row.text ?? ''})`),
    )
    .selectFrom('put')
    .select('home_id')
    .executeTakeFirst();
  return put !== undefined;
}

/** Whether it is shown; read when another row was kept. */
export async function selectStanding(
  db: Queryable,
  { homeId, address, language }: TranslationKey,
): Promise<TranslationRow['standing'] | undefined> {
  const row = await db
    .selectFrom('translation')
    .select('standing')
    .where('home_id', '=', homeId)
    .where('address', '=', address)
    .where('language', '=', language)
    .executeTakeFirst();
  return row?.standing;
}
