import { QUOTATION } from './check-quotations.ts';
import { findConcepts } from './find-concepts.ts';
import { foldDisguise, otherReadings } from './fold-disguise.ts';
import { looksLikeInstruction } from './looks-like-instruction.ts';
import type { Concept } from './order-concepts.ts';
import { findSpans } from './protect-spans.ts';

// Most orders are shorter: what stands further apart makes none.
const WEIGHT_OF_ORDER = 120;

const CLAUSE = /[^.!?,;:。！？，；：、\n]*[.!?,;:。！？，；：、\n]*/gu;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

const QUOTES = /["“”「」『』«»《》]/u;
const EAST_ASIAN_WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2}/u;
const WORDS_IN_LETTERS = /\p{Script=Latin}[^\p{L}]+\p{Script=Latin}+[^\p{L}]+\p{Script=Latin}/u;

const ADDRESS =
  /(?<!\p{L})(?:you|your|yours|you['’]re|please|must|tú|tu|tus|te|usted|du|dein|deinen)(?!\p{L})|你|您|请|あなた|君|ください|너|네가|당신|주세요/u;

/**
 * Whether a text says anything that could move a model which takes orders: its translation is looked at more closely, and
 * it travels alone. Far more texts do than try to.
 */
export function couldGiveOrders(text: string): boolean {
  const wording = withoutAddresses(text);
  if (looksLikeInstruction(wording) || quotesOtherScript(wording)) return true;
  return [foldDisguise(wording), ...otherReadings(wording)].some((reading) => stretchesOf(reading).some(isOrder));
}

/** No engine gets to see them. */
function withoutAddresses(text: string): string {
  const addresses = findSpans(text).filter(({ kind }) => kind === 'link' || kind === 'mail' || kind === 'mention');
  return addresses.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

/** Clauses in stretches of about the length of an order, each half over the one before. */
function stretchesOf(text: string): string[] {
  const clauses = text.match(CLAUSE) ?? [];
  const stretches: string[] = [];
  let half = '';
  let whole = '';
  for (const clause of clauses) {
    if (whole !== '' && weightOf(whole + clause) > WEIGHT_OF_ORDER) {
      stretches.push(whole);
      [whole, half] = [half, ''];
    }
    whole += clause;
    if (weightOf(whole) > WEIGHT_OF_ORDER / 2) half += clause;
  }
  return [...stretches, whole];
}

/** Graphemes, as long as they would be in English. */
function weightOf(text: string): number {
  return text.length + 2 * (text.match(EAST_ASIAN)?.length ?? 0);
}

function isOrder(part: string): boolean {
  const groups = findConcepts(part).map(({ group }) => group);
  const count = (group: Concept['group']) => groups.filter((one) => one === group).length;
  const [machine, deed, work] = [count('machine'), count('deed'), count('work')];
  if (machine > 1 || deed > 1 || (machine + work > 0 && deed > 0)) return true;
  return machine + deed > 0 && (groups.length > 1 || QUOTES.test(part) || (machine > 0 && ADDRESS.test(part)));
}

/** Wording in another script is what a translation is to be made to say. */
function quotesOtherScript(text: string): boolean {
  const around = text.replace(QUOTATION, ' ');
  const isEastAsian = EAST_ASIAN_WORD.test(around);
  const isInLetters = !isEastAsian && /\p{Script=Latin}/u.test(around);
  return (text.match(QUOTATION) ?? []).some((quoted) =>
    isEastAsian ? WORDS_IN_LETTERS.test(quoted) : isInLetters && EAST_ASIAN_WORD.test(quoted),
  );
}
