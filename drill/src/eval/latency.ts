import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  createBergamotEngine,
  createLog,
  type ModelStore,
  openSyntheticModels,
  type TranslationEngine,
} from '@teahouse/server';
import { summarise } from '../bench/latencies.ts';
import { openTemporaryFolder } from '../process/temporary-folder.ts';
import { type Figure, formatFigures, meetsTarget } from './figures.ts';
import { measurePipeline } from './latency-pipeline.ts';
import { comments, notes, wordsIn } from './latency-texts.ts';

type ShapeName = 'tiny' | 'base';

/** Words per second that a model of this size must reach in one thread. */
const leastThroughput: Record<ShapeName, number> = { tiny: 400, base: 250 };
const pairs = ['en-zh', 'zh-en', 'en-ja', 'ja-en'];
const never = new AbortController().signal;

/** Noise knows no end and runs to the engine's limit; Mozilla's models write 1.1 to 1.3 pieces for each they read. */
const lengthFactor = 1.3;
const aboutModels = `Models are noise in the real sizes, each sentence ${lengthFactor} times as long as its source; what is cached came from a stub.`;

/**
 * `npm run eval -- latency [--pipeline|--base] [--json]`: how quickly texts are translated. The models are noise in the
 * real sizes: speed and memory are those of the real engine, the words are not. `--base` leaves the tiny model out,
 * `--pipeline` both: then only what is already translated is timed.
 */
export async function evaluate(given: readonly string[]): Promise<boolean> {
  const shapes: ShapeName[] = given.includes('--pipeline')
    ? []
    : given.includes('--base')
      ? ['base']
      : ['tiny', 'base'];
  const load = loadavg().map((value) => Math.round(value * 100) / 100);
  const figures: Figure[] = [];
  for (const shape of shapes) figures.push(...(await measureBergamot(shape)));
  figures.push(...(await measurePipeline()));
  const isMet = figures.every(meetsTarget);
  if (given.includes('--json')) console.log(JSON.stringify({ isMet, load, figures }, null, 2));
  else console.log([`Load before ${load.join(' ')}`, formatFigures(figures), aboutModels].join('\n\n'));
  return isMet;
}

async function measureBergamot(shape: ShapeName): Promise<Figure[]> {
  using folder = openTemporaryFolder('latency');
  execFileSync(process.execPath, [
    fileURLToPath(new URL('./write-models.ts', import.meta.url)),
    folder.path,
    shape,
    ...pairs,
  ]);
  const models = openSyntheticModels(folder.path);
  const engine = createBergamotEngine({ models, log: createLog('silent'), limits: { lengthFactor } });
  const memoryBefore = usedMemory();
  try {
    const figures = [
      ...(await measureStart(engine)),
      ...(await measureComments(engine)),
      ...(await measureNotes(engine)),
      await measureThroughput(engine, leastThroughput[shape]),
      await measureMemory(engine, models, memoryBefore),
    ];
    return figures.map((figure) => ({ ...figure, what: `${shape} model: ${figure.what}` }));
  } finally {
    await engine.close();
  }
}

/** Thread, model, smoke sentence and warm-up, then the sentence: what the first reader after a start waits. */
async function measureStart(engine: TranslationEngine): Promise<Figure[]> {
  const milliseconds = await timed(() => translate(engine, comments.slice(0, 1)));
  return [{ what: 'first sentence after a start', value: milliseconds, unit: 'ms', target: { most: 3_000 } }];
}

async function measureComments(engine: TranslationEngine): Promise<Figure[]> {
  const rounds = Array.from({ length: 10 }, () => comments).flat();
  const { p50, p95 } = summarise(await timedEach(rounds, (comment) => translate(engine, [comment])));
  return [
    { what: 'comment of at most 15 words, idle, p50', value: p50, unit: 'ms', target: { most: 60 } },
    { what: 'comment of at most 15 words, idle, p95', value: p95, unit: 'ms', target: { most: 200 } },
  ];
}

async function measureNotes(engine: TranslationEngine): Promise<Figure[]> {
  const rounds = Array.from({ length: 10 }, () => notes).flat();
  const { p95 } = summarise(await timedEach(rounds, (sentences) => translate(engine, sentences)));
  return [{ what: 'note of at most 60 words, idle, p95', value: p95, unit: 'ms', target: { most: 800 } }];
}

async function measureThroughput(engine: TranslationEngine, least: number): Promise<Figure> {
  const batch = [...comments.slice(0, 8), ...notes.flat().slice(0, 8)];
  const rounds = Array.from({ length: 8 }, () => batch);
  const milliseconds = await timed(async () => {
    for (const sentences of rounds) await translate(engine, sentences);
  });
  const words = rounds.flat().flatMap(wordsIn).length;
  return { what: 'words read per second', value: (words / milliseconds) * 1_000, unit: 'words/s', target: { least } };
}

/** What the engine adds to the process once every pair was asked for; how many models it then holds is its own decision. */
async function measureMemory(engine: TranslationEngine, models: ModelStore, before: number): Promise<Figure> {
  for (const { from, to } of models.installed()) await translate(engine, comments.slice(0, 8), { from, to });
  return {
    what: `memory after ${models.installed().length} pairs`,
    value: usedMemory() - before,
    unit: 'MB',
    target: { most: 1_100 },
  };
}

async function translate(
  engine: TranslationEngine,
  sentences: readonly string[],
  pair = { from: 'en', to: 'zh' },
): Promise<void> {
  const segments = sentences.map((masked, at) => ({ id: `${at}`, masked, spans: [] }));
  const answers = await engine.translate({ ...pair, segments }, never);
  if (!answers.every((answer) => 'text' in answer)) throw new Error('a sentence was not translated');
}

async function timedEach<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<number[]> {
  const durations: number[] = [];
  for (const item of items) durations.push(await timed(() => work(item)));
  return durations;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Garbage of this process is not the engine's. */
function usedMemory(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage.rss() / 1_048_576;
}
