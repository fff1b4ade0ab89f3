import { loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { seededRandom } from '@teahouse/engine';
import { type Behaviour, type EngineStub, startOpenAiStub } from '@teahouse/server/engine-stubs';
import { queryCount, withDatabase } from '../faults/verify-writes.ts';
import { type HouseProcess, startHouse } from '../process/house-process.ts';
import { openTemporaryFolder } from '../process/temporary-folder.ts';
import { findTown, seedHouse, type Town } from '../seed/seed-house.ts';
import { type Latencies, summarise } from './latencies.ts';
import { openBrowsers, viewAtRate } from './paced-views.ts';
import { createReaders, type Readers, type View } from './translating-readers.ts';

export interface FaultOptions {
  notes: number;
  /** Page views a second. */
  rate: number;
  /** Of one window; windows without and with translation take turns. */
  seconds: number;
  rounds: number;
  /** Names of faults; all when empty. */
  only: readonly string[];
  say: (line: string) => void;
}

interface Fault {
  name: string;
  /** One for each round, in turn; with none, nothing answers at the engine's address. */
  behaviours: readonly Behaviour[];
  delayMilliseconds?: number;
  /** The engine ends up giving real translations, which may be kept. */
  answersInTheEnd?: boolean;
}

const faults: readonly Fault[] = [
  { name: 'down', behaviours: [] },
  { name: 'slow', behaviours: ['slow'], delayMilliseconds: 10_000, answersInTheEnd: true },
  { name: 'broken', behaviours: ['wrong-json', 'truncated-json', 'wrong-shape'] },
  { name: 'garbage', behaviours: ['echo', 'commentary', 'extra-spans'] },
  { name: 'rate-limited', behaviours: ['rate-limited'] },
];

/** Until the breaker has opened and most texts have been met. */
const warmUpSeconds = 8;

/** What a failing translator may cost those who read. */
const mostRatio = 1.2;

type Way = 'without' | 'with';
type DelayMonitor = ReturnType<typeof monitorEventLoopDelay>;
type GeneratorDelay = Record<Way, DelayMonitor>;

interface PageFigures {
  view: View;
  without: Latencies;
  with: Latencies;
  /** p99 with translation over p99 without. */
  ratio: number;
}

export interface FaultFigures {
  fault: string;
  pages: PageFigures[];
  /** Until a reader who looks at the original knows what is translated. */
  telling: Latencies;
  states: Record<string, number>;
  engineCalls: number;
  /** Pages and requests for translations that were refused. */
  refused: number;
  rowsKept: number;
  /** How late the program that makes the load was itself, p99 in milliseconds: part of every figure above it. */
  generatorLate: Record<Way, number>;
  isMet: boolean;
}

export interface FaultReport {
  loadBefore: number;
  loadAfter: number;
  options: Omit<FaultOptions, 'say'>;
  faults: FaultFigures[];
}

/** Reading goes on as if nothing were the matter while the only engine of a house fails. */
export async function benchTranslationFaults({ say, ...options }: FaultOptions): Promise<FaultReport> {
  const loadBefore = loadavg()[0] ?? 0;
  const dataDir = openTemporaryFolder('translation-faults');
  using _removed = dataDir;
  await seedIn(`${dataDir.path}/data`, options, say);
  const measured: FaultFigures[] = [];
  for (const fault of faults.filter(({ name }) => options.only.length === 0 || options.only.includes(name))) {
    say(`engine ${fault.name}`);
    measured.push(await measureFault(`${dataDir.path}/data`, fault, options));
  }
  return { loadBefore, loadAfter: loadavg()[0] ?? 0, options, faults: measured };
}

async function seedIn(
  dataDir: string,
  { notes }: Pick<FaultOptions, 'notes'>,
  say: FaultOptions['say'],
): Promise<void> {
  await using house = await startHouse({ dataDir, env: environment });
  const size = { members: Math.max(50, Math.round(notes / 40)), notes, likes: notes * 5, comments: notes * 2 };
  await seedHouse(house.database, { ...size, now: Date.now() }, (step) => say(`  ${step}`));
}

const environment = { TEAHOUSE_RATE_LIMIT_SCALE: '0', TEAHOUSE_SHED: 'false' };

/** A process of its own for each fault: what it learnt about the engine before would soften the next. */
async function measureFault(dataDir: string, fault: Fault, options: Omit<FaultOptions, 'say'>): Promise<FaultFigures> {
  await using stub = await startOpenAiStub();
  const engine = {
    TEAHOUSE_TRANSLATION_ENGINES: 'openai',
    TEAHOUSE_OPENAI_URL: stub.url,
    TEAHOUSE_OPENAI_MODEL: 'stub',
  };
  await using house = await startHouse({ dataDir, env: { ...environment, ...engine } });
  const readers = await openReaders(house, await findTown(house.database));
  const before = await rowsKept(house);
  const delay = { without: monitorEventLoopDelay({ resolution: 1 }), with: monitorEventLoopDelay({ resolution: 1 }) };
  await takeTurns(readers, stub, fault, options, delay);
  const kept = (await rowsKept(house)) - before;
  return figuresOf(fault, readers, stub.translationCalls(), kept, delay);
}

async function openReaders({ port }: HouseProcess, town: Town): Promise<Readers> {
  const response = await fetch(`http://127.0.0.1:${port}/api/feed/newest?limit=1`);
  await response.arrayBuffer();
  const visitorCookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return createReaders(openBrowsers(port), { town, visitorCookie, random: seededRandom('translation faults') });
}

async function takeTurns(
  readers: Readers,
  stub: EngineStub,
  { behaviours, delayMilliseconds = 0 }: Fault,
  { rate, seconds, rounds }: Omit<FaultOptions, 'say'>,
  delay: GeneratorDelay,
): Promise<void> {
  if (behaviours.length === 0) await stub.close();
  const misbehave = (round: number) =>
    stub.behave(behaviours[round % behaviours.length] ?? 'ok', { delayMilliseconds });
  // From the first text on: one that works at first leaves translations behind.
  misbehave(0);
  // Both ways are walked before either is measured: the first translation of a process reads its tables of languages and terms.
  for (const asks of [false, true])
    await viewAtRate({ rate, seconds: warmUpSeconds }, () =>
      readers.view({ asks, lateMilliseconds: 0, counts: false }),
    );
  for (let round = 0; round < rounds; round += 1) {
    misbehave(round);
    // What the machine does meanwhile, and what is cold at first, meets both.
    for (const asks of round % 2 === 0 ? [false, true] : [true, false])
      await watched(delay[asks ? 'with' : 'without'], () =>
        viewAtRate({ rate, seconds }, (lateMilliseconds) => readers.view({ asks, lateMilliseconds, counts: true })),
      );
  }
  readers.close();
}

async function watched(delay: DelayMonitor, work: () => Promise<void>): Promise<void> {
  delay.enable();
  await work();
  delay.disable();
}

/** Of a machine, sentences and texts that would be shown to the next reader. */
function rowsKept(house: HouseProcess): Promise<number> {
  const count = `select (select count(*) from translation_segment)
    + (select count(*) from translation where origin = 'machine') as count`;
  return withDatabase(house, (client) => queryCount(client, count));
}

function figuresOf(
  fault: Fault,
  { seen }: Readers,
  engineCalls: number,
  kept: number,
  delay: GeneratorDelay,
): FaultFigures {
  const pages = (['feed', 'note'] as const).map((view): PageFigures => {
    const [without, wanted] = [summarise(seen.pages[view].without), summarise(seen.pages[view].with)];
    return { view, without, with: wanted, ratio: Math.round((wanted.p99 / without.p99) * 100) / 100 };
  });
  const telling = summarise(seen.telling);
  const isClean = kept === 0 || fault.answersInTheEnd === true;
  const isMet = pages.every(({ ratio }) => ratio <= mostRatio) && seen.refused === 0 && isClean;
  const states = Object.fromEntries(seen.states);
  const generatorLate = { without: lateOf(delay.without), with: lateOf(delay.with) };
  const { refused } = seen;
  return { fault: fault.name, pages, telling, states, engineCalls, refused, rowsKept: kept, generatorLate, isMet };
}

/** Beyond the millisecond at which it looks. */
function lateOf(delay: DelayMonitor): number {
  return Math.max(0, Math.round(delay.percentile(99) / 10_000) / 100 - 1);
}
