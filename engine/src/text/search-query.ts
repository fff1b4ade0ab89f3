import { normaliseText, truncate } from './graphemes.ts';

// As long as the longest titles; a longer query is a pasted text, and every further term costs an index look-up.
const QUERY_GRAPHEMES = 100;

// The most frequent function words of each language (Snowball's English list and the Baidu list, cut to words that never
// carry a search). Chinese ones are only dropped as whole words, after the server has cut the text into words.
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be by do does for from has have how i in is it its me my of on or our that the their them there ' +
    'this to was we were what when where which who will with you your ' +
    '的 了 着 是 在 和 与 及 或 也 都 就 把 被 给 对 从 向 吗 呢 吧 啊 呀 哦 我 你 他 她 它 我们 你们 他们 这 那 这个 那个 一个 有 很 请问'
  ).split(' '),
);

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;

/**
 * The form in which texts and queries meet: full-width and half-width as one (NFKC), lower case, single spaces, no
 * invisible characters, at most 100 graphemes. Simplified and traditional characters are left as they are.
 */
export function normaliseQuery(query: string): string {
  const folded = normaliseText(query).normalize('NFKC').toLowerCase();
  const visible = folded
    .replace(INVISIBLE, '')
    .replace(/[\p{Cc}\p{White_Space}]+/gu, ' ')
    .normalize('NFC');
  return truncate(visible.trim(), { graphemes: QUERY_GRAPHEMES, ellipsis: '' }).trim();
}

/**
 * Words of a normalised query as separated by spaces and punctuation; Chinese stays in one piece.
 *
 * @returns distinct words in order, without signs
 */
export function splitQuery(query: string): string[] {
  const words = normaliseQuery(query).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’+#.-]+[\p{L}\p{M}\p{N}]+)*[+#]*/gu);
  return [...new Set(words ?? [])];
}

/** @param word as `splitQuery` or the server's Chinese word cutter returns it */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** Drops stop words; a query that consists of nothing else ("the who", 我们) keeps them. */
export function dropStopWords(words: readonly string[]): string[] {
  const kept = words.filter((word) => !isStopWord(word));
  return kept.length > 0 ? kept : [...words];
}
