import { openColumns } from '../memory/columns.ts';
import { NOTE_LISTED, noteColumns, TOPICS_PER_NOTE } from '../notes/note-columns.ts';
import { chooseFirstPoolRows, type FirstPoolPage } from '../pools/first-pool-page.fixture.ts';
import { openPools } from '../pools/open-pools.ts';
import { poolColumns, poolLocalColumns } from '../pools/pool-columns.ts';
import type { Transition } from '../pools/pools.ts';
import { type Random, seededRandom } from '../random.ts';
import { defaultPolicy, type TrafficPolicy } from '../traffic/policy.ts';
import { balanceColumns } from './balance-columns.ts';
import { openBalance } from './open-balance.ts';

const DAY = 86_400_000;
const PAGE_MS = 60_000;
const TICK_MS = 300_000;
const NATIVES = 500;
const NEWCOMERS = 25;
/** Notes a day; newcomers post a lot (research §3.3). */
const NATIVE_NOTES = 100;
const NEWCOMER_NOTES = 40;
/** How much rather natives take a newcomer's note than a native's while the rush lasts, and how sharply ranking follows scores. */
const CURIOSITY = 2.5;
const SHARPNESS = 2;
/** Newcomers' share that natives would choose for themselves. */
const PREFERENCE = 0.3;
const HASHTAG = 50;
const NATIVE_TOPICS = 12;
const start = Date.UTC(2025, 0, 10);

export interface InfluxResult {
  transitions: readonly Transition[];
  isNewcomer: (row: number) => boolean;
  publishedAt: (row: number) => number;
  /** Native creators' impressions per native note, day by day. */
  nativePerNote: number[];
  /** Newcomers' share of what natives were shown beside first pools, day by day. */
  newcomerShare: number[];
  tookPart: { boost: number; ceiling: number };
}

/**
 * A small town over `calm + 3` days; newcomers come after the calm ones, and with them the policy. A page is drawn by what viewers would rather take, and by nothing
 * else than the engine's own answers: first pools, boost, ceiling.
 */
