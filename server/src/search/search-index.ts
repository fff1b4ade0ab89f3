import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Queryable } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { indexTranslations } from './index-translations.ts';
import {
  deleteSearchRow,
  deleteStraySearchRows,
  selectNoteTexts,
  selectTopicNames,
  upsertSearchRow,
  upsertSearchRows,
} from './search-index.sql.ts';
import { foldText, type NoteTexts, termsOfNote } from './terms.ts';
import { deleteStrayTranslatedTerms } from './translated-notes.sql.ts';
import { loadWordCutter, type WordCutter } from './word-cutter.ts';

export interface SearchableNote extends NoteTexts {
  id: string;
  publishedAt: Date;
}

/** The words of notes, in their own language and in those they were translated to. Writers of notes call it in their transaction; it can be rebuilt from the notes at any time. */
export interface SearchIndex {
  readonly cutter: WordCutter;
  /** Terms of a note, for writers that put the row into a statement of their own (`array_to_tsvector($terms::text[])`). */
  termsOf(note: NoteTexts): string[];
  indexNote(tx: Queryable, note: SearchableNote): Promise<void>;
  removeNote(tx: Queryable, noteId: string): Promise<void>;
  /** Learns the names of topics; returns how many words were new. */
  learnTopics(): Promise<number>;
  /** Indexes every note again in small steps; returns how many. */
  rebuild(): Promise<number>;
}

const topicNamesLearnt = 20_000;
const rebuildBatch = 200;

export async function createSearchIndex({ db }: Pick<Deps, 'db'>): Promise<SearchIndex> {
  const cutter = await loadWordCutter();
  const index: SearchIndex = {
    cutter,
    termsOf: (note) => termsOfNote(cutter, note),
    indexNote: (tx, note) =>
      upsertSearchRow(tx, { noteId: note.id, publishedAt: note.publishedAt, terms: termsOfNote(cutter, note) }),
    removeNote: deleteSearchRow,
    async learnTopics() {
      return cutter.learn((await selectTopicNames(db, topicNamesLearnt)).map(foldText));
    },
    async rebuild() {
      await index.learnTopics();
      await deleteStraySearchRows(db);
      await deleteStrayTranslatedTerms(db);
      let indexed = 0;
      for (let last: string | undefined; ; ) {
        const notes = await selectNoteTexts(db, last, rebuildBatch);
        if (notes.length === 0) return indexed;
        await upsertSearchRows(
          db,
          notes.map((note) => ({ noteId: note.id, publishedAt: note.published_at, terms: termsOfNote(cutter, note) })),
        );
        await indexTranslations(
          db,
          cutter,
          notes.map((note) => note.id),
        );
        indexed += notes.length;
        last = notes.at(-1)?.id;
        await nextTurn();
      }
    },
  };
  await index.learnTopics();
  return index;
}
