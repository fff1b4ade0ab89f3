import { createHmac } from 'node:crypto';
import { forgetSearchIntents } from '../feed/index.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { deleteHistory, insertSearch, selectRecent, selectSought } from './search-history.sql.ts';
import { queryKey } from './terms.ts';

/** What members sought: their own list, and what enough of them sought to tell others. */
export interface SearchHistory {
  record(memberId: string, query: string): Promise<void>;
  recent(memberId: string, beginning: string): Promise<string[]>;
  sought(beginning: string): Promise<string[]>;
  clear(memberId: string, query: string | undefined): Promise<void>;
}

/** A search is told to others when this many members made it on one day: fewer could be known by it. */
const leastMembers = 3;
const mostKept = 50;
const recentShown = 10;
const soughtShown = 10;
const soughtDays = 7;
const dayMilliseconds = 86_400_000;
/** The same member searching the same again within a minute is leafing, not searching. */
const pauseMilliseconds = 60_000;
const mostRemembered = 20_000;

export function createSearchHistory({
  db,
  clock,
  config,
  events,
}: Pick<Deps, 'db' | 'clock' | 'config' | 'events'>): SearchHistory {
  const lately = new Map<string, number>();

  function isLeafing(mark: string, now: number): boolean {
    if (now - (lately.get(mark) ?? Number.NEGATIVE_INFINITY) < pauseMilliseconds) return true;
    if (lately.size >= mostRemembered) lately.clear();
    lately.set(mark, now);
    return false;
  }

  return {
    async record(memberId, query) {
      const now = clock.now();
      const key = queryKey(query);
      if (isLeafing(`${memberId} ${key}`, now)) return;
      const day = dayOf(now);
      const mark = createHmac('sha256', config.secret)
        .update(`search ${day} ${memberId}`)
        .digest('base64url')
        .slice(0, 16);
      await insertSearch(db, { memberId, queryKey: key, query, at: dateOf(clock), day, mark }, mostKept);
    },
    recent: (memberId, beginning) => selectRecent(db, memberId, queryKey(beginning), recentShown),
    sought: (beginning) => {
      const since = beginning === '' ? clock.now() : clock.now() - soughtDays * dayMilliseconds;
      return selectSought(db, queryKey(beginning), dayOf(since), leastMembers, soughtShown);
    },
    async clear(memberId, query) {
      lately.clear();
      await inTransaction(db, async (tx) => {
        await deleteHistory(tx, memberId, query === undefined ? undefined : queryKey(query));
        await forgetSearchIntents({ clock, events }, tx, memberId);
      });
      events.wake();
    },
  };
}

export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
