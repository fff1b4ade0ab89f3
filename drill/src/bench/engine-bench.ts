import { cpus, loadavg, totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Fact, openTrafficEngine, type TrafficEngine } from '@teahouse/engine';
import type { EngineBenchTask } from './engine-bench-worker.ts';
import { activity, memberFacts, noteFactOf, notesBySubject, type Population, requestOf } from './engine-population.ts';
import { type Latencies, summarise } from './latencies.ts';

export interface EngineBenchOptions {
  notes: number;
  members: number;
  seconds: number;
  threads: number;
  say(line: string): void;
}

export interface EngineBenchReport {
  machine: { cpus: number; memoryGb: number; node: string };
  loadBefore: number;
  loadAfter: number;
  notes: number;
  members: number;
  /** Pages on one thread. */
  page: Latencies;
  pagesPerSecond: number;
  cpuMsPerPage: number;
  /** Processor time of the thread for each page: what is left of the time on a machine that others use as well. */
  cpu: Latencies;
  /** Pages on as many worker threads over the shared memory, while facts are applied. */
  threads: { count: number; pagesPerSecond: number; page: Latencies };
  /** A fact is applied and the next page that shows it is made. */
  eventToPage: Latencies;
  notesPerSecond: number;
  factsPerSecond: number;
  bytesPerNote: number;
  bytesPerMember: number;
  stateMb: number;
  rssMb: number;
  snapshot: { seconds: number; mb: number; warmStartSeconds: number; secondsPerMillionNotes: number };
}

/** Noon of a day in autumn: any fixed time does. */
const NOW = 20_380 * 86_400_000 + 43_200_000;
const IMPRESSIONS_PER_MEMBER = 12;
const EVENTS = 100;
const WARM_UP_PAGES = 200;
/** What a house of that many pages would write: 500 facts a second. */
const BATCHES_PER_SECOND = 50;
const FACTS_PER_BATCH = 10;

/** Speed and size of the traffic engine over a made-up town. */
export async function benchEngine({
  notes,
  members,
  seconds,
  threads,
  say,
}: EngineBenchOptions): Promise<EngineBenchReport> {
  const population: Population = { notes, members, now: NOW };
  const loadBefore = load();
  const engine = openTrafficEngine({ size: { notes: notes + EVENTS, members }, threads: threads + 1 });
  const notesPerSecond = await fillNotes(engine, population, say);
  const factsPerSecond = act(engine, population, say);
  say(`pages on one thread, ${seconds} s`);
  const one = onOneThread(engine, population, seconds);
  say(`pages on ${threads} threads, ${seconds} s`);
  const many = await onThreads(engine, population, seconds, threads);
  const eventToPage = measureEvents(engine, population);
  const rssMb = megabytes(process.memoryUsage().rss);
  say('snapshot and warm start');
  const snapshot = measureSnapshot(engine, population);
  const { bytes, bytesPerNote, bytesPerMember } = engine.stats();
  return {
    machine: { cpus: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version },
    loadBefore,
    loadAfter: load(),
    notes,
    members,
    ...one,
    threads: many,
    eventToPage,
    notesPerSecond,
    factsPerSecond,
    bytesPerNote: Math.round(bytesPerNote),
    bytesPerMember: Math.round(bytesPerMember),
    stateMb: megabytes(bytes),
    rssMb,
    snapshot,
  };
}

async function fillNotes(engine: TrafficEngine, population: Population, say: (line: string) => void): Promise<number> {
  say(`${population.notes} notes, ${population.members} members`);
  let spent = 0;
  const batch = 10_000;
  for (let first = 0; first < population.notes; first += batch) {
    const count = Math.min(batch, population.notes - first);
    const facts = Array.from({ length: count }, (_, index) => noteFactOf(population, first + index));
    const start = performance.now();
    for (const fact of facts) engine.apply(fact);
    spent += performance.now() - start;
  }
  return Math.round((1_000 * population.notes) / spent);
}

function act(engine: TrafficEngine, population: Population, say: (line: string) => void): number {
  for (const fact of memberFacts(population)) engine.apply(fact);
  const facts = [...activity(population, notesBySubject(population), population.members * IMPRESSIONS_PER_MEMBER)];
  say(`${facts.length} facts of members`);
  const start = performance.now();
  for (const fact of facts) engine.apply(fact);
  return Math.round((1_000 * facts.length) / (performance.now() - start));
}

