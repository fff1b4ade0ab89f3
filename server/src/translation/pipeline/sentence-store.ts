import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Queryable } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { createRecentMap } from '../../platform/recent-map.ts';
import { deleteSentences, deleteSpace, type SentenceRow, selectSentences } from './sentences.sql.ts';

/** A masked sentence in another language, as an engine put it and the checks let it pass. */
export type KeptSentence = SentenceRow;

export interface WantedSentence {
  key: string;
  space: string | undefined;
}

/** What engines made, by content: this process's memory before the database. */
export interface SentenceStore {
  /** From memory only. */
  peek(key: string): KeptSentence | undefined;
  /** Callers of one turn of the event loop share a query; none is made where memory knows all. */
  findMany(wanted: readonly WantedSentence[]): Promise<Map<string, KeptSentence>>;
  /** Puts into memory what is in the database. */
  remember(sentence: KeptSentence, space: string | undefined): void;
  forget(space: string): Promise<void>;
  drop(keys: readonly string[], tx: Queryable): Promise<void>;
}

const mostRemembered = 20_000;
/** Another process may have stored it since; one that asks an engine looks again under its lease. */
const missingMilliseconds = 2_000;
/** Sentences asked for in one query. */
const mostTogether = 2_000;

export function createSentenceStore({ db }: Pick<Deps, 'db'>): SentenceStore {
  const remembered = createRecentMap<{ sentence: KeptSentence; space: string | undefined }>(mostRemembered);
  /** When to look again for what the database did not know. */
  const missingUntil = createRecentMap<number>(mostRemembered);
  let gathering: { keys: Set<string>; loaded: Promise<Map<string, KeptSentence>> } | undefined;

  function gather() {
    const keys = new Set<string>();
    const loaded = nextTurn().then(async () => {
      if (gathering?.keys === keys) gathering = undefined;
      return new Map((await selectSentences(db, [...keys])).map((row) => [row.key, row]));
    });
    return { keys, loaded };
  }

  function load(keys: readonly string[]): Promise<Map<string, KeptSentence>> {
    if (!gathering || gathering.keys.size >= mostTogether) gathering = gather();
    for (const key of keys) gathering.keys.add(key);
    return gathering.loaded;
  }

  const peek = (key: string) => remembered.get(key)?.sentence;

  return {
    peek,
    async findMany(wanted) {
      const found = new Map<string, KeptSentence>();
      const now = performance.now();
      const missing = wanted.filter(({ key }) => {
        const sentence = peek(key);
        if (sentence) found.set(key, sentence);
        return !sentence && (missingUntil.get(key) ?? 0) <= now;
      });
      if (missing.length === 0) return found;
      const loaded = await load(missing.map(({ key }) => key));
      for (const { key, space } of missing) {
        const sentence = loaded.get(key);
        if (!sentence) {
          missingUntil.set(key, performance.now() + missingMilliseconds);
          continue;
        }
        found.set(key, sentence);
        remembered.set(key, { sentence, space });
      }
      return found;
    },
    remember: (sentence, space) => remembered.set(sentence.key, { sentence, space }),
    async forget(space) {
      remembered.deleteWhere((entry) => entry.space === space);
      await deleteSpace(db, space);
    },
    async drop(keys, tx) {
      const dropped = new Set(keys);
      remembered.deleteWhere(({ sentence }) => dropped.has(sentence.key));
      await deleteSentences(tx, keys);
    },
  };
}
