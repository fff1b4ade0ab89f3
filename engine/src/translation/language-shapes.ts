import { SCRIPT_OF_LANGUAGE } from '../text/script-languages.ts';
import type { Script } from '../text/scripts.ts';
import { baseLanguage } from './source-language.ts';

// Graphemes per grapheme of English: medians of the reference translations of FLORES-200 devtest.
const GRAPHEMES_PER_ENGLISH: ReadonlyMap<string, number> = new Map([
  ['en', 1],
  ['zh', 0.31],
  ['ja', 0.43],
  ['ko', 0.5],
  ['es', 1.19],
  ['fr', 1.19],
]);

// Languages that were not measured, taken for one of the alphabets, with bounds as much wider.
const UNMEASURED = 1.1;
const UNMEASURED_TOLERANCE = 1.5;

// Between them lie all of Bergamot's outputs and of the references on the ten pairs of FLORES-200 devtest (20,240).
const LEAST_OF_EXPECTED = 0.3;
const MOST_OF_EXPECTED = 2.8;

// A word of slang takes a phrase to say, and a phrase a word: in graphemes of English.
const FREE_GRAPHEMES = 30;

/** Least and most graphemes a translation of `length` graphemes may have. */
export function lengthBounds(length: number, from: string, to: string): { least: number; most: number } {
  const source = GRAPHEMES_PER_ENGLISH.get(baseLanguage(from));
  const target = GRAPHEMES_PER_ENGLISH.get(baseLanguage(to));
  const tolerance = source && target ? 1 : UNMEASURED_TOLERANCE;
  const size = target ?? UNMEASURED;
  const expected = (length / (source ?? UNMEASURED)) * size;
  return {
    least: (expected * LEAST_OF_EXPECTED) / tolerance - FREE_GRAPHEMES * size * LEAST_OF_EXPECTED,
    most: expected * MOST_OF_EXPECTED * tolerance + FREE_GRAPHEMES * size,
  };
}

/** Graphemes that a translation of `length` graphemes usually has. */
export function expectedLength(length: number, from: string, to: string): number {
  const [source, target] = [from, to].map(
    (language) => GRAPHEMES_PER_ENGLISH.get(baseLanguage(language)) ?? UNMEASURED,
  );
  return (length / (source ?? UNMEASURED)) * (target ?? UNMEASURED);
}

/** Scripts a language is written in. */
export function scriptsOf(language: string): ReadonlySet<Script> {
  const base = baseLanguage(language);
  if (base === 'zh') return new Set<Script>(['Han', 'Bopomofo']);
  if (base === 'ja') return new Set<Script>(['Han', 'Hiragana', 'Katakana']);
  if (base === 'ko') return new Set<Script>(['Hangul', 'Han']);
  return new Set([SCRIPT_OF_LANGUAGE.get(base) ?? 'Latin']);
}
