import { type DetectedLanguage, type DetectionHelp, detectLanguage, type LanguageGuess } from '@teahouse/engine';
import { eld } from 'eld';

/** Detects the language of a member's text; the statistics are loaded once and shared by every feature. */
export type DetectLanguage = (text: string, help?: Omit<DetectionHelp, 'guess'>) => DetectedLanguage;

const alternativesKept = 3;

/**
 * Reads the statistical detector's smallest data into memory. On the engine's sixty labelled texts it errs 8 times, the next
 * larger set 9 times, and that one keeps 64 MB more resident.
 */
export async function openLanguageDetection(): Promise<DetectLanguage> {
  // The types describe the entries with and without a loader as one.
  if ('load' in eld) await eld.load('extrasmall');
  const guess = (text: string) => bestGuess(eld.detect(text).getScores());
  return (text, help = {}) => detectLanguage(text, { ...help, guess });
}

function bestGuess(scores: Record<string, number>): LanguageGuess | undefined {
  const [first, ...others] = Object.entries(scores)
    .map(([language, confidence]) => ({ language, confidence }))
    .sort((a, b) => b.confidence - a.confidence);
  return first && { ...first, alternatives: others.slice(0, alternativesKept) };
}