export function liveThroughInflux(calm: number, policy: TrafficPolicy, seed: number): InfluxResult {
  const random = seededRandom(seed);
  const days = calm + 3;
  const rows = days * (NATIVE_NOTES + NEWCOMER_NOTES);
  const columns = openColumns(
    { ...noteColumns, ...poolColumns, ...poolLocalColumns, ...balanceColumns },
    { notes: rows },
  );
  const transitions: Transition[] = [];
  const pools = openPools(columns, columns, defaultPolicy, (transition) => transitions.push(transition));
  const balance = openBalance(columns, columns, defaultPolicy);
  const fresh: { native: number[]; newcomer: number[] } = { native: [], newcomer: [] };
  const page: FirstPoolPage = { pools, random, seen: new Set(), rows };
  const counts = {
    native: [] as number[],
    nativeNotes: [] as number[],
    shown: [] as number[],
    shownNewcomers: [] as number[],
  };
  const tookPart = { boost: 1, ceiling: Number.POSITIVE_INFINITY };
  let next = 0;

  for (let at = start; at < start + days * DAY; at += PAGE_MS) {
    const day = Math.floor((at - start) / DAY);
    const hasNewcomers = day >= calm;
    if (hasNewcomers) balance.usePolicy(policy);
    publishSome(day, at, hasNewcomers);
    if (at % TICK_MS === 0) steer(at);
    const isNative = !hasNewcomers || random() >= NEWCOMERS / (NATIVES + NEWCOMERS);
    showPage(Math.floor(random() * (isNative ? NATIVES : NEWCOMERS)) + (isNative ? 0 : NATIVES), isNative, day, at);
  }
  return {
    transitions,
    isNewcomer: (row) => columns.noteAuthorGroup[row] === 1,
    publishedAt: (row) => (columns.notePublished[row] as number) * 1_000,
    nativePerNote: counts.native.map((count, day) => count / (counts.nativeNotes[day] as number)),
    newcomerShare: counts.shownNewcomers.map((count, day) => count / (counts.shown[day] as number)),
    tookPart,
  };

  function steer(at: number): void {
    pools.tick(at);
    balance.tick(pools.forecast(at), at);
    tookPart.boost = Math.max(tookPart.boost, balance.outputs().nativeBoost);
    tookPart.ceiling = Math.min(tookPart.ceiling, balance.outputs().newcomerCeiling);
  }

  function publishSome(day: number, at: number, hasNewcomers: boolean): void {
    if (isTimeFor(NATIVE_NOTES, at)) publish('native', day, at);
    if (hasNewcomers && isTimeFor(NEWCOMER_NOTES, at)) publish('newcomer', day, at);
  }

  function publish(group: 'native' | 'newcomer', day: number, at: number): void {
    if (next === rows) return;
    const row = next;
    next += 1;
    const isNewcomer = group === 'newcomer';
    columns.noteAuthor[row] = row;
    columns.noteTopics[row * TOPICS_PER_NOTE] = isNewcomer ? HASHTAG : 1 + Math.floor(random() * NATIVE_TOPICS);
    columns.noteLanguage[row] = isNewcomer ? 2 : 1;
    columns.noteAuthorGroup[row] = isNewcomer ? 1 : 0;
    columns.notePublished[row] = at / 1_000;
    columns.noteState[row] = NOTE_LISTED;
    pools.enter(row, { isFirstDay: false }, at);
    balance.note(row, at);
    fresh[group].push(row);
    if (!isNewcomer) add(counts.nativeNotes, day, 1);
  }

  function showPage(viewer: number, isNative: boolean, day: number, at: number): void {
    const firstPool = chooseFirstPoolRows(page, viewer, balance.outputs().newcomerUrgency, at);
    for (const row of firstPool) show(row, viewer, isNative, day, at, true);
    for (let slot = firstPool.length; slot < 20; slot += 1) {
      const row = draw(isNative, at);
      if (row >= 0) show(row, viewer, isNative, day, at, false);
    }
  }

  /** One of the day's notes: first whose, by what the viewer would rather take, then any. */
  function draw(isNative: boolean, at: number): number {
    for (const group of ['native', 'newcomer'] as const) {
      while ((columns.notePublished[fresh[group][0] ?? 0] as number) < (at - DAY) / 1_000 && fresh[group].length > 1)
        fresh[group].shift();
    }
    const { nativeBoost, newcomerCeiling } = balance.outputs();
    const odds = isNative ? (CURIOSITY * fresh.newcomer.length) / Math.max(1, nativeBoost * fresh.native.length) : 1;
    const drawn = fresh.newcomer.length === 0 ? 0 : 1 / (1 + odds ** -SHARPNESS);
    const share = isNative ? Math.min(drawn, newcomerCeiling * PREFERENCE) : drawn;
    return pickFrom(random() < share ? fresh.newcomer : fresh.native, random);
  }

  function show(row: number, viewer: number, isNative: boolean, day: number, at: number, isFirstPool: boolean): void {
    const isNewcomer = columns.noteAuthorGroup[row] === 1;
    pools.impression(row, viewer + 1, 'free', at);
    const viewerGroup = isNative ? 0 : 1;
    balance.impression({ row, viewerGroup, traffic: 'free', isFirstPool, preferredNewcomers: PREFERENCE }, at);
    if (!isNewcomer) add(counts.native, day, 1);
    if (!isNative || isFirstPool) return;
    add(counts.shown, day, 1);
    add(counts.shownNewcomers, day, isNewcomer ? 1 : 0);
  }
}

function isTimeFor(notesPerDay: number, at: number): boolean {
  const noteAt = (time: number) => Math.floor((time * notesPerDay) / DAY);
  return noteAt(at) !== noteAt(at - PAGE_MS);
}

function add(sums: number[], day: number, change: number): void {
  sums[day] = (sums[day] ?? 0) + change;
}

function pickFrom(rows: readonly number[], random: Random): number {
  return rows[Math.floor(random() * rows.length)] ?? -1;
}
