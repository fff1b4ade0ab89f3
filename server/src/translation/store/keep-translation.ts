import { dateOf } from '../../platform/clock.ts';
import { inTransaction, type Tx } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { countOutcome } from '../outcomes.sql.ts';
import { selectPrecedent } from '../reviews/precedents.sql.ts';
import { openReview } from '../reviews/reviews.sql.ts';
import type { SourceText } from '../texts/source-text.ts';
import type { TranslatedText } from '../translator.ts';
import { sourceHash } from './source-hash.ts';
import type { TranslationStore } from './translation-store.ts';
import { putTranslation, selectStanding } from './translations.sql.ts';

/** Rules that words shown in a language must keep; versioned, so that what was checked by older ones is checked again. */
export interface OutputRules {
  readonly version: string;
  /** Terms a person should look at before others read them. */
  check(text: string, language: string): string[];
}

export interface KeepParts {
  store: TranslationStore;
  rules: OutputRules;
}

/** Bump when the same engine would now give another text for the same sentence: prepared, restored or checked differently. */
export const pipelineVersion = 1;

type KeepDeps = Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>;

/**
 * Stores a machine's text beside its source, after the rules of its language have read it. Flagged output of a clean source is
 * most likely a mistranslation: it is held for a reviewer, and its author has nothing to do with it.
 */
export async function keepTranslation(
  deps: KeepDeps,
  { store, rules }: KeepParts,
  source: SourceText,
  language: string,
  made: TranslatedText,
): Promise<'shown' | 'held'> {
  const key = { homeId: source.place.ids[0], address: source.address, language };
  const { terms, standing: judged } = judge(rules, source, language, made);
  const standing = await inTransaction(deps.db, async (tx) => {
    const decided = precedents[(await selectPrecedent(tx, key, made.text ?? '')) ?? 'none'];
    const row = { ...rowOf(deps, rules, source, made), language, standing: decided ?? judged, matched_terms: terms };
    if (!(await putTranslation(tx, row))) return (await selectStanding(tx, key)) ?? row.standing;
    if (row.standing === 'held') await hold(deps, tx, source, language, made, terms);
    await deps.events.emit(tx, 'translation.changed', key);
    return row.standing;
  });
  deps.events.wake();
  store.invalidate(key);
  return standing === 'held' || standing === 'withheld' ? 'held' : 'shown';
}

/** What a person decided about a wording holds whenever it comes again; what was corrected is looked at once more. */
const precedents = { release: 'released', withhold: 'withheld', correct: 'held', none: undefined } as const;

/** Whoever may read a flagged source reads it because a person let it pass. */
function judge(rules: OutputRules, source: SourceText, language: string, { text, from }: TranslatedText) {
  const terms = text === undefined ? [] : rules.check(text, language);
  const isClean = terms.length === 0 || rules.check(source.text, from[0] ?? 'und').length > 0;
  return { terms, standing: isClean ? ('shown' as const) : ('held' as const) };
}

function rowOf({ clock }: Pick<Deps, 'clock'>, rules: OutputRules, source: SourceText, made: TranslatedText) {
  return {
    home_id: source.place.ids[0],
    address: source.address,
    source_hash: sourceHash(source.text),
    source_languages: made.from,
    state: made.state,
    text: made.text ?? '',
    pairs: JSON.stringify(made.pairs),
    origin: made.origin ?? ('machine' as const),
    engine: made.engine ?? null,
    model: made.model ?? null,
    pipeline_version: pipelineVersion,
    rules_version: rules.version,
    made_at: dateOf(clock),
  };
}

async function hold(
  { ids, clock }: Pick<Deps, 'ids' | 'clock'>,
  tx: Tx,
  source: SourceText,
  language: string,
  made: TranslatedText,
  terms: readonly string[],
): Promise<void> {
  const [from, engine, at] = [made.from[0] ?? 'und', made.engine ?? '', dateOf(clock)];
  await openReview(tx, {
    id: ids.next(),
    home_id: source.place.ids[0],
    address: source.address,
    language,
    from_language: from,
    author_id: source.authorId ?? null,
    reason: terms.length > 0 ? 'rules' : 'disputed',
    matched_terms: [...terms],
    source: source.text,
    output: made.text ?? '',
    engine,
    created_at: at,
  });
  await countOutcome(tx, { from, to: language, engine, at }, { held: 1 });
}
