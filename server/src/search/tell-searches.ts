import type { Deps } from '../platform/deps.ts';
import { insertSearched, type Searched } from './tell-searches.sql.ts';
import { queryKey } from './terms.ts';

/** Tells the feeds what was searched for, behind the backs of those who search. */
export interface SearchNews {
  /** Never waits and never fails. */
  tell(viewerKey: string, words: string, noteIds: readonly string[]): void;
  /** Everything told is written. */
  settle(): Promise<void>;
}

/** Leafing and searching again for the same is no news. */
const pauseMilliseconds = 10 * 60_000;
const mostRemembered = 20_000;
/** In a storm what comes on top is lost: a search that shapes no page is no harm. */
const mostWaiting = 1_000;

export function createSearchNews({
  db,
  clock,
  events,
  log,
}: Pick<Deps, 'db' | 'clock' | 'events' | 'log'>): SearchNews {
  const lately = new Map<string, number>();
  let waiting: Searched[] = [];
  let writing: Promise<void> | undefined;

  function isNews(mark: string, now: number): boolean {
    if (now - (lately.get(mark) ?? Number.NEGATIVE_INFINITY) < pauseMilliseconds) return false;
    if (lately.size >= mostRemembered) lately.clear();
    lately.set(mark, now);
    return true;
  }

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await insertSearched(db, batch);
      events.wake();
    }
  }

  function start(): void {
    writing ??= write()
      .catch((error) => log.warn({ err: error }, 'searches could not be told to the feeds'))
      .finally(() => {
        writing = undefined;
      });
  }

  // Whoever took searches back may search for the same again.
  events.afterDelivery('feed.controlled', (said) => {
    if (said.some(({ control }) => control.kind === 'forget-search' || control.kind === 'reset')) lately.clear();
  });

  return {
    tell(viewerKey, words, noteIds) {
      const at = clock.now();
      if (waiting.length >= mostWaiting || !isNews(`${viewerKey} ${queryKey(words)}`, at)) return;
      waiting.push({ viewerKey, at, words, noteIds: [...noteIds] });
      start();
    },
    async settle() {
      while (writing) await writing;
    },
  };
}
