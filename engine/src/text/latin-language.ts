import { languagesOfWord, shortenDrawnOut } from './chat-words.ts';
import type { DetectionHelp } from './detection.ts';
import { LATIN_TELLTALE_LETTERS, SCRIPT_OF_LANGUAGE } from './script-languages.ts';

type Judged = { language: string; confidence: number };

// eld's own scores of the labelled 60 texts: right answers lie above .6, noise below; less is not an answer.
const LEAST_CONFIDENCE = 0.5;

// An expected language wins over a guess that leads it by no more than this. On the labelled 60 texts: "W post" needs
// .02 to become English, "hello from Texas" stays English among Spanish speakers only below .11.
const PRIOR_ADVANTAGE = 0.1;

// Set on the building half of the labelled short texts (`npm run eval -- detect --part build`): a text whose every word is
// known to one language must outweigh any guess, a letter of one alphabet all but the clearest.
const WORDS_WEIGH = 0.8;
const LETTERS_WEIGH = 0.6;

// Languages few members write; on two or three words the detector names them as often by chance as by right.
const SELDOM_PENALTY = 0.15;
const USUAL = new Set(['en', 'es', 'pt', 'fr', 'de', 'it', 'vi', 'id', 'ms', 'tr', 'nl', 'pl']);

/**
 * The language of Latin letters: common words, letters that tell, and the statistical guess, weighed together.
 *
 * @param words in small letters
 */
export function identifyLatin(words: readonly string[], help: DetectionHelp): Judged {
  return identifyByGlossary(words, help) ?? weigh(words, help);
}

function identifyByGlossary(words: readonly string[], { wordLanguage }: DetectionHelp): Judged | undefined {
  const known = wordLanguage && words.flatMap((word) => wordLanguage(word) ?? []);
  const language = known?.[0];
  const isAgreed = language && known.every((other) => other === language) && known.length * 2 >= words.length;
  return isAgreed ? { language, confidence: 0.8 } : undefined;
}

function weigh(words: readonly string[], { guess, priors = [] }: DetectionHelp): Judged {
  const text = shortenDrawnOut(words.join(' '));
  const guessed = guess?.(text);
  const scores = new Map<string, number>();
  const add = (language: string, score: number) => scores.set(language, (scores.get(language) ?? 0) + score);
  for (const choice of guessed ? [guessed, ...(guessed.alternatives ?? [])] : []) {
    add(readAs(choice.language, priors), choice.confidence - (USUAL.has(choice.language) ? 0 : SELDOM_PENALTY));
  }
  for (const word of words) {
    const languages = languagesOfWord(word);
    for (const language of languages) add(language, WORDS_WEIGH / languages.length / words.length);
  }
  for (const { language, letters } of LATIN_TELLTALE_LETTERS) if (letters.test(text)) add(language, LETTERS_WEIGH);
  return choose(scores, priors.filter(isLatin));
}

function choose(scores: ReadonlyMap<string, number>, expected: readonly string[]): Judged {
  const ranked = [...scores].sort(([, a], [, b]) => b - a);
  const [best, score] = ranked[0] ?? ['und', 0];
  const close = new Set(ranked.filter(([, other]) => other >= score - PRIOR_ADVANTAGE).map(([language]) => language));
  const favoured = expected.find((language) => close.has(language));
  if (favoured) return { language: favoured, confidence: Math.min(1, Math.max(score, LEAST_CONFIDENCE)) };
  if (score >= LEAST_CONFIDENCE) return { language: best, confidence: Math.min(1, score) };
  return { language: expected[0] ?? 'und', confidence: expected[0] ? 0.4 : 0 };
}

/** eld knows Malay only; of the two, which are close to each other in writing, Indonesian has many more writers. */
function readAs(language: string, priors: readonly string[]): string {
  return language === 'ms' && !priors.includes('ms') ? 'id' : language;
}

function isLatin(language: string): boolean {
  return (SCRIPT_OF_LANGUAGE.get(language) ?? 'Latin') === 'Latin';
}
