import { blankNonProse } from './prose.ts';
import { JAPANESE_ONLY_HAN, SCRIPT_LANGUAGES, SCRIPT_OF_LANGUAGE, TELLTALE_LETTERS } from './script-languages.ts';
import { type Script, type ScriptRun, scriptRuns } from './scripts.ts';

/** A statistical guess. `language` is an ISO 639 code, confidences lie in 0–1 and compare within one guess. */
export type LanguageGuess = {
  language: string;
  confidence: number;
  alternatives?: readonly { language: string; confidence: number }[];
};

/** `zxx` no letters, `und` unsure, `mul` several languages of weight, otherwise ISO 639. */
export type DetectedLanguage = {
  language: string;
  confidence: number;
  /** The language most of the text is in; only for `mul`. */
  dominant?: string;
  /** For `mul`: parts in text order, offsets in UTF-16 units, `end` exclusive, signs and spaces left out. */
  segments?: { language: string; start: number; end: number }[];
};

export type DetectionHelp = {
  /** Statistical detector for scripts that many languages share. */
  guess?: (text: string) => LanguageGuess | undefined;
  /** Languages expected here, likeliest first: the author's, the parent text's. */
  priors?: readonly string[];
  /** Language of a word known to the glossary (lower case): yyds is Chinese though spelt in Latin letters. */
  wordLanguage?: (word: string) => string | undefined;
};

// eld's own scores of the labelled 60 texts: right answers lie above .6, noise below; less is not an answer.
const LEAST_CONFIDENCE = 0.5;

// An expected language wins over a guess that leads it by no more than this. On the labelled 60 texts: "W post" needs
// .02 to become English, "hello from Texas" stays English among Spanish speakers only below .11.
const PRIOR_ADVANTAGE = 0.1;

// Han and kana words of the FLORES-200 devtest as Intl.Segmenter cuts them: 1.62 characters in Chinese, 1.71 in Japanese.
const CHARACTERS_PER_WORD = 1.6;

// Two foreign words that make up a fifth of the text are more than a borrowed name; so is one that makes up half.
const MIXED_SHARE = 0.2;
const MIXED_SHARE_OF_ONE_WORD = 0.5;

// By script alone, where the script leaves several languages open and nothing else decides.
const SCRIPT_ONLY_CONFIDENCE = 0.5;
const CERTAIN = 0.99;

// Long texts do not become clearer; bounds the work.
const LETTERS_READ = 4000;

/**
 * Which language a short text is in. Script first; the guesser only where a script serves many languages.
 *
 * @param text as written; mentions, tags, links, stickers and emoji are ignored
 */
export function detectLanguage(text: string, help: DetectionHelp = {}): DetectedLanguage {
  const prose = blankNonProse(text.slice(0, LETTERS_READ));
  const parts = groupByWriting(prose);
  const main = parts[0];
  if (!main) return { language: 'zxx', confidence: CERTAIN };
  const identified = parts.map((part) => ({ ...part, ...identify(part, help) }));
  const weighty = identified.filter((part) => isWeighty(part, parts));
  if (new Set(weighty.map(({ language }) => language)).size > 1) return mixture(weighty);
  const { language, confidence } = identified[0] as Identified;
  return { language, confidence };
}

type Writing = 'east-asian' | 'hangul' | Script;
type Part = { writing: Writing; runs: ScriptRun[]; text: string; words: number };
type Identified = Part & { language: string; confidence: number };

/** Runs of the same writing together, the one with most words first. Han and kana are one writing. */
function groupByWriting(prose: string): Part[] {
  const groups = Map.groupBy(scriptRuns(prose), ({ script }) => writingOf(script));
  return [...groups]
    .map(([writing, runs]) => {
      const text = runs.map(({ start, end }) => prose.slice(start, end) + digitsAt(prose, end)).join(' ');
      return { writing, runs, text, words: countWords(writing, runs, text) };
    })
    .sort((a, b) => b.words - a.words);
}

/** Digits that close a word belong to it (u1s1, B2). */
function digitsAt(prose: string, offset: number): string {
  return /^\d*/.exec(prose.slice(offset, offset + 8))?.[0] ?? '';
}

function writingOf(script: Script): Writing {
  if (script === 'Han' || script === 'Hiragana' || script === 'Katakana' || script === 'Bopomofo') return 'east-asian';
  return script === 'Hangul' ? 'hangul' : script;
}

