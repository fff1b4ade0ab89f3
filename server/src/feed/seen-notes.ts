import { SeenFilter } from '@teahouse/engine';
import { dayOf } from '../platform/db/day-partitions.sql.ts';
import type { Deps } from '../platform/deps.ts';
import { selectSeenNotes } from './viewers.sql.ts';

/** Which notes a viewer has seen, for the viewers of the moment; built from the events at their first page. */
export interface SeenNotes {
  of(viewerKey: string): Promise<SeenFilter>;
  /** Adds to the filter of a viewer who is here. */
  mark(viewerKey: string, noteIds: readonly string[]): void;
}

/** 1 KB a viewer. */
const mostViewers = 20_000;
/** As many as the filter remembers for certain, and no older than a note lives in discovery. */
const mostNotes = 800;
const daysRemembered = 14;
const dayMilliseconds = 86_400_000;

export function createSeenNotes({ db, clock }: Pick<Deps, 'db' | 'clock'>): SeenNotes {
  const filters = new Map<string, Promise<SeenFilter>>();

  async function build(viewerKey: string): Promise<SeenFilter> {
    const filter = new SeenFilter();
    const since = dayOf(clock.now() - daysRemembered * dayMilliseconds);
    for (const noteId of await selectSeenNotes(db, viewerKey, since, mostNotes)) filter.add(noteId);
    return filter;
  }

  return {
    of(viewerKey) {
      const filter = filters.get(viewerKey) ?? build(viewerKey);
      filters.delete(viewerKey);
      filters.set(viewerKey, filter);
      filter.catch(() => filters.delete(viewerKey));
      if (filters.size > mostViewers) {
        const [oldest = ''] = filters.keys();
        filters.delete(oldest);
      }
      return filter;
    },
    mark(viewerKey, noteIds) {
      filters.get(viewerKey)?.then(
        (filter) => {
          for (const noteId of noteIds) filter.add(noteId);
        },
        () => {},
      );
    },
  };
}
