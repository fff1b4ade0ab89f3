import type { Deps } from '../platform/deps.ts';
import { createLoaderCache } from '../platform/loader-cache.ts';
import { categoryTopic, type PoolEntry } from './pool-ranking.ts';
import { selectTastes, type TasteRow } from './viewers.sql.ts';

/** What a member asked for and asked to be spared. */
export interface Taste {
  /** Interests, as topics of ranking. */
  wishes: ReadonlySet<string>;
  hides(entry: PoolEntry): boolean;
}

export interface Tastes {
  of(memberId: string): Promise<Taste>;
  /** After a change of interests or of what a member is not interested in. */
  invalidate(memberId: string): void;
}

export const noTaste: Taste = { wishes: new Set(), hides: () => false };

/** Another process's change shows within this time. */
const ttlMilliseconds = 15_000;
const mostHidden = 1_000;

export function createTastes({ db }: Pick<Deps, 'db'>): Tastes {
  const cache = createLoaderCache<Taste>({
    ttlMilliseconds,
    maxEntries: 10_000,
    load: async (ids) => new Map((await selectTastes(db, ids, mostHidden)).map((row) => [row.id, tasteOf(row)])),
  });
  return {
    of: async (memberId) => (await cache.get(memberId)) ?? noTaste,
    invalidate: (memberId) => cache.invalidate(memberId),
  };
}

function tasteOf({ interests, hidden }: TasteRow): Taste {
  const wishes = new Set(interests.map(categoryTopic));
  if (!hidden) return { wishes, hides: noTaste.hides };
  const because = (reason: string) => hidden.filter((wish) => wish.reason === reason);
  const notes = new Set(hidden.map((wish) => wish.note_id));
  const authors = new Set(because('author').map((wish) => wish.author_id));
  const topics = new Set(because('topic').flatMap((wish) => wish.topic_ids));
  const languages = new Set(because('language').map((wish) => wish.language));
  return {
    wishes,
    hides: ({ note }) =>
      notes.has(note.id) ||
      authors.has(note.authorId) ||
      languages.has(note.language) ||
      note.topicIds.some((topicId) => topics.has(topicId)),
  };
}
