import { countGraphemes, findSpans } from '@teahouse/engine';
import type { OutputRules } from '../store/keep-translation.ts';
import type { SourceText } from '../texts/source-text.ts';

/** No language needs so many times the letters of another; whoever writes more is writing something else. */
const longest = 3;
const roomForShort = 30;
/** A letter of Chinese, Japanese or Korean says about as much as three of an alphabet. */
const lettersPerWide = 3;

export type Fault = 'too-long' | 'spans' | 'held-words';

/**
 * Why these words cannot stand for the text. What is accepted is read as its author's: it brings no links or names of its own,
 * and no words that the rules of its language stop. Pure.
 */
export function findFault(
  source: Pick<SourceText, 'text' | 'languages'>,
  text: string,
  to: string,
  rules: Pick<OutputRules, 'check'>,
): Fault | undefined {
  if (lengthOf(text) > longest * lengthOf(source.text) + roomForShort) return 'too-long';
  if (addressesIn(text) !== addressesIn(source.text)) return 'spans';
  // Words that stand in the source, too, were read there by a person.
  const isFlagged = rules.check(text, to).length > 0;
  return isFlagged && rules.check(source.text, source.languages?.[0] ?? 'und').length === 0 ? 'held-words' : undefined;
}

function lengthOf(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return countGraphemes(text) + (lettersPerWide - 1) * wide;
}

function addressesIn(text: string): string {
  return findSpans(text)
    .filter(({ kind }) => kind === 'link' || kind === 'mail' || kind === 'mention')
    .map(({ start, end }) => text.slice(start, end))
    .sort()
    .join('\n');
}
