import { FACES, LINKS, MAIL_ADDRESSES, STICKERS } from '../text/prose.ts';
import { extractMentions, extractTopics } from '../text/topics.ts';
import { findNumbers } from './number-spans.ts';
import type { SpanKind } from './prepared-text.ts';

/** Where a protected span stands: offsets in UTF-16 units of the text, `end` exclusive. */
export type FoundSpan = { kind: SpanKind; start: number; end: number };

// Addresses without a protocol: under the endings that are no word, or under any ending when a path follows.
const BARE_LINKS =
  /(?<![\w@＠.\-/])(?:[a-z0-9][a-z0-9-]*\.)+(?:(?:com|net|org|cn|io|app|dev|jp|kr|tv)(?![\w.-]*[\w@＠])(?:\/[\x21-\x7e]*)?|[a-z]{2,6}\/[\x21-\x7e]+)/giu;

// UTS #51: flags, keycaps, and pictographs with presentation selector, skin tone, tag sequence and joined parts.
const PICTOGRAPH = String.raw`(?:\p{Emoji_Presentation}|\p{Extended_Pictographic})[\ufe0e\ufe0f]?\p{Emoji_Modifier}?[\u{e0020}-\u{e007f}]*`;
const EMOJI = new RegExp(
  String.raw`\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3|${PICTOGRAPH}(?:\u200d${PICTOGRAPH})*`,
  'gu',
);

// Between backticks, ASCII only: the accents of faces such as (´ω`) are written with the same sign.
const CODE = /(?<!`)(`{1,3})[A-Za-z0-9_$./<{(-][\x20-\x5f\x61-\x7e]*\1(?!`)/gu;

// A member may write what the pipeline writes; every such bracket is taken out of the way.
const MARKERS = /⟦[^\S\n\r]?\d*[^\S\n\r]?⟧|[⟦⟧]/gu;

const AFTER_LINK = new Set(".,;:!?'*~");

/**
 * Finds what a translation must leave alone. Where two readings overlap, the longer one counts: the link around a tag,
 * the tag around an emoji.
 *
 * @returns spans in text order, without overlaps and line breaks
 */
export function findSpans(text: string): FoundSpan[] {
  const found = [
    ...matches('link', text, LINKS).map((link) => trimLink(text, link)),
    ...matches('link', text, BARE_LINKS).map((link) => trimLink(text, link)),
    ...matches('mail', text, MAIL_ADDRESSES),
    ...extractMentions(text).map((mention) => trimMention(text, mention)),
    ...wholeTopics(text),
    ...matches('code', text, CODE),
    ...matches('sticker', text, STICKERS),
    ...FACES.flatMap((faces) => matches('kaomoji', text, faces)),
    ...matches('marker', text, MARKERS),
    ...matches('emoji', text, EMOJI),
    ...findNumbers(text).map((number) => ({ kind: 'number' as const, ...number })),
  ];
  return longestFirst(text, found);
}

function matches(kind: SpanKind, text: string, pattern: RegExp): FoundSpan[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ kind, start: index, end: index + match.length }));
}

/** The sentence's own punctuation and unpaired closing brackets after an address do not belong to it. */
function trimLink(text: string, { start, end }: FoundSpan): FoundSpan {
  const link = text.slice(start, end).replace(/["<>`\\^{|}].*$/u, '');
  const unpaired = {
    ')': countSign(link, ')') - countSign(link, '('),
    ']': countSign(link, ']') - countSign(link, '['),
  };
  let length = link.length;
  for (; length > 0; length -= 1) {
    const last = link.charAt(length - 1);
    if (last === ')' || last === ']') {
      if (unpaired[last] <= 0) break;
      unpaired[last] -= 1;
    } else if (!AFTER_LINK.has(last)) break;
  }
  return { kind: 'link', start, end: start + length };
}

function countSign(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** Chinese and Japanese go on directly after a handle: one that begins in Latin letters ends with them. */
function trimMention(text: string, { start, end }: { start: number; end: number }): FoundSpan {
  const latin =
    /^[@＠][\p{Script=Latin}\d_][\p{Script=Latin}\p{M}\d_.-]*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/u;
  const handle = latin.exec(text.slice(start, end))?.[0].replace(/[.-]+$/u, '');
  return { kind: 'mention', start, end: handle ? start + handle.length : end };
}

/**
 * The sign that closes a chain of topics (#ootd#美食#) belongs to its last one: alone it would read as a new opening. The
 * one that closes a share mark (#探店[话题]#好吃) opens nothing.
 */
function wholeTopics(text: string): FoundSpan[] {
  const topics: FoundSpan[] = [];
  const found = extractTopics(text);
  const starts = new Set(found.map(({ start }) => start));
  for (const { start, end } of found) {
    const isClosedBehind = /[#＃]/u.test(text.charAt(end)) && !starts.has(end);
    if (start >= (topics.at(-1)?.end ?? 0)) topics.push({ kind: 'topic', start, end: isClosedBehind ? end + 1 : end });
  }
  return topics;
}

function longestFirst(text: string, found: readonly FoundSpan[]): FoundSpan[] {
  const taken = new Uint8Array(text.length);
  const kept: FoundSpan[] = [];
  for (const span of found.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    // Longer spans are in place already: none of them lies inside a shorter one, so its two ends tell.
    if (span.end <= span.start || taken[span.start] || taken[span.end - 1]) continue;
    taken.fill(1, span.start, span.end);
    kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}
