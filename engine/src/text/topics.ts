import { countBytes, countGraphemes, hasLoneSurrogate, isBlank, truncate } from './graphemes.ts';
import { blankLinks } from './prose.ts';

/** A topic or mention in a text: offsets in UTF-16 units, sign included, `end` exclusive. */
export type TextMark = { name: string; start: number; end: number };

// docs: the design asks for 30 graphemes; 120 bytes leave room for 30 of four bytes each.
const TOPIC_GRAPHEMES = 30;
const TOPIC_BYTES = 120;

// UAX #31 hashtag identifiers: letters, marks, digits, connectors, middle dots, emoji.
const TAG_CHARACTER = String.raw`[\p{L}\p{M}\p{N}_\u00b7\u30fb\p{Extended_Pictographic}\u200c\u200d\ufe0f]`;

// Neighbouring tags without a space between them. A letter or digit of a spaced script before the sign makes it part of
// a word (C#, item#5). [话题] is what Xiaohongshu's share text puts behind a tag.
const TAG_CHAIN = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d_&/])(?:[#＃]${TAG_CHARACTER}+(?:\[话题\])?)+[#＃]?`,
  'gu',
);
const TAG_PIECE = new RegExp(String.raw`[#＃](${TAG_CHARACTER}+)(\[话题\])?`, 'gu');

const MENTION =
  /(?<![\p{Script=Latin}\d._%+-])[@＠]([\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_])?(?:@[\w-]+(?:\.[\w-]+)+)?)/gu;

// Line breaks, controls, format characters other than joiners, private use, unassigned, separators, bidi marks.
const FORBIDDEN = /(?![\u200c\u200d\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|[#＃@＠]/u;

// What people add, drop or cannot see when they write the same topic.
const NO_DIFFERENCE = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}#@_\u00b7\u30fb]+/gu;

export type TopicNameProblem = 'empty' | 'too-long' | 'forbidden-character';

/**
 * Finds `#topic`, `＃topic` and `#topic#`. In a chain without spaces an even number of signs is read as pairs
 * (`#美食#好吃` is one topic and a word), an odd number, or a Latin letter after the sign, as tags in a row.
 *
 * @returns valid topics in text order, repeated ones included
 */
export function extractTopics(text: string): TextMark[] {
  return [...blankLinks(text).matchAll(TAG_CHAIN)].flatMap((chain) =>
    readChain(chain[0]).map(({ name, start, end }) => ({ name, start: chain.index + start, end: chain.index + end })),
  );
}

/**
 * Finds `@handle` and `@handle@server`; mail addresses are none. Chinese needs no space after a handle, so the name may
 * run on into the sentence: the caller tries the longest known prefix.
 */
export function extractMentions(text: string): TextMark[] {
  return [...blankLinks(text).matchAll(MENTION)].map((match) => ({
    name: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * The key under which spellings of a topic are one: NFKC, case folded, without spaces, signs and invisible characters,
 * at most 30 graphemes and 120 bytes. Empty for a name that has nothing left.
 */
export function topicKey(name: string): string {
  const key = foldCase(name.normalize('NFKC')).normalize('NFKC').replace(NO_DIFFERENCE, '').normalize('NFKC');
  return truncate(key, { graphemes: TOPIC_GRAPHEMES, bytes: TOPIC_BYTES, ellipsis: '' });
}

/** @returns what is wrong with a topic's name, or undefined when it can be used */
export function findTopicNameProblem(name: string): TopicNameProblem | undefined {
  if (hasLoneSurrogate(name) || FORBIDDEN.test(name)) return 'forbidden-character';
  if (isBlank(name) || topicKey(name) === '') return 'empty';
  if (countGraphemes(name) > TOPIC_GRAPHEMES || countBytes(name) > TOPIC_BYTES) return 'too-long';
  return undefined;
}

function readChain(chain: string): TextMark[] {
  const pieces = [...chain.matchAll(TAG_PIECE)];
  const signs = chain.match(/[#＃]/gu)?.length ?? 0;
  const isPaired = signs % 2 === 0;
  const topics: TextMark[] = [];
  let opens: boolean = true;
  for (const piece of pieces) {
    const [whole, name = '', shareMark] = piece;
    const startsNew: boolean = opens || !isPaired || /^[\p{Script=Latin}\d]/u.test(name);
    // A share text closes each of its tags itself: #美食[话题]#
    opens = shareMark !== undefined || !startsNew;
    if (!startsNew || !isTopic(name)) continue;
    const close = piece.index + whole.length;
    const isClosed = (isPaired || shareMark) && /[#＃]/u.test(chain.charAt(close)) && !continues(chain, close);
    topics.push({ name, start: piece.index, end: isClosed ? close + 1 : close });
  }
  return topics;
}

function continues(chain: string, sign: number): boolean {
  return /^[\p{Script=Latin}\d]/u.test(chain.slice(sign + 1));
}

/** A number alone is a rank or a count (#1), not a topic. */
function isTopic(name: string): boolean {
  return !/^[\p{N}_]+$/u.test(name) && findTopicNameProblem(name) === undefined;
}

/** Full case folding as far as the language offers it: ß and ss, ς and σ become one. */
function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}
