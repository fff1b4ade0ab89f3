import type { DetectLanguage } from '../platform/language.ts';

/** From these on the statistics of a Latin word say more than who wrote it first. */
const certainConfidence = 0.6;
const certainLength = 5;

/**
 * The language a topic is spelt in, or `und`. A single Latin word is too short for statistics, so the notes that carry it help.
 *
 * @param likely languages of those notes, likeliest first
 */
export function languageOfTopic(detectLanguage: DetectLanguage, name: string, likely: readonly string[]): string {
  const words = wordsOf(name);
  const found = detectLanguage(words, { priors: likely });
  if (!isLatin(words)) return isKnown(found.language) ? found.language : 'und';
  const isCertain = found.confidence >= certainConfidence && words.length >= certainLength;
  if (isCertain && isKnown(found.language)) return found.language;
  return likely.find((language) => isKnown(language) && isWrittenInLatin(language)) ?? 'und';
}

/** #CatTax and #cat_tax are two words. */
export function wordsOf(name: string): string {
  return name
    .replace(/_/g, ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .trim();
}

function isKnown(language: string): boolean {
  return language !== 'und' && language !== 'mul' && language !== 'zxx';
}

function isLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text) && !/(?!\p{Script=Latin})\p{L}/u.test(text);
}

function isWrittenInLatin(language: string): boolean {
  return new Intl.Locale(language).maximize().script === 'Latn';
}
