import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import type { TranslationKey, TranslationRow } from '../store/translations.sql.ts';

export type CheckedRow = Pick<
  TranslationRow,
  'home_id' | 'address' | 'language' | 'text' | 'source_languages' | 'source_hash' | 'engine' | 'standing'
>;

/** What other rules have checked, and no person has decided about; in the order of the primary key. */
export async function selectOutdatedChecks(
  db: Queryable,
  version: string,
  after: TranslationKey | undefined,
  limit: number,
): Promise<CheckedRow[]> {
  const { homeId, address, language } = after ?? {
    homeId: '00000000-0000-0000-0000-000000000000',
    address: '',
    language: '',
  };
  const { rows } = await sql<CheckedRow>`
    select home_id, address, language, text, source_languages, source_hash, engine, standing from translation
    where (home_id, address, language) > (${homeId}::uuid, ${address}, ${language})
      and rules_version <> ${version} and standing in ('shown', 'held')
    order by home_id, address, language limit ${limit}`.execute(db);
  return rows;
}

export interface Verdict extends TranslationKey {
  /** As it was read. */
  text: string;
  former: string;
  terms: string[];
  standing: 'shown' | 'held';
}

/**
 * Writes what the rules say now. A row that was changed meanwhile is left for the next run.
 *
 * @returns those whose standing is another now
 */
export async function putVerdicts(
  tx: Queryable,
  version: string,
  rows: readonly Verdict[],
): Promise<(TranslationKey & { standing: 'shown' | 'held' })[]> {
  const { rows: changed } = await sql<TranslationKey & { standing: 'shown' | 'held' }>`
    with checked as (
      select home_id, address, language, text, former, standing, array(select jsonb_array_elements_text(terms)) as terms
      from jsonb_to_recordset(${JSON.stringify(rows.map(({ homeId, ...row }) => ({ ...row, home_id: homeId })))}::jsonb)
        as given (home_id uuid, address text, language text, text text, former text, standing text, terms jsonb)
    ), put as (
      update translation as t set rules_version = ${version}, standing = c.standing, matched_terms = c.terms
      from checked as c
      where (t.home_id, t.address, t.language) = (c.home_id, c.address, c.language)
        and t.text = c.text and t.standing = c.former
      returning t.home_id, t.address, t.language, t.standing, c.former
    )
    select home_id as "homeId", address, language, standing from put where standing <> former`.execute(tx);
  return changed;
}

/** Of these, translations that members or readers have questioned: the rules alone do not let them pass. */
export async function selectQuestioned(db: Queryable, keys: readonly TranslationKey[]): Promise<Set<string>> {
  const { rows } = await sql<{ address: string; language: string }>`
    select distinct address, language from translation_review left join translation_report on review_id = id
    where home_id = any(${[...new Set(keys.map(({ homeId }) => homeId))]}::uuid[]) and state = 'open'
      and (reason <> 'rules' or review_id is not null)`.execute(db);
  return new Set(rows.map(({ address, language }) => `${address} ${language}`));
}

/** The house opened these reviews, and closes them. */
export async function closeRuleReviews(tx: Queryable, keys: readonly TranslationKey[], at: Date): Promise<void> {
  await sql`
    update translation_review set state = 'decided', decision = 'release', decided_at = ${at}
    from unnest(${keys.map(({ address }) => address)}::text[], ${keys.map(({ language }) => language)}::text[])
      as released (address, language)
    where translation_review.address = released.address and translation_review.language = released.language
      and state = 'open' and reason = 'rules'`.execute(tx);
}
