import type { DetectionHelp } from './detection.ts';
import { type LanguagePart, partsByLanguage } from './language-parts.ts';

/** `zxx` no letters, `und` unsure, `mul` several languages of weight, otherwise ISO 639. */
export type DetectedLanguage = {
  language: string;
  confidence: number;
  /** The language most of the text is in; only for `mul`. */
  dominant?: string;
  /** For `mul`: parts in text order, offsets in UTF-16 units, `end` exclusive, signs and spaces left out. */
  segments?: { language: string; start: number; end: number }[];
};

// Names and loans are not counted, so that what makes up a tenth of the words is a language the text needs.
const MIXED_SHARE = 0.1;

const CERTAIN = 0.99;

/**
 * Which language a short text is in. Script first; words and the guesser only where a script serves many languages.
 *
 * @param text as written; mentions, tags, links, stickers and emoji are ignored
 */
export function detectLanguage(text: string, help: DetectionHelp = {}): DetectedLanguage {
  const parts = partsByLanguage(text, help);
  const main = parts[0];
  if (!main) return { language: 'zxx', confidence: CERTAIN };
  const weighty = parts.filter((part) => isWeighty(part, parts));
  if (weighty.length > 1) return mixture(weighty);
  return { language: main.language, confidence: main.confidence };
}

/**
 * Every language a reader needs to read all of a text, the main one first: one word of its own is enough, a name or a loan
 * is not. `und` where a part stays open, none for a text without letters.
 *
 * @param text as written; mentions, tags, links, stickers and emoji are ignored
 */
export function languagesIn(text: string, help: DetectionHelp = {}): string[] {
  const [main, ...others] = partsByLanguage(text, help);
  return main ? [main.language, ...others.filter(({ words }) => words > 0).map(({ language }) => language)] : [];
}

function isWeighty(part: LanguagePart, parts: readonly LanguagePart[]): boolean {
  return part.words > 0 && part.words >= MIXED_SHARE * parts.reduce((sum, { words }) => sum + words, 0);
}

function mixture(parts: readonly LanguagePart[]): DetectedLanguage {
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