function countWords(writing: Writing, runs: readonly ScriptRun[], text: string): number {
  if (writing === 'east-asian') return runs.reduce((sum, { letters }) => sum + letters, 0) / CHARACTERS_PER_WORD;
  return text.match(/\p{L}[\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
}

function isWeighty(part: Part, parts: readonly Part[]): boolean {
  const share = part.words / parts.reduce((sum, { words }) => sum + words, 0);
  // One Han character is a word of its own ("I love 茶"); one Latin letter is not ("T恤").
  const count = part.writing === 'east-asian' ? Math.max(part.words, 2) : part.words;
  const isLetter = part.writing !== 'east-asian' && [...part.text].length < 2;
  return !isLetter && share >= (count >= 2 ? MIXED_SHARE : MIXED_SHARE_OF_ONE_WORD);
}

function mixture(parts: readonly Identified[]): DetectedLanguage {
  const segments = parts
    .flatMap(({ language, runs }) => runs.map(({ start, end }) => ({ language, start, end })))
    .sort((a, b) => a.start - b.start);
  const confidence = Math.min(...parts.map((part) => part.confidence));
  return { language: 'mul', confidence, dominant: parts[0]?.language ?? 'und', segments: joinNeighbours(segments) };
}

function joinNeighbours(segments: readonly { language: string; start: number; end: number }[]) {
  const joined: { language: string; start: number; end: number }[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last?.language === segment.language) last.end = segment.end;
    else joined.push({ ...segment });
  }
  return joined;
}

function identify(part: Part, help: DetectionHelp): { language: string; confidence: number } {
  if (part.writing === 'hangul') return { language: 'ko', confidence: CERTAIN };
  if (part.writing === 'east-asian') return identifyEastAsian(part, help);
  if (part.writing === 'Latin') return identifyByWords(part, help) ?? identifyByGuess(part, help);
  return identifyByScript(part, part.writing, help);
}

function identifyEastAsian({ runs, text }: Part, { priors = [] }: DetectionHelp) {
  const expected = priors.find((language) => language === 'ja' || language === 'zh');
  const kana = runs.filter(({ script }) => script === 'Hiragana' || script === 'Katakana');
  // A lone の is a fashion of Chinese shop signs and nicknames (奶茶の店).
  const isDecoration = /^[^の]*の[^の]*$/u.test(text) && kana.length === 1 && kana[0]?.letters === 1;
  if (kana.length > 0 && !(isDecoration && expected === 'zh')) return { language: 'ja', confidence: CERTAIN };
  if (JAPANESE_ONLY_HAN.test(text)) return { language: 'ja', confidence: 0.9 };
  // Up to four characters may be either (最高, 大丈夫); longer Japanese has kana.
  const isAmbiguous = [...text].length <= 4;
  if (isAmbiguous) return { language: expected ?? 'zh', confidence: expected ? 0.8 : SCRIPT_ONLY_CONFIDENCE };
  return { language: 'zh', confidence: CERTAIN };
}

function identifyByWords({ text }: Part, { wordLanguage }: DetectionHelp) {
  const words = text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u);
  const known = wordLanguage && words.flatMap((word) => wordLanguage(word) ?? []);
  const language = known?.[0];
  const isAgreed = language && known.every((other) => other === language) && known.length * 2 >= words.length;
  return isAgreed ? { language, confidence: 0.8 } : undefined;
}

function identifyByGuess({ text }: Part, { guess, priors = [] }: DetectionHelp) {
  const guessed = guess?.(text);
  const choices = guessed ? [guessed, ...(guessed.alternatives ?? [])] : [];
  const expected = priors.filter((language) => (SCRIPT_OF_LANGUAGE.get(language) ?? 'Latin') === 'Latin');
  const close = choices.filter((choice) => choice.confidence >= (guessed?.confidence ?? 0) - PRIOR_ADVANTAGE);
  const favoured = expected.find((language) => close.some((choice) => choice.language === language));
  if (favoured) return { language: favoured, confidence: Math.max(guessed?.confidence ?? 0, LEAST_CONFIDENCE) };
  if (guessed && guessed.confidence >= LEAST_CONFIDENCE) {
    return { language: guessed.language, confidence: guessed.confidence };
  }
  return { language: expected[0] ?? 'und', confidence: expected[0] ? 0.4 : 0 };
}

function identifyByScript({ text }: Part, script: Script, { guess, priors = [] }: DetectionHelp) {
  const languages = SCRIPT_LANGUAGES.get(script) ?? [];
  const [usual, ...others] = languages;
  if (!usual) return { language: 'und', confidence: 0 };
  if (others.length === 0) return { language: usual, confidence: CERTAIN };
  const telltale = TELLTALE_LETTERS.find(({ language, letters }) => languages.includes(language) && letters.test(text));
  if (telltale) return { language: telltale.language, confidence: 0.9 };
  const guessed = guess?.(text);
  if (guessed && guessed.confidence >= LEAST_CONFIDENCE && languages.includes(guessed.language)) {
    return { language: guessed.language, confidence: guessed.confidence };
  }
  const expected = priors.find((language) => languages.includes(language));
  return { language: expected ?? usual, confidence: SCRIPT_ONLY_CONFIDENCE };
}
