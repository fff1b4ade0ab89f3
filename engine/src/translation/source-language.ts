import { SCRIPT_OF_LANGUAGE } from '../text/script-languages.ts';
import { type Script, type ScriptRun, scriptRuns } from '../text/scripts.ts';

type Writing = Script | 'East Asian';

// Characters per word of the FLORES-200 devtest: 1.6 in Chinese and Japanese, 5 in the alphabets.
const LETTERS_PER_EAST_ASIAN_WORD = 1.6;
const LETTERS_PER_WORD = 5;

/** @returns the language without script and region: zh for zh-Hant */
export function baseLanguage(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? tag;
}

/**
 * The language to translate a sentence from: for a mixture of several, the one that takes most of the sentence and is
 * not the target.
 *
 * @param wording the sentence with its protected spans blanked out
 * @param languageOf answers `mul` for mixtures, `und` when unsure, `zxx` without letters
 */
export function findSourceLanguage(wording: string, target: string, languageOf: (sentence: string) => string): string {
  const language = languageOf(wording);
  if (language !== 'mul') return language;
  const targetWriting = writingOf(SCRIPT_OF_LANGUAGE.get(baseLanguage(target)) ?? 'Latin');
  const foreign = partsByWeight(wording)
    .map(({ writing, text }) => ({ writing, language: languageOf(text) }))
    .find(({ writing, language }) => (isKnown(language) ? !isSame(language, target) : writing !== targetWriting));
  return foreign && isKnown(foreign.language) ? foreign.language : 'und';
}

export function isSame(language: string, target: string): boolean {
  return baseLanguage(language) === baseLanguage(target);
}

function isKnown(language: string): boolean {
  return language !== 'und' && language !== 'mul' && language !== 'zxx';
}

function partsByWeight(wording: string): { writing: Writing; text: string; words: number }[] {
  const groups = Map.groupBy(scriptRuns(wording), ({ script }) => writingOf(script));
  return [...groups]
    .map(([writing, runs]) => ({ writing, text: joinRuns(wording, runs), words: countWords(writing, runs) }))
    .sort((a, b) => b.words - a.words);
}

function joinRuns(wording: string, runs: readonly ScriptRun[]): string {
  return runs.map(({ start, end }) => wording.slice(start, end)).join(' ');
}

function countWords(writing: Writing, runs: readonly ScriptRun[]): number {
  const letters = runs.reduce((sum, run) => sum + run.letters, 0);
  return letters / (writing === 'East Asian' ? LETTERS_PER_EAST_ASIAN_WORD : LETTERS_PER_WORD);
}

function writingOf(script: Script): Writing {
  return script === 'Han' || script === 'Hiragana' || script === 'Katakana' || script === 'Bopomofo'
    ? 'East Asian'
    : script;
}
