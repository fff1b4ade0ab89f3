import type { Deps } from '../../platform/deps.ts';
import { createLoaderCache, timeToLive } from '../../platform/loader-cache.ts';
import { selectTranslations, type TranslationKey, type TranslationRow } from './translations.sql.ts';

/** Stored translations by text and language, from memory where possible. */
export interface TranslationStore {
  find(keys: readonly TranslationKey[]): Promise<Map<string, TranslationRow>>;
  invalidate(key: TranslationKey): void;
}

/** A withheld translation is gone within this time, also when another process withheld it. */
const sharedMilliseconds = 4_000;

export function createTranslationStore({
  db,
  config,
  events,
}: Pick<Deps, 'db' | 'config' | 'events'>): TranslationStore {
  const cache = createLoaderCache<TranslationRow>({
    ttlMilliseconds: timeToLive(config, sharedMilliseconds),
    maxEntries: 50_000,
    load: async (keys) => {
      const rows = await selectTranslations(db, keys.map(readKey));
      return new Map(rows.map((row) => [keyOf({ homeId: row.home_id, ...row }), row]));
    },
  });
  events.afterDelivery('translation.changed', (changed) => {
    for (const key of changed) cache.invalidate(keyOf(key));
  });
  return {
    find: (keys) => cache.getMany(keys.map(keyOf)),
    invalidate: (key) => cache.invalidate(keyOf(key)),
  };
}

export function keyOf({ homeId, address, language }: TranslationKey): string {
  return `${homeId} ${address} ${language}`;
}

function readKey(key: string): TranslationKey {
  const [homeId = '', address = '', language = ''] = key.split(' ');
  return { homeId, address, language };
}
