const NOTHING_TO_SEE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]+/gu;

/**
 * The key under which spellings of a term are one: NFKC, lower case, single spaces. Drawn-out letters stay, since hhh and h
 * are different words. Safe for any input; empty when nothing is left.
 */
export function glossKey(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(NOTHING_TO_SEE, '')
    .trim();
}
