/** A map that keeps what was used last and forgets the rest. */
export interface RecentMap<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  deleteWhere(isGone: (value: V) => boolean): void;
  clear(): void;
  readonly size: number;
}

/**
 * @param mostCharacters of all keys together, where the keys are texts and what is kept grows with them: a bound on entries alone
 * would hold a hundred times as much of the longest texts as of ordinary ones
 */
export function createRecentMap<V>(mostEntries: number, mostCharacters = Number.POSITIVE_INFINITY): RecentMap<V> {
  // A Map stands in order of insertion: what is used moves to the end, what is too much goes from the front.
  const entries = new Map<string, V>();
  let characters = 0;

  function remove(key: string): void {
    if (entries.delete(key)) characters -= key.length;
  }

  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      remove(key);
      entries.set(key, value);
      characters += key.length;
      for (const oldest of entries.keys()) {
        if (entries.size <= mostEntries && characters <= mostCharacters) return;
        remove(oldest);
      }
    },
    deleteWhere(isGone) {
      for (const [key, value] of entries) if (isGone(value)) remove(key);
    },
    clear() {
      entries.clear();
      characters = 0;
    },
    get size() {
      return entries.size;
    },
  };
}
