import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatTable } from '../table.ts';
import { openTownHouse, type TownHouse } from './town-house.ts';

/** From the design of translation: the share of what the same search finds in the language of the notes. */
const SEARCH_TARGET = 0.7;
/** Results looked at: the first screen. */
const shown = 10;

const QUERIES = join(import.meta.dirname, '../../data/search/cross-language.tsv');

export interface LabelledSearch {
  language: string;
  query: string;
  /** The same search in the language of the notes. */
  native: string;
  /** Notes of the town that it means. */
  notes: string[];
}

interface Answer extends LabelledSearch {
  /** Share of the meant notes among the first results. */
  recall: number;
  nativeRecall: number;
  milliseconds: number;
}

/**
 * `npm run eval -- search [--set file.tsv] [--misses] [--json]`
 *
 * Searches in English and Chinese for notes of the demo town in the other language, beside the same searches in the notes' own.
 * Their readers' translations are the town's human ones: what is measured is the search, not an engine.
 */
export async function evaluate(given: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...given],
    options: {
      set: { type: 'string', default: QUERIES },
      misses: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  await using town = await openTownHouse(['zh', 'en']);
  const answers: Answer[] = [];
  for (const search of readSearches(values.set)) answers.push(await answer(town, search));
  const report = summarise(answers);
  if (values.json) console.log(JSON.stringify({ ...report, answers }, null, 2));
  else print(report, values.misses ? answers.filter(({ recall }) => recall < 1) : []);
  return report.meetsTarget;
}

/** Tab-separated: language, query, the same in the language of the notes, notes. The first line is a heading. */
export function readSearches(file: string): LabelledSearch[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const [language = '', query = '', native = '', notes = ''] = line.split('\t');
    return { language, query, native, notes: notes.split(' ') };
  });
}

async function answer(town: TownHouse, search: LabelledSearch): Promise<Answer> {
  const meant = search.notes.map((id) => {
    const known = town.noteIds.get(id);
    if (!known) throw new Error(`The demo town has no note ${id}`);
    return known;
  });
  const started = performance.now();
  const recall = await recallOf(town, search.query, meant);
  const milliseconds = performance.now() - started;
  return { ...search, recall, nativeRecall: await recallOf(town, search.native, meant), milliseconds };
}

async function recallOf({ house }: TownHouse, query: string, meant: readonly string[]): Promise<number> {
  const url = `/api/search/notes?${new URLSearchParams({ q: query, limit: String(shown) })}`;
  const response = await house.http.inject({ method: 'GET', url });
  if (response.statusCode !== 200) throw new Error(`${query}: ${response.statusCode}`);
  const found = new Set(response.json<{ items: { id: string }[] }>().items.map(({ id }) => id));
  return meant.filter((id) => found.has(id)).length / meant.length;
}

function summarise(answers: readonly Answer[]) {
  const groups = [['all', answers] as const, ...Map.groupBy(answers, ({ language }) => language)];
  const rows = groups.map(([language, of]) => {
    const recall = mean(of.map((one) => one.recall));
    const nativeRecall = mean(of.map((one) => one.nativeRecall));
    return { language, searches: of.length, recall, nativeRecall, share: recall / nativeRecall };
  });
  const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return {
    rows,
    medianMilliseconds: times[Math.floor(times.length / 2)] ?? 0,
    meetsTarget: rows.every(({ share }) => share >= SEARCH_TARGET),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function print(
  { rows, medianMilliseconds, meetsTarget }: ReturnType<typeof summarise>,
  misses: readonly Answer[],
): void {
  const heading = ['Searches in', 'number', `recall@${shown}`, 'in the notes’ language', 'share (target ≥ 0.70)'];
  const figures = rows.map((row) => [
    row.language,
    row.searches,
    row.recall.toFixed(3),
    row.nativeRecall.toFixed(3),
    row.share.toFixed(3),
  ]);
  console.log(formatTable([heading, ...figures]));
  console.log(`\nMedian time of a search: ${medianMilliseconds.toFixed(1)} ms`);
  if (misses.length > 0)
    console.log(
      `\n${formatTable(misses.map(({ query, native, notes, recall }) => [query, native, notes.join(' '), recall]))}`,
    );
  console.log(meetsTarget ? '\nThe target is met.' : '\nThe target is missed.');
}
