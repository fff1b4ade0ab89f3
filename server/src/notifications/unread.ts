import type { Deps } from '../platform/deps.ts';
import { createLoaderCache } from '../platform/loader-cache.ts';
import { selectUnreadCounts } from './notifications.sql.ts';

/** Unread counts from memory. */
export interface Unread {
  of(memberId: string): Promise<number>;
  ofMany(memberIds: readonly string[]): Promise<Map<string, number>>;
  forget(memberId: string): void;
}

/** What another process delivered shows within this time. */
const ttlMilliseconds = 5_000;

export function createUnread({ db }: Pick<Deps, 'db'>): Unread {
  const counts = createLoaderCache<number>({
    ttlMilliseconds,
    maxEntries: 20_000,
    load: (ids) => selectUnreadCounts(db, ids),
  });
  return {
    of: async (memberId) => (await counts.get(memberId)) ?? 0,
    ofMany: (memberIds) => counts.getMany(memberIds),
    forget: (memberId) => counts.invalidate(memberId),
  };
}
