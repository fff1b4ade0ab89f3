import { languagesOfWord } from '../text/chat-words.ts';
import type { UndecodableHelp, UndecodableReason } from './undecodable.ts';

const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

// Words of this length or more are judged by their keys; shorter ones lie on one row by chance ("were", "dad").
const LEAST_LETTERS = 7;
const NEIGHBOUR_SHARE = 0.7;
const HOME_ROW_SHARE = 0.85;
const VOWELS_OF_SPEECH = 0.25;

// Initials of Chinese words that no glossary knows: rows of consonants longer than any spelling has (Angstschweiß: 8 of 12
// letters), and hardly a vowel, which few Chinese syllables begin with. Polish and its neighbours write y for a vowel
// (wszyscy).
const LEAST_INITIALS = 7;
const LEAST_DIFFERENT = 4;
const SPELT_WITH_Y = new Set(['pl', 'cs', 'sk', 'sl', 'hr']);
const CONSONANTS = /[b-df-hj-np-tv-z]{4,}/gu;
const VOWELS_OF_INITIALS = 1 / 8;

// A word of either kind is a name or a slip (Falklands, O'Flynn) unless it makes up most of the text.
const SHARE_OF_TEXT = 0.5;

// Common English words when read backwards: short ones turn up in other languages (si, on).
const LEAST_REVERSED = 2;
const REVERSED_SHARE = 0.4;

/** Latin letters typed at random, backwards, or as initials only. */
export function findMash(prose: string, help: UndecodableHelp): UndecodableReason | undefined {
  const { language = 'und', knows = () => false } = help;
  const text = prose.toLowerCase().replace(/(?<=[a-z])[;,./](?=[a-z])/gu, '');
  const words = (text.match(/\p{L}+/gu) ?? []).filter((word) => !knows(word) && !languagesOfWord(word).includes('zh'));
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const isMost = (found: string) => found.length > 0 && found.length >= SHARE_OF_TEXT * letters;
  if (isMost(words.filter(isMashed).join(''))) return 'mash';
  if (!SPELT_WITH_Y.has(language) && isMost(findInitials(words))) return 'initials';
  return isReversed(words) ? 'reversed' : undefined;
}

function isMashed(word: string): boolean {
  if (word.length < LEAST_LETTERS || new Set(word).size < 3) return false;
  const pairs = word.length - 1;
  const neighbours = [...word].filter((letter, index) => index > 0 && areNeighbours(word[index - 1] ?? '', letter));
  if (neighbours.length >= NEIGHBOUR_SHARE * pairs) return true;
  const homeRow = [...word].filter((letter) => KEY_ROWS[1]?.includes(letter)).length;
  return homeRow >= HOME_ROW_SHARE * word.length && countVowels(word) <= VOWELS_OF_SPEECH * word.length;
}

function areNeighbours(left: string, right: string): boolean {
  return KEY_ROWS.some((row) => {
    const distance = row.indexOf(left) - row.indexOf(right);
    return row.includes(left) && row.includes(right) && Math.abs(distance) === 1;
  });
}

function findInitials(words: readonly string[]): string {
  const initials = words
    .filter((word) => countVowels(word) <= VOWELS_OF_INITIALS * word.length)
    .flatMap((word) => word.match(CONSONANTS) ?? [])
    .join('');
  return initials.length >= LEAST_INITIALS && new Set(initials).size >= LEAST_DIFFERENT ? initials : '';
}

function countVowels(word: string): number {
  return word.match(/[aeiou]/gu)?.length ?? 0;
}

function isReversed(words: readonly string[]): boolean {
  const isEnglish = (word: string) => word.length >= 2 && languagesOfWord(word).includes('en');
  const backwards = words.map((word) => [...word].reverse().join(''));
  const readBackwards = backwards.filter((word, index) => isEnglish(word) && !isEnglish(words[index] ?? '')).length;
  return readBackwards >= LEAST_REVERSED && readBackwards >= REVERSED_SHARE * words.length;
}
