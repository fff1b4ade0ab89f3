import type { TextAddress } from '@teahouse/contract';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction, type Tx } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { openReviews } from '../reviews/reviews.sql.ts';
import type { OutputRules } from '../store/keep-translation.ts';
import type { TranslationStore } from '../store/translation-store.ts';
import type { TranslationKey } from '../store/translations.sql.ts';
import type { SourceText } from '../texts/source-text.ts';
import type { TextReader } from '../texts/text-reader.ts';
import {
  type CheckedRow,
  closeRuleReviews,
  putVerdicts,
  selectOutdatedChecks,
  selectQuestioned,
  type Verdict,
} from './recheck.sql.ts';

export interface RecheckParts {
  rules: OutputRules;
  texts: Pick<TextReader, 'readAll'>;
  store: Pick<TranslationStore, 'invalidate'>;
}

type RecheckDeps = Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>;

const batch = 200;

/**
 * Reads stored translations again when the rules have changed: holds what they stop now, lets go what only older ones stopped.
 * What a person has decided stays decided.
 */
export async function recheckTranslations(deps: RecheckDeps, parts: RecheckParts): Promise<void> {
  let after: TranslationKey | undefined;
  for (;;) {
    const rows = await selectOutdatedChecks(deps.db, parts.rules.version, after, batch);
    if (rows.length > 0) await recheck(deps, parts, rows);
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = keyOfRow(last);
  }
}

interface Judged {
  row: CheckedRow;
  source: SourceText | undefined;
  verdict: Verdict;
}

async function recheck(deps: RecheckDeps, parts: RecheckParts, rows: CheckedRow[]): Promise<void> {
  const judged = await judge(deps, parts, rows);
  const changed = await inTransaction(deps.db, (tx) => record(deps, tx, parts.rules.version, judged));
  deps.events.wake();
  for (const key of changed) parts.store.invalidate(key);
}

async function judge({ db }: RecheckDeps, { rules, texts }: RecheckParts, rows: CheckedRow[]): Promise<Judged[]> {
  const [sources, questioned] = await Promise.all([
    texts.readAll(rows.map(({ address }) => address as TextAddress)),
    selectQuestioned(db, rows.map(keyOfRow)),
  ]);
  return rows.map((row) => {
    const source = sources.get(row.address as TextAddress);
    const terms = rules.check(row.text, row.language);
    const staysHeld = row.standing === 'held' && questioned.has(nameOf(row));
    const standing = staysHeld || (terms.length > 0 && !isFlagged(rules, source, row)) ? 'held' : 'shown';
    return { row, source, verdict: { ...keyOfRow(row), text: row.text, former: row.standing, terms, standing } };
  });
}

/** @returns the translations whose standing is another now */
async function record(deps: RecheckDeps, tx: Tx, version: string, judged: readonly Judged[]) {
  const verdicts = judged.map(({ verdict }) => verdict);
  const changed = await putVerdicts(tx, version, verdicts);
  const held = new Set(changed.filter(({ standing }) => standing === 'held').map(nameOf));
  const newlyHeld = judged.filter(({ row }) => held.has(nameOf(row)));
  const letGo = changed.filter(({ standing }) => standing === 'shown');
  await openReviews(
    tx,
    newlyHeld.map((one) => reviewOf(deps, one)),
  );
  await closeRuleReviews(tx, letGo, dateOf(deps.clock));
  const keys = changed.map(({ homeId, address, language }) => ({ homeId, address, language }));
  await deps.events.emit(tx, 'translation.changed', ...keys);
  return keys;
}

function isFlagged(rules: OutputRules, source: SourceText | undefined, { source_languages }: CheckedRow): boolean {
  return source !== undefined && rules.check(source.text, source_languages[0] ?? 'und').length > 0;
}

function reviewOf({ ids, clock }: RecheckDeps, { row, source, verdict }: Judged) {
  return {
    id: ids.next(),
    home_id: row.home_id,
    address: row.address,
    language: row.language,
    from_language: row.source_languages[0] ?? 'und',
    author_id: source?.authorId ?? null,
    reason: 'rules' as const,
    matched_terms: verdict.terms,
    source: source?.text ?? '',
    output: row.text,
    engine: row.engine ?? '',
    created_at: dateOf(clock),
  };
}

function keyOfRow({ home_id, address, language }: CheckedRow): TranslationKey {
  return { homeId: home_id, address, language };
}

function nameOf({ address, language }: Pick<TranslationKey, 'address' | 'language'>): string {
  return `${address} ${language}`;
}
