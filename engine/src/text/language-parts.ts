import { isBorrowedWord, languagesOfWord } from './chat-words.ts';
import type { DetectionHelp } from './detection.ts';
import { assignEastAsian } from './east-asian-language.ts';
import { identifyLatin } from './latin-language.ts';
import { blankNonProse } from './prose.ts';
import { SCRIPT_LANGUAGES, TELLTALE_LETTERS } from './script-languages.ts';
import { type Script, type ScriptRun, scriptRuns } from './scripts.ts';

/** What of a text is in one language. */
export type LanguagePart = {
  language: string;
  confidence: number;
  runs: readonly ScriptRun[];
  /** Words of weight: names and loans that the rest of the text uses as its own count nothing. */
  words: number;
  isEastAsian: boolean;
};

// Han and kana words of the FLORES-200 devtest as Intl.Segmenter cuts them: 1.62 characters in Chinese, 1.71 in Japanese.
const CHARACTERS_PER_WORD = 1.6;

// By script alone, where the script leaves several languages open and nothing else decides.
const SCRIPT_ONLY_CONFIDENCE = 0.5;
const CERTAIN = 0.99;

// The expected language of a script, or its usual one, gives way only to a guess that leads by this much: without a letter
// that tells, short Russian is taken for Bulgarian or Ukrainian with a lead of up to .1 (building half of the short texts).
const USUAL_ADVANTAGE = 0.15;

// Long texts do not become clearer; bounds the work.
const LETTERS_READ = 4000;

type Writing = 'east-asian' | Script;

/** Splits a text by language, the part with most words first; none for a text without letters of its own. */
export function partsByLanguage(text: string, help: DetectionHelp): LanguagePart[] {
  const prose = blankNonProse(text.slice(0, LETTERS_READ));
  const groups = Map.groupBy(scriptRuns(prose), ({ script }) => writingOf(script));
  const isHostToLoans = groups.has('east-asian') || groups.has('Hangul');
  const parts = [...groups].flatMap(([writing, runs]) => {
    if (writing === 'east-asian') return eastAsianParts(prose, runs, help);
    if (writing === 'Latin') return latinParts(prose, runs, isHostToLoans, help);
    return isDrawn(prose, writing, runs) ? [] : [scriptPart(prose, writing, runs, help)];
  });
  return joinSame(parts).sort((a, b) => b.words - a.words);
}

/** Lone letters of many scripts are the ears and noses of drawn faces (₍ᐢ•ﻌ•ᐢ₎); a Cyrillic one can be a word. */
function isDrawn(prose: string, script: Script, runs: readonly ScriptRun[]): boolean {
  const hasWord = runs.some(({ start, end }) => /\p{L}[\p{L}\p{M}]/u.test(prose.slice(start, end + 1)));
  return !hasWord && script !== 'Cyrillic' && script !== 'Hangul';
}

function writingOf(script: Script): Writing {
  return script === 'Han' || script === 'Hiragana' || script === 'Katakana' || script === 'Bopomofo'
    ? 'east-asian'
    : script;
}

function eastAsianParts(prose: string, runs: readonly ScriptRun[], { priors = [] }: DetectionHelp): LanguagePart[] {
  const assigned = assignEastAsian(prose, runs, priors);
  return [...Map.groupBy(assigned, ({ language }) => language)].map(([language, of]) => ({
    language,
    confidence: Math.min(...of.map(({ confidence }) => confidence)),
    runs: of.map(({ run }) => run),
    words: of.reduce((sum, { run }) => sum + run.letters, 0) / CHARACTERS_PER_WORD,
    isEastAsian: true,
  }));
}

