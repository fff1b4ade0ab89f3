import type { UndecodableReason } from './undecodable.ts';

// Dots and dashes in groups. Three dots or a line of dashes alone are punctuation.
const MORSE_GROUPS = /(?<![^\s/|])[.·•_−–—-]{1,6}(?:[ /|]+[.·•_−–—-]{1,6})+(?![^\s/|])/gu;
const LEAST_MORSE_MARKS = 6;

const BRAILLE = /[\u2801-\u28ff]{2}/u;

// Two bytes in binary, eight characters as hexadecimal pairs, four of them as escapes: less may be a size or a colour.
const BINARY = /(?<!\d)(?:[01]{12,}|[01]{7,8}(?:\s+[01]{7,8})+)(?!\d)/u;
const HEX_PAIRS = /(?<![\da-f])(?:[\da-f]{2}\s+){4,}[\da-f]{2}(?![\da-f])/iu;
const HEX_NUMBER = /(?:0x[\da-f]{8,}|(?<![\da-z])(?=[\da-f]*[a-f])(?=(?:[a-f]*\d){6})[\da-f]{16,}(?![\da-z]))/iu;
const ESCAPES = /(?:(?:\\x[\da-f]{2}){3}|(?:\\u[\da-f]{4}){2}|(?:%[\da-f]{2}){3}|(?:&#x?[\da-f]+;){2})/iu;

// Five letters or more as their numbers in ASCII.
const ASCII_NUMBERS =
  /(?<!\d)(?:(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])[\s,]+){4,}(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])(?!\d)/u;

const BASE64 =
  /(?<![A-Za-z0-9+/=])(?:[A-Za-z0-9+/]{4}){3,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?(?![A-Za-z0-9+/=])/gu;

// No spelling stacks three marks on a letter, nor two on several in a row; Vietnamese is composed by now.
const STACKED_MARKS = /\p{L}[\u0300-\u036f]{2,}/gu;
const LEAST_STACKS = 2;

const TURNED_LETTERS = /[ǝɐɹʇʎʍʌɥɯɔɟɓƃɾʞıɴ]/gu;
const LEAST_TURNED = 3;

/** Codes that show in the signs themselves, whatever the language. */
export function findCode(text: string): UndecodableReason | undefined {
  if (isMorse(text)) return 'morse';
  if (BRAILLE.test(text)) return 'braille';
  if ([BINARY, HEX_PAIRS, HEX_NUMBER, ESCAPES, ASCII_NUMBERS].some((pattern) => pattern.test(text))) return 'code';
  if ([...text.matchAll(BASE64)].some(([token]) => isBase64(token))) return 'code';
  if ((text.match(STACKED_MARKS)?.length ?? 0) >= LEAST_STACKS) return 'stacked-marks';
  return isTurned(text) ? 'reversed' : undefined;
}

function isMorse(text: string): boolean {
  return (text.match(MORSE_GROUPS) ?? []).some((found) => {
    const marks = found.replace(/[\s/|]/gu, '');
    const hasBoth = /[.·•]/u.test(marks) && /[_−–—-]/u.test(marks);
    return hasBoth && marks.length >= LEAST_MORSE_MARKS;
  });
}

/** Encoded text changes between small letters, capitals and digits all the time; names do so once or twice. */
function isBase64(token: string): boolean {
  const kinds = [...token].map((sign) => (/[a-z]/.test(sign) ? 'a' : /[A-Z]/.test(sign) ? 'A' : '1'));
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
  return new Set(kinds).size >= 2 && changes >= token.length / 3;
}

/** Letters turned upside down are rare phonetic signs; a pronunciation is short and has ordinary letters around it. */
function isTurned(text: string): boolean {
  const turned = text.match(TURNED_LETTERS)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return turned >= LEAST_TURNED && turned * 3 >= letters && !/[ğşçöü]/u.test(text);
}
