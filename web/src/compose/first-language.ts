import { type ReadableLanguage, readableLanguageTags } from '@teahouse/contract';
import { detectLanguage } from '@teahouse/engine';
import { readableLanguage } from '../translation/reading.ts';
import type { Composition } from './composition.ts';

type Wording = Pick<Composition, 'title' | 'text' | 'language'>;

/** What the writing itself leaves no doubt about. */
const certain = 0.9;
/** Below this a guess rests on nothing but what the author reads. */
const likely = 0.5;

/** The language a note is surely in: its author's word, or a script that only one language has. */
export function certainLanguage(wording: Wording): string | undefined {
  return wording.language ?? guess(wording, certain);
}

/** The language a note seems to be written in, for an author who reads these. */
export function firstLanguageOf(wording: Wording, reads: readonly string[]): string | undefined {
  return wording.language ?? guess(wording, likely, reads);
}

function guess({ title, text }: Wording, least: number, priors: readonly string[] = []): string | undefined {
  const { language, confidence, dominant } = detectLanguage(`${title}\n${text}`, { priors });
  return confidence < least || language === 'und' || language === 'zxx' ? undefined : (dominant ?? language);
}

/** Languages for a version or a preview, the likely ones first: those the author reads. */
export function otherLanguages(
  taken: readonly (string | undefined)[],
  reads: readonly string[],
  known: readonly string[] = readableLanguageTags,
): ReadableLanguage[] {
  const order = [...reads, ...known].flatMap((tag) => readableLanguage(tag) ?? []);
  const gone = new Set(taken.flatMap((tag) => (tag ? (readableLanguage(tag) ?? []) : [])));
  return [...new Set(order)].filter((language) => !gone.has(language));
}
