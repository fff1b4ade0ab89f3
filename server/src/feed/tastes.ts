import type { Deps } from '../platform/deps.ts';
import { createLoaderCache } from '../platform/loader-cache.ts';
import { categoryTopic } from './pool-ranking.ts';
import { selectTastes, type TasteRow } from './viewers.sql.ts';

/** What a member asked for and asked to be spared. */
export interface Taste {
  /** Interests, as topics of ranking. */
  wishes: ReadonlySet<string>;
  /** False: pages use nothing of what the member did. */
  isPersonal: boolean;
  /** A note that was itself unwanted: it stands on no page, whoever ranks it. */
  hidesNote(noteId: string): boolean;
  /** Anything like what was unwanted: the engine makes it rare, without the engine it is left out. */
  hides(note: NoteSubjects): boolean;
}

/** What of a note can be unwanted. */
export interface NoteSubjects {
  id: string;
  authorId: string;
  topicIds: readonly string[];
  language: string;
}

export interface Tastes {
  of(memberId: string): Promise<Taste>;
  /** After a change of interests or of what a member is not interested in. */
  invalidate(memberId: string): void;
}

export const noTaste: Taste = { wishes: new Set(), isPersonal: true, hidesNote: () => false, hides: () => false };

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

function tasteOf({ interests, is_personal, hidden }: TasteRow): Taste {
  const wishes = new Set(interests.map(categoryTopic));
  if (!hidden) return { ...noTaste, wishes, isPersonal: is_personal };
  const because = (reason: string) => hidden.filter((wish) => wish.reason === reason);
  const notes = new Set(hidden.map((wish) => wish.note_id));
  const authors = new Set(because('author').map((wish) => wish.author_id));
  const topics = new Set(because('topic').flatMap((wish) => wish.topic_ids));
  const languages = new Set(because('language').map((wish) => wish.language));
  return {
    wishes,
    isPersonal: is_personal,
    hidesNote: (noteId) => notes.has(noteId),
    hides: (note) =>
      notes.has(note.id) ||
      authors.has(note.authorId) ||
      languages.has(note.language) ||
      note.topicIds.some((topicId) => topics.has(topicId)),
  };
}
