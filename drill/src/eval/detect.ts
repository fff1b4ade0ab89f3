import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openLanguageReading } from '@teahouse/server';
import { formatTable } from '../table.ts';
import {
  LANGUAGE_SETS,
  PARTS,
  type Part,
  readCodedTexts,
  readEverydaySentences,
  readLabelledTexts,
  readReaderTexts,
  takePart,
} from './labelled-sets.ts';
import {
  type Miss,
  measureMicroseconds,
  type Rate,
  scoreButton,
  scoreDetection,
  scoreOrdinary,
  scoreUndecodable,
  shareOf,
} from './score-detection.ts';

/** From the design of translation: language detection, the translate button, honest answers to riddles. */
export const DETECTION_TARGETS = {
  accuracy: 0.95,
  mixedF1: 0.9,
  noLetters: 1,
  microseconds: 30,
  button: 0.95,
  undecodable: 0.9,
  taken: 0.02,
} as const;

/**
 * `npm run eval -- detect [--set file.tsv] [--part build|final|all] [--data folder] [--misses] [--json]`
 *
 * Language detection, translate button and undecodable texts on the shipped sets, or detection alone on a given set.
 * `--data` adds the shared sixty texts and a sample of everyday sentences. Only the build half is for improving.
 */
export async function evaluate(given: readonly string[]): Promise<boolean> {
  const { set, part, data, json, misses } = readOptions(given);
  const report = await measure(part, set, data);
  const failures = failedTargets(report);
  if (json) console.log(JSON.stringify({ ...report, failures }, mapsAsObjects, 2));
  else print(report, failures, misses);
  return failures.length === 0;
}

type Report = Awaited<ReturnType<typeof measure>>;

function readOptions(given: readonly string[]) {
  const { values } = parseArgs({
    args: [...given],
    options: {
      set: { type: 'string' },
      part: { type: 'string', default: 'all' },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
    },
  });
  const part = PARTS.find((name) => name === values.part);
  if (!part) throw new Error(`--part is one of ${PARTS.join(', ')}`);
  return { ...values, part };
}

async function measure(part: Part, set: string | undefined, data: string | undefined) {
  const reading = await openLanguageReading();
  const texts = takePart(readLabelledTexts(set ?? join(LANGUAGE_SETS, 'short-texts.tsv')), part);
  return {
    set: set ?? 'shipped',
    part,
    detection: scoreDetection(reading, texts),
    microseconds: measureMicroseconds(
      reading,
      texts.map(({ text }) => text),
    ),
    ...(set === undefined && measureShipped(reading, part)),
    ...(data !== undefined && measureShared(reading, data)),
  };
}

type Reading = Awaited<ReturnType<typeof openLanguageReading>>;

function measureShipped(reading: Reading, part: Part) {
  const readers = takePart(readReaderTexts(join(LANGUAGE_SETS, 'mixed-texts.tsv')), part);
  const coded = takePart(readCodedTexts(join(LANGUAGE_SETS, 'undecodable.tsv')), part);
  const labelled = takePart(readLabelledTexts(join(LANGUAGE_SETS, 'short-texts.tsv')), part);
  const ordinary = [...labelled, ...readers, ...coded.filter(({ kind }) => kind === 'normal')].map(({ text }) => text);
  return {
    button: scoreButton(reading, readers),
    undecodable: scoreUndecodable(reading, coded),
    ordinary: scoreOrdinary(reading, ordinary),
  };
}

function measureShared(reading: Reading, data: string) {
  return {
    sharedTexts: scoreDetection(reading, readLabelledTexts(join(data, 'lid60.tsv'))),
    everyday: scoreOrdinary(reading, readEverydaySentences(join(data, 'tatoeba-cmn-eng.tsv'))),
  };
}

function failedTargets(report: Report): string[] {
  const { detection, microseconds, button, undecodable, ordinary, everyday } = report;
  const checks: [string, boolean][] = [
    ['accuracy', shareOf(detection.right) >= DETECTION_TARGETS.accuracy],
    ['mixed F1', (detection.mixedF1 ?? 1) >= DETECTION_TARGETS.mixedF1],
    ['no letters', shareOf(detection.noLetters) >= DETECTION_TARGETS.noLetters],
    ['µs per call', microseconds <= DETECTION_TARGETS.microseconds],
    ['button', !button || shareOf(button.shown) >= DETECTION_TARGETS.button],
    ['undecodable', !undecodable || shareOf(undecodable.found) >= DETECTION_TARGETS.undecodable],
    ['ordinary texts', !ordinary || shareOf(ordinary.taken) <= DETECTION_TARGETS.taken],
    ['everyday sentences', !everyday || shareOf(everyday.taken) <= DETECTION_TARGETS.taken],
  ];
  return checks.filter(([, isMet]) => !isMet).map(([name]) => name);
}

function print(report: Report, failures: readonly string[], showsMisses: boolean) {
  const { detection, microseconds, button, undecodable, ordinary, sharedTexts, everyday } = report;
  const rows: (readonly [string, string, string])[] = [
    ['language right', asShare(detection.right), '≥ 95 %'],
    ['mixed F1', detection.mixedF1?.toFixed(3) ?? 'none in the set', '≥ 0.9'],
    ['no letters', asShare(detection.noLetters), '100 %'],
    ['µs per call, median', microseconds.toFixed(1), `≤ ${DETECTION_TARGETS.microseconds}`],
    ...(sharedTexts ? [['shared sixty texts', asShare(sharedTexts.right), ''] as const] : []),
    ...(button ? [['button where needed', asShare(button.shown), '≥ 95 %'] as const] : []),
    ...(button ? [['button where not needed', asShare(button.needless), ''] as const] : []),
    ...(undecodable ? [['undecodable recognised', asShare(undecodable.found), '≥ 90 %'] as const] : []),
    ...(ordinary ? [['ordinary taken for undecodable', asShare(ordinary.taken), '≤ 2 %'] as const] : []),
    ...(everyday ? [['everyday sentences taken so', asShare(everyday.taken), '≤ 2 %'] as const] : []),
  ];
  console.log(formatTable([[`${report.set}, ${report.part}`, 'measured', 'target'], ...rows]));
  printRates('By language', detection.byLanguage);
  printConfusion(detection.misses);
  if (undecodable) printRates('Undecodable by kind', undecodable.byKind);
  if (showsMisses) {
    const found = [detection, button, undecodable, ordinary, everyday].flatMap((score) => score?.misses ?? []);
    console.log(`\n${formatTable(found.map(({ expected, found: said, text }) => [expected, said, text]))}`);
  }
  console.log(failures.length === 0 ? '\nEvery target is met.' : `\nMissed: ${failures.join(', ')}`);
}

function printRates(title: string, rates: ReadonlyMap<string, Rate>) {
  const rows = [...rates].map(([name, rate]) => [name, asShare(rate)]);
  console.log(`\n${formatTable([[title, 'right'], ...rows])}`);
}

function printConfusion(misses: readonly Miss[]) {
  const pairs = Map.groupBy(misses, ({ expected, found }) => `${expected} read as ${found}`);
  const rows = [...pairs].map(([pair, of]) => [pair, of.length] as const).sort(([, a], [, b]) => b - a);
  console.log(`\n${formatTable([['Confusion', 'texts'], ...rows])}`);
}

function asShare(rate: Rate): string {
  return `${(shareOf(rate) * 100).toFixed(1)} % (${rate.count} of ${rate.of})`;
}

function mapsAsObjects(_key: string, value: unknown) {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
