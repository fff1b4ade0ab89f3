const LATIN_ELONGATION = /(\p{Script=Latin})\1{2,}/gu;

// Doubled signs are words of their own (谢谢, ねね); from three on people only hold the key down.
const OTHER_ELONGATION = /((?!\p{Script=Latin})\p{L})\1{2,}/gu;

// hahaha, jajajaja, 嘿哈嘿哈嘿哈; a laugh often ends in the middle: hahahah.
const REPEATED_PAIR = /(\p{L})(\p{L})(?:\1\2){2,}(?:\1(?!\p{L}))?/gu;

const LONG_VOWEL = /(?<![ー〜~])(?:[〜~]*ー[ー〜~]*|[〜~]+(?=\p{L}))/gu;

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const SINGLE_QUOTES = /[’‘ʼ`´]/gu;

// Chinese and Japanese are written without spaces; people who also write Latin letters set some.
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const SPACE_BESIDE_UNSPACED = new RegExp(`(?<=${UNSPACED}) | (?=${UNSPACED})`, 'gu');

// What decorates a sentence. Signs that carry a value stay: 5%, 20°, $5, A+, -5, /s.
const DECORATION = String.raw`(?:(?![%‰&@#/\\°])[\p{P}\p{So}\p{Sk}\p{Emoji_Modifier}~=|\s])`;
const LEADING = new RegExp(`^(?:(?!-\\d)${DECORATION})+`, 'u');
const UP_TO_LAST_WORDING = new RegExp(`^.*(?!${DECORATION}).`, 'su');

/**
 * The key under which spellings of a phrase are one: NFKC, lower case, spaces collapsed, without elongations and without
 * the punctuation and pictures around it. A closing question mark stays, since it alone makes 真的？ a question.
 *
 * @returns empty for a text that has nothing left
 */
export function phraseKey(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(SINGLE_QUOTES, "'")
    .replace(/\s+/gu, ' ');
  const body = folded.replace(LEADING, '');
  const [wording = ''] = UP_TO_LAST_WORDING.exec(body) ?? [];
  const key = foldFully(wording);
  return key !== '' && body.includes('?', wording.length) ? `${key}?` : key;
}

/** Folding one thing may bring another next to its like (ー ~), so it goes on until nothing changes; no step lengthens the text. */
function foldFully(wording: string): string {
  const folded = foldElongations(wording).replace(SPACE_BESIDE_UNSPACED, '');
  return folded === wording ? folded : foldFully(folded);
}

function foldElongations(wording: string): string {
  return wording
    .replace(LONG_VOWEL, 'ー')
    .replace(LATIN_ELONGATION, '$1')
    .replace(OTHER_ELONGATION, '$1$1')
    .replace(REPEATED_PAIR, '$1$2$1$2');
}
