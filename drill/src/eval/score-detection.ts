import { needsTranslation } from '@teahouse/contract';
import { looksUndecodable } from '@teahouse/engine';
import type { LanguageReading } from '@teahouse/server';
import type { CodedText, LabelledText, ReaderText } from './labelled-sets.ts';

export type Miss = { text: string; expected: string; found: string };
export type Rate = { count: number; of: number };

export type DetectionScore = {
  right: Rate;
  byLanguage: Map<string, Rate>;
  misses: Miss[];
  /** Harmonic mean of precision and recall for texts of several languages; undefined where the set has none. */
  mixedF1: number | undefined;
  noLetters: Rate;
};

export type ButtonScore = { shown: Rate; needless: Rate; misses: Miss[] };

export type UndecodableScore = { found: Rate; byKind: Map<string, Rate>; misses: Miss[] };

/** @param texts labelled with one language, `mul` or `zxx` */
export function scoreDetection({ detectLanguage }: LanguageReading, texts: readonly LabelledText[]): DetectionScore {
  const results = texts.map(({ text, language }) => ({
    text,
    expected: language,
    found: detectLanguage(text).language,
  }));
  const byLanguage = new Map(
    [...Map.groupBy(results, ({ expected }) => expected)].map(([language, of]) => [language, rateOf(of, isRight)]),
  );
  return {
    right: rateOf(results, isRight),
    byLanguage,
    misses: results.filter((result) => !isRight(result)),
    mixedF1: mixedF1(results),
    noLetters: byLanguage.get('zxx') ?? { count: 0, of: 0 },
  };
}

/** Whether the button stands where a reader needs it, and only there. */
export function scoreButton({ languagesIn }: LanguageReading, texts: readonly ReaderText[]): ButtonScore {
  const results = texts.map(({ text, reads, needsButton }) => {
    const languages = languagesIn(text);
    const found = needsTranslation(languages, reads);
    return { text, needsButton, found, reads, languages };
  });
  return {
    shown: rateOf(
      results.filter(({ needsButton }) => needsButton),
      ({ found }) => found,
    ),
    needless: rateOf(
      results.filter(({ needsButton }) => !needsButton),
      ({ found }) => found,
    ),
    misses: results
      .filter(({ needsButton, found }) => needsButton !== found)
      .map(({ text, needsButton, reads, languages }) => ({
        text,
        expected: `${needsButton ? 'button' : 'none'} for ${reads.join()}`,
        found: languages.join(),
      })),
  };
}

/** How many coded texts are recognised as such, by kind of code. */
export function scoreUndecodable(reading: LanguageReading, texts: readonly CodedText[]): UndecodableScore {
  const coded = texts.filter(({ kind }) => kind !== 'normal');
  const results = coded.map(({ text, kind }) => ({ text, expected: kind, found: reasonOf(reading, text) ?? '' }));
  const isFound = ({ found }: Miss) => found !== '';
  return {
    found: rateOf(results, isFound),
    byKind: new Map(
      [...Map.groupBy(results, ({ expected }) => expected)].map(([kind, of]) => [kind, rateOf(of, isFound)]),
    ),
    misses: results.filter((result) => !isFound(result)),
  };
}

/** Ordinary texts taken for a riddle. */
export function scoreOrdinary(reading: LanguageReading, texts: readonly string[]): { taken: Rate; misses: Miss[] } {
  const misses = texts.flatMap((text) => {
    const found = reasonOf(reading, text);
    return found ? [{ text, expected: 'normal', found }] : [];
  });
  return { taken: { count: misses.length, of: texts.length }, misses };
}

/** Median over rounds through all texts, in microseconds; the first rounds warm the code up. */
export function measureMicroseconds({ detectLanguage }: LanguageReading, texts: readonly string[]): number {
  const warmUps = 3;
  const rounds = 9;
  const durations: number[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const text of texts) {
      const startedAt = performance.now();
      detectLanguage(text);
      if (round >= 0) durations.push(performance.now() - startedAt);
    }
  }
  durations.sort((a, b) => a - b);
  return (durations[Math.floor(durations.length / 2)] ?? 0) * 1000;
}

export function shareOf({ count, of }: Rate): number {
  return of === 0 ? 1 : count / of;
}

function reasonOf({ detectLanguage }: LanguageReading, text: string): string | undefined {
  return looksUndecodable(text, { language: detectLanguage(text).language });
}

function isRight({ expected, found }: Miss): boolean {
  return expected === found;
}

function rateOf<T>(results: readonly T[], counts: (result: T) => boolean): Rate {
  return { count: results.filter(counts).length, of: results.length };
}

function mixedF1(results: readonly Miss[]): number | undefined {
  const isMixed = results.filter(({ expected }) => expected === 'mul');
  if (isMixed.length === 0) return undefined;
  const said = results.filter(({ found }) => found === 'mul');
  const hits = isMixed.filter(isRight).length;
  return (2 * hits) / (isMixed.length + said.length);
}
