import type { GlossNote, TranslationState, TranslationView } from '@teahouse/contract';
import { alignSentences } from './memory/wording-pairs.ts';
import type { TranslationRow } from './store/translations.sql.ts';
import type { SourceText } from './texts/source-text.ts';
import type { TranslatedText } from './translator.ts';

/** What a view needs to know beyond the text itself. */
export interface Dressing {
  glosses(source: SourceText): GlossNote[];
  mine(address: string): 'good' | 'wrong' | undefined;
  person(id: string): { handle: string; name: string } | undefined;
}

const nobodySaid = { good: 0, wrong: 0 };

/** A state without a text. Pure. */
export function plainView(source: SourceText, to: string, state: TranslationState, dress: Dressing): TranslationView {
  const needsNotes = state !== 'no-letters' && state !== 'same-language';
  return {
    of: source.address,
    to,
    state,
    from: source.languages ?? [],
    isImproving: false,
    isOutdated: false,
    glosses: needsNotes ? dress.glosses(source) : [],
    words: [],
    feedback: nobodySaid,
  };
}

export function authorsView(
  source: SourceText,
  to: string,
  version: { text: string; isOutdated: boolean },
  dress: Dressing,
): TranslationView {
  return {
    ...plainView(source, to, 'ok', dress),
    text: version.text,
    pairs: alignSentences(source.text, version.text).map((pair) => ({ ...pair, from: source.languages?.[0] ?? 'und' })),
    origin: 'author',
    isOutdated: version.isOutdated,
  };
}

export function storedView(source: SourceText, row: TranslationRow, dress: Dressing): TranslationView {
  const mine = dress.mine(source.address);
  const by = row.by_member ? dress.person(row.by_member) : undefined;
  return {
    ...plainView(source, row.language, row.state as TranslationState, dress),
    text: row.text,
    pairs: row.pairs,
    from: row.source_languages,
    origin: row.origin,
    ...(row.engine ? { engine: row.engine } : {}),
    ...(by ? { by } : {}),
    madeAt: row.made_at.toISOString(),
    feedback: { good: row.good, wrong: row.wrong, ...(mine ? { mine } : {}) },
  };
}

export function madeView(
  source: SourceText,
  to: string,
  made: TranslatedText,
  now: number,
  dress: Dressing,
): TranslationView {
  return {
    ...plainView(source, to, made.state, dress),
    ...(made.text === undefined ? {} : { text: made.text }),
    pairs: made.pairs,
    from: made.from,
    origin: made.origin ?? 'machine',
    ...(made.engine ? { engine: made.engine } : {}),
    madeAt: new Date(now).toISOString(),
  };
}
