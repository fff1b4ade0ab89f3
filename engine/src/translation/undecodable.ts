import { blankLinks, blankNonProse } from '../text/prose.ts';
import { findCode } from './coded-writing.ts';
import { findMash } from './keyboard-mash.ts';
import { findChinesePlay } from './scrambled-chinese.ts';

/** Ways of writing that no engine reads; a reader is told so and may ask the author. */
export const UNDECODABLE_REASONS = [
  'scrambled',
  'split-characters',
  'sound-alikes',
  'emoji-words',
  'ornate-characters',
  'morse',
  'braille',
  'code',
  'stacked-marks',
  'initials',
  'reversed',
  'mash',
] as const;
export type UndecodableReason = (typeof UNDECODABLE_REASONS)[number];

export type UndecodableHelp = {
  /** Detected language, where known; scrambled Chinese is looked for in Chinese and in open texts. */
  language?: string;
  /** Whether the glossary explains a word (small letters): known initials are slang, not a riddle. */
  knows?: (word: string) => boolean;
};

// Riddles are short; of a longer text the beginning tells.
const CHARACTERS_READ = 600;

/**
 * Whether a text is written so that a translation would be invented: scrambled or spelt in play, in code, or typed at random.
 * Honest silence beats a fluent guess, but an ordinary text must pass: every rule asks for several signs together.
 */
export function looksUndecodable(text: string, help: UndecodableHelp = {}): UndecodableReason | undefined {
  const written = blankLinks(text.slice(0, CHARACTERS_READ)).normalize('NFC');
  const code = findCode(written);
  if (code) return code;
  const mayBeChinese = !help.language || ['zh', 'mul', 'und', 'zxx', 'ja', 'yue'].includes(help.language);
  const play = mayBeChinese ? findChinesePlay(written) : undefined;
  return play ?? findMash(blankNonProse(written), help);
}
