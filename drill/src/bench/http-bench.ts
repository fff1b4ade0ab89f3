import { cpus, loadavg, totalmem } from 'node:os';
import { type HouseProcess, startHouse } from '../process/house-process.ts';
import { openTemporaryFolder } from '../process/temporary-folder.ts';
import { findTown, seedHouse } from '../seed/seed-house.ts';
import { drive, type Figures } from './drive.ts';
import { type Measured, type Target, targetsOf } from './targets.ts';
import { type Load, type Workload, workloads } from './workloads.ts';

export interface BenchOptions {
  notes: number;
  members: number;
  connections: number;
  seconds: number;
  warmUpSeconds: number;
  /** Names of workloads; all when empty. */
  only: readonly string[];
  measuresGrowth: boolean;
  /** The data folder stays. */
  isKept: boolean;
  /** A folder that was kept before, instead of a new house; it is not removed. */
  dataDir: string | undefined;
  say: (line: string) => void;
}

export interface BenchReport {
  machine: { cpus: number; memoryGb: number; node: string };
  house: { members: number; notes: number; likes: number; comments: number; seedSeconds: number };
  run: { connections: number; seconds: number; warmUpSeconds: number };
  workloads: (Omit<MeasuredFigures, 'sent'> & { name: string; what: string })[];
  growth: Growth[];
  residentMb: number;
  loadBefore: number;
  loadAfter: number;
  targets: Target[];
}

/** Processor time of a request does not depend on what else the machine does; everything else does. */
export interface MeasuredFigures extends Figures {
  serverMs: number;
  databaseMs: number;
}

export interface Growth {
  name: string;
  small: number;
  large: number;
  /** p50 of the large house over p50 of a tenth of it. */
  ratio: number;
}

interface OpenHouse extends AsyncDisposable {
  house: HouseProcess;
  load: Load;
  seedSeconds: number;
}

/** Figures are worth something on a quiet machine only; shedding and limits are off, so that the server itself is seen. */
const serverEnvironment = { TEAHOUSE_RATE_LIMIT_SCALE: '0', TEAHOUSE_SHED: 'false' };

export async function benchHttp(options: BenchOptions): Promise<BenchReport> {
  const { notes, members, connections, seconds, warmUpSeconds } = options;
  const loadBefore = loadavg()[0] ?? 0;
  const chosen = workloads.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  await using large = await openHouse(options, notes, options.dataDir);
  const measured: Measured[] = [];
  for (const workload of chosen) measured.push({ ...workload, ...(await measure(options, large, workload, seconds)) });
  const residentMb = large.house.residentMb();
  const loadAfter = loadavg()[0] ?? 0;
  const growth = options.measuresGrowth ? await measureGrowth(options, large, chosen) : [];
  return {
    machine: { cpus: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version },
    house: { members, notes, likes: notes * 5, comments: notes * 2, seedSeconds: large.seedSeconds },
    run: { connections, seconds, warmUpSeconds },
    workloads: measured.map(({ name, what, requests, rps, p50, p95, p99, most, errors, firstError, ...used }) => ({
      ...{ name, what, requests, rps, p50, p95, p99, most, errors, firstError },
      ...{ serverMs: used.serverMs, databaseMs: used.databaseMs },
    })),
    growth,
    residentMb,
    loadBefore: round(loadBefore),
    loadAfter: round(loadAfter),
    targets: targetsOf(measured, growth, residentMb),
  };
}

async function openHouse(options: BenchOptions, notes: number, knownDir?: string): Promise<OpenHouse> {
  const folder = openTemporaryFolder('bench', { isKept: options.isKept });
  const dataDir = knownDir ?? `${folder.path}/data`;
  const startedAt = performance.now();
  if (!knownDir) await seedIn(dataDir, options, notes);
  const seedSeconds = Math.round((performance.now() - startedAt) / 1000);
  // Seeded behind its back, the house starts anew: nothing that it remembers is from before.
  const house = await startHouse({ dataDir, env: serverEnvironment });
  await untilEngineServes(house, options);
  const load = { town: await findTown(house.database), visitorCookie: await visitorCookieOf(house), seed: '' };
  return {
    ...{ house, load, seedSeconds },
    async [Symbol.asyncDispose]() {
      await house[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

const engineWaitSeconds = 300;

/** A house that knows nothing of the traffic engine's yet ranks by counters at first: that is not what is measured. */
async function untilEngineServes({ url }: HouseProcess, { say }: BenchOptions): Promise<void> {
  if (process.env.TEAHOUSE_RANKING === 'interim') return;
  for (let second = 0; second < engineWaitSeconds; second += 1) {
    // Accounts of as many days are remembered for a while.
    const response = await fetch(`${url}/api/exposure?days=${1 + (second % 90)}`);
    if (((await response.json()) as { ranking?: string }).ranking === 'engine') return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  say(`  the traffic engine was not ready after ${engineWaitSeconds} s: pages are ranked by counters`);
}

async function seedIn(dataDir: string, { members, say }: BenchOptions, notes: number): Promise<void> {
  say(`a house of ${notes.toLocaleString('en')} notes in ${dataDir}`);
  // Without the engine: what it would keep of the house is from before its back was turned.
  await using house = await startHouse({ dataDir, env: { ...serverEnvironment, TEAHOUSE_RANKING: 'interim' } });
  const size = { members, notes, likes: notes * 5, comments: notes * 2, now: Date.now() };
  await seedHouse(house.database, size, (step) => say(`  ${step}`));
}

async function visitorCookieOf(house: HouseProcess): Promise<string> {
  const response = await fetch(`${house.url}/api/feed/newest?limit=1`);
  await response.arrayBuffer();
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

let runs = 0;

async function measure(
  options: BenchOptions,
  { house, load }: OpenHouse,
  workload: Workload,
  seconds: number,
): Promise<MeasuredFigures> {
  const { connections, warmUpSeconds, say } = options;
  runs += 1;
  const script = workload.script({ ...load, seed: `run ${runs} ${Date.now().toString(36)}`.replaceAll(' ', '-') });
  const before = house.usedMilliseconds();
  const figures = await drive({ port: house.port, connections, warmUpSeconds, seconds, script });
  say(`  ${workload.name}: ${figures.rps} rps, p50 ${figures.p50} ms, p99 ${figures.p99} ms, ${figures.errors} errors`);
  const after = house.usedMilliseconds();
  return {
    ...figures,
    serverMs: round((after.server - before.server) / figures.sent),
    databaseMs: round((after.database - before.database) / figures.sent),
  };
}

/** The two houses take turns, three times, so that a disturbance of the machine meets both; the middle p50 counts. */
async function measureGrowth(options: BenchOptions, large: OpenHouse, chosen: readonly Workload[]): Promise<Growth[]> {
  await using small = await openHouse(options, options.notes / 10);
  const seconds = Math.max(1, options.seconds / 2);
  const growth: Growth[] = [];
  for (const workload of chosen.filter(({ isRead }) => isRead)) {
    const [ofSmall, ofLarge]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < 3; turn += 1) {
      ofSmall.push((await measure(options, small, workload, seconds)).p50);
      ofLarge.push((await measure(options, large, workload, seconds)).p50);
    }
    const [p50OfSmall, p50OfLarge] = [middle(ofSmall), middle(ofLarge)];
    growth.push({ name: workload.name, small: p50OfSmall, large: p50OfLarge, ratio: round(p50OfLarge / p50OfSmall) });
  }
  return growth;
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
