import { foldConfusables } from '../text/confusables.ts';

// A whole blessing in one sign, which NFKC would spell out in eighteen: no order is hidden in it.
const LONGEST_LIGATURE = '\ufdfa';

/** Look-alikes, invisible characters and letters set apart do not hide an order. */
export function foldDisguise(text: string): string {
  const plain = text
    .replaceAll(LONGEST_LIGATURE, ' ')
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .toLowerCase();
  const isLatin = /[a-z]/.test(plain);
  return (isLatin ? foldConfusables(plain) : plain)
    .replace(/\b(?:[a-z] ){3,}[a-z]\b/g, (word) => word.replaceAll(' ', ''))
    .replace(/(?<=\p{Script=Han})[\s/|·.*_-]+(?=\p{Script=Han})/gu, '');
}

/** What else a folded text may be meant to read as: digits for letters, back to front, tags that no font shows. */
export function otherReadings(text: string): string[] {
  const folded = foldDisguise(text);
  const lettered = folded.replace(/\b(?=\w*\d)(?=\w*[a-z]\w*[a-z])\w+/g, (word) =>
    word.replace(/[013457]/g, (digit) => DIGIT_LETTERS[digit] ?? digit),
  );
  return [lettered, [...folded].reverse().join(''), invisibleIn(text)];
}

const DIGIT_LETTERS: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };

const TAGS = 0xe0000;

function invisibleIn(text: string): string {
  const codes = [...text].map((character) => (character.codePointAt(0) ?? 0) - TAGS);
  return String.fromCodePoint(...codes.filter((code) => code >= 0x20 && code < 0x7f)).toLowerCase();
}
