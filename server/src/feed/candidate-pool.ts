import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Deps } from '../platform/deps.ts';
import { selectBestIds, selectCandidates, selectNewestIds } from './candidates.sql.ts';
import { createDuplicateGroups } from './duplicate-groups.ts';
import { candidateOf, type PoolEntry, type PoolRanking, rankPool } from './pool-ranking.ts';

/** Notes that discovery chooses from, with what ranking needs, in memory; everything can be read again from the database. */
export interface CandidatePool {
  /** The order of the moment; loads the pool when nobody has yet. */
  ranking(): Promise<PoolRanking>;
  /** A note was published, changed or withdrawn: looked at with the next refresh. */
  touch(noteIds: readonly string[]): void;
  /** Brings everything up to date now. */
  refresh(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** How many notes, and how often they are looked at. */
export interface PoolLimits {
  newest: number;
  best: number;
  /** The best are looked for among this many of the newest. */
  bestAmong: number;
  /** Counters read again with each light refresh: the leaders every time, the others in turn. */
  leaders: number;
  others: number;
  /** Rows read at once: what one batch takes of the event loop stays below 10 ms. */
  batch: number;
  lightMilliseconds: number;
  newestMilliseconds: number;
  bestMilliseconds: number;
}

export const poolLimits: PoolLimits = {
  newest: 3_000,
  best: 3_000,
  bestAmong: 50_000,
  leaders: 300,
  others: 500,
  batch: 400,
  lightMilliseconds: 2_000,
  newestMilliseconds: 30_000,
  bestMilliseconds: 600_000,
};

// Notes committed late by other processes are still found.
const overlapMilliseconds = 60_000;

export function createCandidatePool(
  { db, clock, log, random }: Pick<Deps, 'db' | 'clock' | 'log' | 'random'>,
  limits: PoolLimits = poolLimits,
): CandidatePool {
  const entries = new Map<string, PoolEntry>();
  const groups = createDuplicateGroups();
  const touched = new Set<string>();
  let ranking: PoolRanking | undefined;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let turn = 0;
  const last = { newest: Number.NEGATIVE_INFINITY, best: Number.NEGATIVE_INFINITY, publishedAt: 0 };

  async function load(ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += limits.batch) {
      const wanted = ids.slice(start, start + limits.batch);
      const rows = new Map((await selectCandidates(db, wanted)).map((row) => [row.id, row]));
      for (const id of wanted) {
        const row = rows.get(id);
        if (!row) entries.delete(id);
        else {
          entries.set(id, candidateOf(row, groups.groupOf(id, row.simhash)));
          last.publishedAt = Math.max(last.publishedAt, row.published_at.getTime());
        }
      }
      await nextTurn();
    }
  }

  async function idsToAdd(isFull: boolean): Promise<string[]> {
    const now = performance.now();
    const ids: string[] = [];
    if (isFull || now - last.newest > limits.newestMilliseconds) {
      last.newest = now;
      ids.push(...(await selectNewestIds(db, undefined, limits.newest)));
    } else {
      const since = new Date(last.publishedAt - overlapMilliseconds);
      ids.push(...(await selectNewestIds(db, since, limits.newest)));
    }
    if (now - last.best > limits.bestMilliseconds) {
      last.best = now;
      ids.push(...(await selectBestIds(db, new Date(clock.now()), limits.bestAmong, limits.best)));
    }
    return ids.filter((id) => !entries.has(id));
  }

  /** The leaders and, in turn, some of the others. */
  function idsToRenew(isFull: boolean): string[] {
    const ids = [...entries.keys()];
    if (isFull || ids.length <= limits.leaders + limits.others) return ids;
    turn = turn >= ids.length ? 0 : turn;
    const others = ids.slice(turn, turn + limits.others);
    turn += limits.others;
    return [...(ranking?.leaders(limits.leaders) ?? []), ...others];
  }

  async function bringUpToDate(isFull: boolean): Promise<void> {
    const known = idsToRenew(isFull);
    const waiting = [...touched];
    touched.clear();
    await load([...new Set([...(await idsToAdd(isFull)), ...waiting, ...known])]);
    ranking = rankPool(entries, clock.now(), random);
    if (entries.size > limits.newest + limits.best) {
      for (const id of ranking.losers(entries.size - limits.newest - limits.best)) entries.delete(id);
      groups.forgetAllBut(entries);
      await nextTurn();
      ranking = rankPool(entries, clock.now(), random);
    }
  }

  /** One at a time: whoever asks while one runs gets the next. */
  function refresh(isFull: boolean): Promise<void> {
    const before = running;
    const next = (before ?? Promise.resolve())
      .catch(() => {})
      .then(() => bringUpToDate(isFull))
      .finally(() => {
        if (running === next) running = undefined;
      });
    running = next;
    return next;
  }

  function refreshSoon(): void {
    if (running) return;
    refresh(false).catch((error) => log.warn({ err: error }, 'candidate pool could not be refreshed'));
  }

  return {
    async ranking() {
      if (!ranking) await (running ?? refresh(true));
      return ranking ?? rankPool(entries, clock.now(), random);
    },
    touch(noteIds) {
      for (const id of noteIds) touched.add(id);
    },
    refresh: () => refresh(true),
    async start() {
      timer = setInterval(refreshSoon, limits.lightMilliseconds);
      await refresh(true).catch((error) => log.warn({ err: error }, 'candidate pool could not be loaded'));
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await running?.catch(() => {});
    },
  };
}
