import {
  type DetectedLanguage,
  type DetectionHelp,
  detectLanguage,
  type LanguageGuess,
  languagesIn,
} from '@teahouse/engine';
import { eld } from 'eld';

/** Detects the language of a member's text; the statistics are loaded once and shared by every feature. */
export type DetectLanguage = (text: string, help?: Omit<DetectionHelp, 'guess'>) => DetectedLanguage;

/** Every language a reader needs for a text, the main one first; decides where the translate button stands. */
export type ListLanguages = (text: string, help?: Omit<DetectionHelp, 'guess'>) => string[];

export type LanguageReading = { detectLanguage: DetectLanguage; languagesIn: ListLanguages };

/** Common words and telltale letters may lift a language from further down the guesser's list. */
const alternativesKept = 12;

/** @see openLanguageReading */
export async function openLanguageDetection(): Promise<DetectLanguage> {
  const reading = await openLanguageReading();
  return reading.detectLanguage;
}

/**
 * Reads the statistical detector's smallest data into memory: with words and letters beside it the target is met, and the
 * next larger set keeps 64 MB more resident.
 *
 * @param slang what the glossary knows, for every text
 */
export async function openLanguageReading(slang: Pick<DetectionHelp, 'wordLanguage'> = {}): Promise<LanguageReading> {
  // The types describe the entries with and without a loader as one.
  if ('load' in eld) await eld.load('extrasmall');
  const guess = (text: string) => bestGuess(eld.detect(text).getScores());
  return {
    detectLanguage: (text, help = {}) => detectLanguage(text, { ...slang, ...help, guess }),
    languagesIn: (text, help = {}) => languagesIn(text, { ...slang, ...help, guess }),
  };
}

function bestGuess(scores: Record<string, number>): LanguageGuess | undefined {
  const [first, ...others] = Object.entries(scores)
    .map(([language, confidence]) => ({ language, confidence }))
    .sort((a, b) => b.confidence - a.confidence);
  return first && { ...first, alternatives: others.slice(0, alternativesKept) };
}