/** Initials of Chinese words are a part of their own; what is left is one language. */
function latinParts(
  prose: string,
  runs: readonly ScriptRun[],
  isHostToLoans: boolean,
  help: DetectionHelp,
): LanguagePart[] {
  const pieces = runs.map((run) => ({ run, words: latinWords(prose, run) })).filter(({ words }) => words.length > 0);
  const isInitials = (word: string) => languageOfInitials(word.toLowerCase(), help) === 'zh';
  const initials = pieces.filter(({ words }) => words.every(isInitials));
  const others = pieces.filter((piece) => !initials.includes(piece));
  const words = others.flatMap((piece) => piece.words).filter((word) => !isInitials(word));
  const scattered = others.flatMap((piece) => piece.words).filter(isInitials).length;
  const parts: LanguagePart[] = [];
  if (initials.length > 0 || scattered > 0) {
    const count = scattered + initials.reduce((sum, piece) => sum + piece.words.length, 0);
    parts.push(latinPart('zh', 0.8, initials, count));
  }
  if (words.length > 0) {
    const weighty = isHostToLoans ? words.filter((word) => !isBorrowedWord(word)) : words;
    const read = (weighty.length > 0 ? weighty : words).map((word) => word.toLowerCase());
    const { language, confidence } = identifyLatin(read, isHostToLoans ? withEnglish(help) : help);
    parts.push(latinPart(language, confidence, others, weighty.length));
  }
  return parts;
}

function latinPart(language: string, confidence: number, pieces: readonly { run: ScriptRun }[], words: number) {
  return { language, confidence, runs: pieces.map(({ run }) => run), words, isEastAsian: false };
}

/** Digits that close a word belong to it (u1s1, B2); raised letters draw faces. */
function latinWords(prose: string, { start, end }: ScriptRun): string[] {
  const digits = /^\d*/.exec(prose.slice(end, end + 8))?.[0] ?? '';
  return (prose.slice(start, end) + digits).match(/(?!\p{Lm})\p{L}[\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
}

function languageOfInitials(word: string, { wordLanguage }: DetectionHelp): string | undefined {
  return wordLanguage?.(word) ?? languagesOfWord(word)[0];
}

/** Foreign words among Han, kana or Hangul are mostly English. */
function withEnglish(help: DetectionHelp): DetectionHelp {
  return { ...help, priors: [...(help.priors ?? []), 'en'] };
}

function scriptPart(prose: string, script: Script, runs: readonly ScriptRun[], help: DetectionHelp): LanguagePart {
  const text = runs.map(({ start, end }) => prose.slice(start, end)).join(' ');
  const words = text.match(/\p{L}[\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
  const judged = script === 'Hangul' ? { language: 'ko', confidence: CERTAIN } : identifyByScript(text, script, help);
  return { ...judged, runs, words, isEastAsian: false };
}

function identifyByScript(text: string, script: Script, { guess, priors = [] }: DetectionHelp) {
  const languages = SCRIPT_LANGUAGES.get(script) ?? [];
  const [usual, ...others] = languages;
  if (!usual) return { language: 'und', confidence: 0 };
  if (others.length === 0) return { language: usual, confidence: CERTAIN };
  const telltale = TELLTALE_LETTERS.find(({ language, letters }) => languages.includes(language) && letters.test(text));
  if (telltale) return { language: telltale.language, confidence: 0.9 };
  const guessed = guess?.(text);
  const choices = guessed ? [guessed, ...(guessed.alternatives ?? [])] : [];
  const confidenceOf = (language: string) => choices.find((choice) => choice.language === language)?.confidence ?? 0;
  const likeliest = choices.find(({ language }) => languages.includes(language));
  const expected = priors.find((language) => languages.includes(language)) ?? usual;
  if (likeliest && likeliest.confidence >= confidenceOf(expected) + USUAL_ADVANTAGE) return likeliest;
  return { language: expected, confidence: Math.max(confidenceOf(expected), SCRIPT_ONLY_CONFIDENCE) };
}

function joinSame(parts: readonly LanguagePart[]): LanguagePart[] {
  return [...Map.groupBy(parts, ({ language }) => language).values()].map((same) => ({
    ...(same[0] as LanguagePart),
    confidence: Math.max(...same.map(({ confidence }) => confidence)),
    runs: same.flatMap(({ runs }) => runs),
    words: same.reduce((sum, { words }) => sum + words, 0),
    isEastAsian: same.some(({ isEastAsian }) => isEastAsian),
  }));
}
