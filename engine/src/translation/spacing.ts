/** What meets at a joint: the end of what stands left, the space between, the beginning of what stands right. */
export type Joint = { left: string; space: string; right: string };

type Neighbour = 'edge' | 'wide' | 'word' | 'opening' | 'closing' | 'other';

// Begins or ends a word, a number, a mention, a topic.
const WORD = /[\p{L}\p{M}\p{N}\p{Sc}_@＠#＃]/u;
// Scripts without spaces between words, and the full-width signs that carry their own.
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60ー]/u;
const OPENING = /[\p{Ps}\p{Pi}¿¡]/u;
const CLOSING = /[\p{Pe}\p{Pf}.,!?;:%…]/u;
const HANGUL = /\p{Script=Hangul}/u;

/**
 * The space at a joint of a translation. Where the same kinds of characters meet as in the original, its space is kept
 * as it was; where the script changed, Chinese and Japanese get none and the other scripts one between words.
 *
 * @param source the joint in the original
 * @param shown the joint in the translation, `space` as the engine left it
 */
export function spaceBetween(source: Joint, shown: Joint): string {
  const [left, right] = kindsAt(shown);
  const [sourceLeft, sourceRight] = kindsAt(source);
  const isParticle = HANGUL.test(firstOf(shown.right)) && !HANGUL.test(firstOf(source.right)) && shown.space === '';
  if (left === sourceLeft && right === sourceRight && !isParticle) return source.space;
  if (left === 'edge' || right === 'edge' || left === 'wide' || right === 'wide') return '';
  if (right === 'closing' || left === 'opening') return '';
  if ((left === 'word' || left === 'closing') && right === 'word' && !isParticle) return ' ';
  const wasWide = (left === 'word' && sourceLeft === 'wide') || (right === 'word' && sourceRight === 'wide');
  return shown.space !== '' || (wasWide && !isParticle) ? ' ' : '';
}

/** The joint at an offset of a text, spaces on both sides of it included. */
export function jointAt(text: string, offset: number): Joint {
  let start = offset;
  let end = offset;
  while (start > 0 && isSpace(text.charAt(start - 1))) start -= 1;
  while (end < text.length && isSpace(text.charAt(end))) end += 1;
  return {
    left: text.slice(Math.max(0, start - 2), start),
    space: text.slice(start, end),
    right: text.slice(end, end + 2),
  };
}

function isSpace(character: string): boolean {
  return character.trim() === '';
}

function kindsAt({ left, right }: Joint): [Neighbour, Neighbour] {
  return [kindOf(lastOf(left)), kindOf(firstOf(right))];
}

function kindOf(character: string): Neighbour {
  if (character === '') return 'edge';
  if (WIDE.test(character) && !/[＠＃]/u.test(character)) return 'wide';
  if (WORD.test(character)) return 'word';
  if (OPENING.test(character)) return 'opening';
  return CLOSING.test(character) ? 'closing' : 'other';
}

function firstOf(text: string): string {
  return /^./su.exec(text)?.[0] ?? '';
}

/** Without spreading the text: it may be long, and is asked for at every joint. */
function lastOf(text: string): string {
  return firstOf(text.slice(/[\ud800-\udbff][\udc00-\udfff]$/.test(text) ? -2 : -1));
}
