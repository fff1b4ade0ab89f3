/** Longest character n-gram counted. */
const longest = 6;
/** Recall weighs twice as much as precision. */
const beta = 2;

interface OrderCounts {
  matched: number;
  output: number;
  reference: number;
}

/**
 * chrF2 of a corpus between 0 and 100, as sacreBLEU computes it by default (`nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no`):
 * character n-grams of one to six without white space, counted over the whole corpus before anything is divided; orders
 * that no output or no reference is long enough for do not count.
 */
export function chrf(outputs: readonly string[], references: readonly string[]): number {
  if (outputs.length !== references.length)
    throw new Error(`${outputs.length} outputs, ${references.length} references`);
  const sums = Array.from({ length: longest }, (): OrderCounts => ({ matched: 0, output: 0, reference: 0 }));
  for (const [line, output] of outputs.entries()) {
    const [ofOutput, ofReference] = [charactersOf(output), charactersOf(references[line] ?? '')];
    for (const [index, sum] of sums.entries()) addCounts(sum, ofOutput, ofReference, index + 1);
  }
  return 100 * scoreOf(sums);
}

function addCounts(sum: OrderCounts, output: readonly string[], reference: readonly string[], order: number): void {
  const [ofOutput, ofReference] = [countNgrams(output, order), countNgrams(reference, order)];
  for (const [ngram, count] of ofOutput) sum.matched += Math.min(count, ofReference.get(ngram) ?? 0);
  const inReference = Math.max(0, reference.length - order + 1);
  // Where the reference is too short for an order, nothing could have matched.
  if (inReference > 0) sum.output += Math.max(0, output.length - order + 1);
  sum.reference += inReference;
}

function countNgrams(characters: readonly string[], order: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start + order <= characters.length; start += 1) {
    const ngram = characters.slice(start, start + order).join('');
    counts.set(ngram, (counts.get(ngram) ?? 0) + 1);
  }
  return counts;
}

/** F-score of the mean precision and the mean recall over the orders that occur. */
function scoreOf(sums: readonly OrderCounts[]): number {
  const effective = sums.filter(({ output, reference }) => output > 0 && reference > 0);
  if (effective.length === 0) return 0;
  const mean = (shareOf: (counts: OrderCounts) => number) =>
    effective.reduce((sum, counts) => sum + shareOf(counts), 0) / effective.length;
  const precision = mean(({ matched, output }) => matched / output);
  const recall = mean(({ matched, reference }) => matched / reference);
  const divisor = beta ** 2 * precision + recall;
  return divisor === 0 ? 0 : ((1 + beta ** 2) * precision * recall) / divisor;
}

/** Characters as Unicode counts them, without white space. */
function charactersOf(text: string): string[] {
  return [...text.replace(/\s+/gu, '')];
}
