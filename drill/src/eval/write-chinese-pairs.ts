import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePairFilter } from '@teahouse/engine';
import { isLeftOut, readTownTexts } from './labelled-sets.ts';

/**
 * `node drill/src/eval/write-chinese-pairs.ts <tatoeba-cmn-eng.tsv>`: writes which characters of Chinese ordinarily follow
 * each other, from everyday sentences and the demo town, without what the evaluation tests on.
 */
const target = join(import.meta.dirname, '../../../engine/src/translation/chinese-pairs.ts');

// 26,000 pairs are enough to tell scrambled from ordinary text in four registers, and fit into 35 kB.
const PAIRS_KEPT = 26_000;
const LINE = 110;

const [sentences] = process.argv.slice(2);
if (!sentences) throw new Error('Usage: write-chinese-pairs.ts <tatoeba-cmn-eng.tsv>');
writeFileSync(target, moduleOf(writePairFilter(tellingPairs(trainingTexts(sentences)).slice(0, PAIRS_KEPT))));

function trainingTexts(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const chinese = lines.map((line) => line.split('\t')[1] ?? '');
  return [...chinese, ...readTownTexts()].filter((text) => !isLeftOut(text));
}

/** Pairs by how much they tell: count times pointwise mutual information (Church & Hanks 1990). */
function tellingPairs(texts: readonly string[]): string[] {
  const runs = texts.flatMap((text) => text.match(/\p{Script=Han}+/gu) ?? []).map((run) => [...run]);
  const characters = countOf(runs.flat());
  const pairs = countOf(runs.flatMap((run) => run.slice(1).map((next, index) => `${run[index]}${next}`)));
  const total = pairs.values().reduce((sum, count) => sum + count, 0);
  const weigh = ([pair, count]: [string, number]) => {
    const [first = '', second = ''] = pair;
    return count * Math.log((count * total) / ((characters.get(first) ?? 1) * (characters.get(second) ?? 1)));
  };
  return [...pairs].sort((a, b) => weigh(b) - weigh(a) || (a[0] < b[0] ? -1 : 1)).map(([pair]) => pair);
}

function countOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function moduleOf(filter: string): string {
  const lines = filter.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return `import { readPairFilter } from './pair-filter.ts';

// Written by drill/src/eval/write-chinese-pairs.ts: the ${PAIRS_KEPT.toLocaleString('en')} most telling pairs of neighbouring characters in the
// Chinese side of the Tatoeba English-Chinese pairs (https://tatoeba.org, by their contributors, CC BY 2.0 FR) and in the
// demo town.
const FILTER = \`
${lines.join('\n')}
\`;

/** Whether two characters, written together, ordinarily follow each other in Chinese. */
export const isOrdinaryPair: (pair: string) => boolean = readPairFilter(FILTER.replace(/\\s/gu, ''));
`;
}
