import { setImmediate as nextTurn } from 'node:timers/promises';

/** A map of recent answers with one loader for all that are missing: many requests for one row cost one query. */
export interface LoaderCache<V> {
  /** Known and loaded values; ids the loader does not know are left out. */
  getMany(ids: readonly string[]): Promise<Map<string, V>>;
  get(id: string): Promise<V | undefined>;
  invalidate(id: string): void;
  clear(): void;
  readonly size: number;
}

/** How long something may be remembered that every change made by this process invalidates at once. */
export function timeToLive({ isAlone }: { isAlone: boolean }, sharedMilliseconds: number): number {
  return isAlone ? aloneMilliseconds : sharedMilliseconds;
}

/** A bound all the same: commands beside the house (rebuild, restore) write too. */
const aloneMilliseconds = 60_000;

interface Entry<V> {
  value: V | undefined;
  until: number;
}

interface Options<V> {
  load: (ids: string[]) => Promise<Map<string, V>>;
  /** Bound on staleness when another process changed the row. */
  ttlMilliseconds: number;
  maxEntries: number;
  /** Monotonic milliseconds. */
  now?: () => number;
}

/** Callers that come together share a load until it has this many ids. */
const mostTogether = 500;

export function createLoaderCache<V>({
  load,
  ttlMilliseconds,
  maxEntries,
  now = () => performance.now(),
}: Options<V>): LoaderCache<V> {
  const entries = new Map<string, Entry<V>>();
  const pending = new Map<string, Promise<Map<string, V>>>();
  // Bumped by every invalidation: a load that began before it must not store what it read.
  const epochs = new Map<string, number>();

  let gathering: { ids: Set<string>; loaded: Promise<Map<string, V>> } | undefined;

  /** Joins the load that starts when this turn of the event loop is over: requests that came together cost one query together. */
  function fetchMissing(ids: readonly string[]): Promise<Map<string, V>> {
    if (!gathering || gathering.ids.size >= mostTogether) gathering = gather();
    for (const id of ids) {
      gathering.ids.add(id);
      pending.set(id, gathering.loaded);
    }
    return gathering.loaded;
  }

  function gather(): { ids: Set<string>; loaded: Promise<Map<string, V>> } {
    const ids = new Set<string>();
    const loaded: Promise<Map<string, V>> = nextTurn().then(() => {
      if (gathering?.ids === ids) gathering = undefined;
      return fetch([...ids], loaded);
    });
    return { ids, loaded };
  }

  async function fetch(ids: string[], flight: Promise<Map<string, V>>): Promise<Map<string, V>> {
    const started = ids.map((id) => epochs.get(id) ?? 0);
    try {
      const loaded = await load(ids);
      ids.forEach((id, index) => {
        if ((epochs.get(id) ?? 0) === started[index]) store(id, loaded.get(id));
      });
      return loaded;
    } finally {
      for (const id of ids) if (pending.get(id) === flight) pending.delete(id);
    }
  }

  function store(id: string, value: V | undefined): void {
    entries.delete(id);
    entries.set(id, { value, until: now() + ttlMilliseconds });
    forgetOldest();
  }

  /** They stand in the order of their ends: what nobody may read any more goes, and what is too much. */
  function forgetOldest(): void {
    for (const [id, { until }] of entries) {
      if (until > now() && entries.size <= maxEntries) return;
      entries.delete(id);
    }
  }

  async function getMany(ids: readonly string[]): Promise<Map<string, V>> {
    const found = new Map<string, V>();
    const missing: string[] = [];
    const waiting = new Set<Promise<Map<string, V>>>();
    for (const id of new Set(ids)) {
      const entry = entries.get(id);
      const flight = pending.get(id);
      if (entry && entry.until > now()) entry.value !== undefined && found.set(id, entry.value);
      else if (flight) waiting.add(flight);
      else missing.push(id);
    }
    if (missing.length > 0) waiting.add(fetchMissing(missing));
    for (const loaded of await Promise.all(waiting)) {
      for (const id of ids) {
        const value = loaded.get(id);
        if (value !== undefined) found.set(id, value);
      }
    }
    return found;
  }

  return {
    getMany,
    get: async (id) => (await getMany([id])).get(id),
    invalidate(id) {
      entries.delete(id);
      pending.delete(id);
      if (epochs.size > maxEntries) epochs.clear();
      epochs.set(id, (epochs.get(id) ?? 0) + 1);
    },
    clear() {
      entries.clear();
      pending.clear();
    },
    get size() {
      return entries.size;
    },
  };
}
