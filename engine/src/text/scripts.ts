import { blankNonProse } from './prose.ts';

/** Unicode script names (UAX #24) that the engine tells apart; `Other` is any script not listed. */
export const SCRIPTS = [
  'Latin',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Cyrillic',
  'Arabic',
  'Devanagari',
  'Thai',
  'Greek',
  'Hebrew',
  'Bengali',
  'Tamil',
  'Telugu',
  'Gujarati',
  'Gurmukhi',
  'Kannada',
  'Malayalam',
  'Oriya',
  'Sinhala',
  'Myanmar',
  'Khmer',
  'Lao',
  'Tibetan',
  'Georgian',
  'Armenian',
  'Ethiopic',
  'Mongolian',
  'Thaana',
  'Bopomofo',
] as const;

export type Script = (typeof SCRIPTS)[number] | 'Other';

/** Neighbouring letters of one script, offsets in UTF-16 units of the text, `end` exclusive. */
export type ScriptRun = { script: Script; start: number; end: number; letters: number };

const PATTERNS = SCRIPTS.map((script) => ({ script, pattern: new RegExp(`^\\p{Script=${script}}$`, 'u') }));

const LETTER = /^\p{L}$/u;

// Modifier letters shared by scripts (the long-vowel mark ー is Katakana and Hiragana) belong to their neighbours.
const SHARED_LETTER = /^[\p{Script=Common}\p{Script=Inherited}]$/u;

/**
 * The script of one character.
 *
 * @returns undefined for anything but a letter, and for letters shared by several scripts
 */
export function scriptOf(character: string): Script | undefined {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x80) return (codePoint | 0x20) >= 0x61 && (codePoint | 0x20) <= 0x7a ? 'Latin' : undefined;
  // The unified ideographs and the syllables, by far the most frequent letters beyond ASCII.
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'Han';
  if (codePoint >= 0xac00 && codePoint <= 0xd7a3) return 'Hangul';
  if (!LETTER.test(character) || SHARED_LETTER.test(character) || isFiller(codePoint)) return undefined;
  return PATTERNS.find(({ pattern }) => pattern.test(character))?.script ?? 'Other';
}

/** Letters by script. Only own wording counts: mentions, tags, links, stickers, faces and emoji are left out. */
export function scriptCounts(text: string): Map<Script, number> {
  const counts = new Map<Script, number>();
  for (const { script, letters } of scriptRuns(blankNonProse(text))) {
    counts.set(script, (counts.get(script) ?? 0) + letters);
  }
  return counts;
}

/**
 * Splits a text at changes of script. Characters without a script of their own (spaces, digits, signs) end no run and
 * belong to none at its edges.
 */
export function scriptRuns(text: string): ScriptRun[] {
  const runs: ScriptRun[] = [];
  let offset = 0;
  for (const character of text) {
    const script = scriptOf(character);
    const start = offset;
    offset += character.length;
    if (!script) continue;
    const last = runs.at(-1);
    if (last?.script === script) {
      last.end = offset;
      last.letters += 1;
    } else {
      runs.push({ script, start, end: offset, letters: 1 });
    }
  }
  return runs;
}

/** Hangul fillers are letters by category and drawn as nothing. */
function isFiller(codePoint: number): boolean {
  return codePoint === 0x3164 || codePoint === 0xffa0 || codePoint === 0x115f || codePoint === 0x1160;
}
