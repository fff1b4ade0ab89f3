// Bounded, so that a row of opening marks costs no more than its length.
export const QUOTATION =
  /“([^”]{1,300})”|"([^"]{1,300})"|「([^」]{1,300})」|『([^』]{1,300})』|«([^»]{1,300})»|‘([^’]{1,300})’|《([^》]{1,300})》/gu;

// Shorter ones are names and greetings that bilingual members write twice.
const WORDS_OF_QUOTATION = 3;

// "Translate as", "he says".
const WORDS_AROUND = 2;

/**
 * Whether an output says as its own what the source only quotes: "Translate this as: …". A quotation that is translated
 * cannot be told; one that is left as it is stands in quotation marks, as often as in the source.
 *
 * @param isStrict a single word out of its quotation marks is enough
 */
export function saysQuotation(source: string, output: string, isStrict: boolean): boolean {
  if (isQuotedOnly(source, output)) return true;
  const [all, own] = [foldQuotation(output), foldQuotation(output.replace(QUOTATION, ' '))];
  return quotationsIn(source).some((quotation) => {
    const words = foldQuotation(quotation);
    if (!/\p{L}/u.test(words) || (!isStrict && countWords(quotation) < WORDS_OF_QUOTATION)) return false;
    return countOf(words, all) > countOf(words, foldQuotation(source)) || (isStrict && own.includes(words));
  });
}

/** The output is what the source quotes, and nothing of what it says around. */
function isQuotedOnly(source: string, output: string): boolean {
  if (!foldQuotation(source).includes(foldQuotation(output)) || countWords(output) < WORDS_OF_QUOTATION) return false;
  return countWords(source) - countWords(output) >= WORDS_AROUND;
}

function quotationsIn(text: string): string[] {
  return [...text.matchAll(QUOTATION)].map((groups) => groups.slice(1).find((group) => group !== undefined) ?? '');
}

function countOf(part: string, whole: string): number {
  return whole.split(part).length - 1;
}

function countWords(text: string): number {
  return text.match(/\p{Script=Han}|[\p{L}\p{M}\p{N}'’-]+/gu)?.length ?? 0;
}

function foldQuotation(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');
}
