import type { NoteFact } from '../traffic/facts.ts';
import { openCodeTable } from './code-table.ts';
import { openCountedNames } from './counted-names.ts';
import { ID_BYTES, isId, unpackId } from './id-bytes.ts';
import { openIdTable } from './id-table.ts';
import { openNoteChains } from './note-chains.ts';
import { NOTE_LISTED } from './note-columns.ts';
import { noListKeys, openNoteLists } from './note-lists.ts';
import { NO_ROW, type NoteStore } from './note-store.ts';
import type { NoteStoreColumns } from './note-store-columns.ts';
import { openNoteWriter } from './note-writer.ts';

/** Told of rows that are about to hold something else: parts that count by row start these anew. */
export interface FreedRows {
  note?(row: number): void;
  author?(row: number): void;
  topic?(row: number): void;
}

const USED = 0;
const LISTED = 1;

/** The store of notes over its columns. */
export function openNoteStore(columns: NoteStoreColumns, freed: FreedRows = {}): NoteStore {
  const capacity = columns.noteHash.length;
  const { noteChains, noteState, noteAuthor } = columns;
  const ids = openIdTable({ ids: columns.noteId, hashes: columns.noteHash, slots: columns.noteSlots });
  const authorIds = openIdTable({ ids: columns.authorId, hashes: columns.authorHash, slots: columns.authorSlots });
  const topicIds = openIdTable({ ids: columns.topicId, hashes: columns.topicHash, slots: columns.topicSlots });
  const authors = openCountedNames(authorIds, columns.authorNotes, columns.authorUse, (row) => {
    columns.authorNewest[row] = 0;
    freed.author?.(row);
  });
  const topics = openCountedNames(topicIds, columns.topicNotes, columns.topicUse, (row) => freed.topic?.(row));
  const codes = {
    languages: openCodeTable(columns.noteLanguages),
    categories: openCodeTable(columns.noteCategories),
    countries: openCodeTable(columns.noteCountries),
  };
  const writer = openNoteWriter(columns, topics, codes);
  const chains = openNoteChains(columns);
  const lists = openNoteLists(columns, chains);
  const keysBefore = noListKeys();

  const isListed = (row: number) => ((noteState[row] ?? 0) & NOTE_LISTED) !== 0;

  function upsert(fact: NoteFact): number {
    checkIds(fact);
    const known = ids.find(fact.note);
    const row = known === NO_ROW ? claimRow(fact) : known;
    const before = isListed(row) ? lists.keysOf(row, keysBefore) : undefined;
    writer.write(row, fact);
    if (before === undefined) list(row);
    lists.post(row, before);
    return row;
  }

  function claimRow(fact: NoteFact): number {
    const row = freshRow() ?? evicted();
    ids.insert(row, fact.note);
    noteAuthor[row] = authors.hold(fact.author);
    noteState[row] = 0;
    chains.append('unlisted', row);
    return row;
  }

  function freshRow(): number | undefined {
    const used = noteChains[USED] as number;
    if (used >= capacity) return undefined;
    noteChains[USED] = used + 1;
    return used;
  }

  /** The row of the note that has been off the lists longest; when all are listed, of the one listed first. */
  function evicted(): number {
    if (chains.oldest('unlisted') === NO_ROW) unlist(chains.oldest('listed'));
    const row = chains.oldest('unlisted');
    chains.cut('unlisted', row);
    ids.remove(row);
    authors.release(noteAuthor[row] as number);
    writer.forgetTopics(row);
    freed.note?.(row);
    return row;
  }

  function list(row: number): void {
    chains.cut('unlisted', row);
    chains.append('listed', row);
    noteState[row] = (noteState[row] as number) | NOTE_LISTED;
    noteChains[LISTED] = (noteChains[LISTED] as number) + 1;
  }

  function unlist(row: number): void {
    noteState[row] = (noteState[row] as number) & ~NOTE_LISTED;
    chains.cut('listed', row);
    chains.append('unlisted', row);
    noteChains[LISTED] = (noteChains[LISTED] as number) - 1;
  }

  return {
    ...lists,
    columns,
    capacity,
    get count() {
      return noteChains[LISTED] as number;
    },
    get isFull() {
      return noteChains[LISTED] === capacity;
    },
    upsert,
    remove(id) {
      const row = ids.find(id);
      if (row === NO_ROW || !isListed(row)) return NO_ROW;
      unlist(row);
      // What a note said is gone with it; who saw it is not.
      writer.forgetVector(row);
      return row;
    },
    rebuild() {
      ids.rebuild(noteChains[USED] as number);
      authorIds.rebuild(columns.authorUse[USED] as number);
      topicIds.rebuild(columns.topicUse[USED] as number);
      lists.rebuild();
    },
    rowOf: ids.find,
    rowOfHash: ids.findHash,
    idOf: (row) => unpackId(columns.noteId, row * ID_BYTES),
    isListed,
    authorRowOf: authorIds.find,
    authorIdOf: (row) => unpackId(columns.authorId, row * ID_BYTES),
    topicRowOf: topicIds.find,
    topicIdOf: (row) => unpackId(columns.topicId, row * ID_BYTES),
    languageCodeOf: codes.languages.find,
    languageOf: codes.languages.nameOf,
    categoryCodeOf: codes.categories.find,
    categoryOf: codes.categories.nameOf,
    countryCodeOf: codes.countries.find,
    countryOf: codes.countries.nameOf,
  };
}

/** Before anything is written: half a note is worse than none. */
function checkIds({ note, author, topics }: NoteFact): void {
  for (const id of [note, author, ...topics]) {
    if (!isId(id)) throw new RangeError(`neither a UUID nor a name of 1–15 ASCII characters: ${id}`);
  }
}
