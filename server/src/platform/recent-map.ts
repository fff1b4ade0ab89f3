/** A map that keeps what was used last and forgets the rest. */
export interface RecentMap<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  deleteWhere(isGone: (value: V) => boolean): void;
  clear(): void;
  readonly size: number;
}

export function createRecentMap<V>(mostEntries: number): RecentMap<V> {
  // A Map stands in order of insertion: what is used moves to the end, what is too much goes from the front.
  const entries = new Map<string, V>();
  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size > mostEntries) entries.delete(entries.keys().next().value ?? key);
    },
    deleteWhere(isGone) {
      for (const [key, value] of entries) if (isGone(value)) entries.delete(key);
    },
    clear: () => entries.clear(),
    get size() {
      return entries.size;
    },
  };
}