function onOneThread(engine: TrafficEngine, population: Population, seconds: number) {
  const { now } = engine.stats();
  for (let step = 0; step < WARM_UP_PAGES; step += 1) engine.page(requestOf(population, step, now));
  const durations: number[] = [];
  const cpu: number[] = [];
  const end = performance.now() + seconds * 1_000;
  for (let step = WARM_UP_PAGES; performance.now() < end; step += 1) {
    const request = requestOf(population, step, now);
    const before = process.threadCpuUsage();
    const start = performance.now();
    engine.page(request);
    durations.push(performance.now() - start);
    const { user, system } = process.threadCpuUsage(before);
    cpu.push((user + system) / 1_000);
  }
  return {
    page: summarise(durations),
    pagesPerSecond: rate(durations),
    cpuMsPerPage: round(cpu.reduce((sum, spent) => sum + spent, 0) / cpu.length),
    cpu: summarise(cpu),
  };
}

async function onThreads(engine: TrafficEngine, population: Population, seconds: number, count: number) {
  const facts = activity(population, notesBySubject(population), Number.POSITIVE_INFINITY);
  const now = engine.stats().now;
  const workers = Array.from({ length: count }, (_, index) => {
    const task: EngineBenchTask = {
      handle: engine.handle,
      thread: index + 1,
      population: { ...population, now },
      seconds,
    };
    return new Worker(new URL('./engine-bench-worker.ts', import.meta.url), { workerData: task });
  });
  await Promise.all(workers.map((worker) => answerOf(worker)));
  const answers = workers.map((worker) => answerOf<number[]>(worker));
  for (const worker of workers) worker.postMessage('go');
  const writing = setInterval(() => applySome(engine, facts), 1_000 / BATCHES_PER_SECOND);
  const durations = await Promise.all(answers);
  clearInterval(writing);
  await Promise.all(workers.map((worker) => worker.terminate()));
  const pagesPerSecond = durations.reduce((sum, own) => sum + rate(own), 0);
  return { count, pagesPerSecond, page: summarise(durations.flat()) };
}

/** Readers share the memory with a writer that is at work. */
function applySome(engine: TrafficEngine, facts: Iterator<Fact>): void {
  for (let fact = 0; fact < FACTS_PER_BATCH; fact += 1) {
    const { value, done } = facts.next();
    if (done !== true) engine.apply(value);
  }
}

function answerOf<T>(worker: Worker): Promise<T> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** A note goes and the page that would have shown it is asked for: it must not be there any more. */
function measureEvents(engine: TrafficEngine, population: Population): Latencies {
  const { now } = engine.stats();
  const durations: number[] = [];
  for (let step = 0; step < EVENTS; step += 1) {
    const first = engine.page(requestOf(population, step, now)).slots[0];
    if (!first) continue;
    const start = performance.now();
    engine.apply({ kind: 'note-gone', at: now, note: first.note });
    const { slots } = engine.page(requestOf(population, step, now));
    durations.push(performance.now() - start);
    if (slots.some(({ note }) => note === first.note)) throw new Error('a note that is gone stands on the next page');
  }
  return summarise(durations);
}

function measureSnapshot(engine: TrafficEngine, population: Population) {
  const start = performance.now();
  const bytes = engine.snapshot(1);
  const written = performance.now();
  const size = { notes: population.notes + EVENTS, members: population.members };
  const restored = openTrafficEngine({ size, snapshot: bytes });
  restored.page(requestOf(population, 0, engine.stats().now));
  const warmStartSeconds = round((performance.now() - written) / 1_000);
  return {
    seconds: round((written - start) / 1_000),
    mb: megabytes(bytes.length),
    warmStartSeconds,
    secondsPerMillionNotes: round((warmStartSeconds * 1e6) / population.notes),
  };
}

/** Pages a second of the engine's own time: making up the requests is not its work. */
function rate(durations: readonly number[]): number {
  return Math.round((1_000 * durations.length) / durations.reduce((sum, duration) => sum + duration, 0));
}

function load(): number {
  return round(loadavg()[0] ?? 0);
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
