import { memberGroups } from '../traffic/facts.ts';
import type { NoteChains } from './note-chains.ts';
import { NOTE_LISTED, TOPICS_PER_NOTE } from './note-columns.ts';
import { NO_ROW, type NoteLists } from './note-store.ts';
import { CATEGORY_RING_LENGTH, LANGUAGES, type NoteStoreColumns, RING_LENGTH } from './note-store-columns.ts';
import { openPostingLog } from './posting-log.ts';
import { openRowRings } from './row-rings.ts';
import { openTopicLists } from './topic-lists.ts';

/** What decides on which lists a note stands. */
export interface ListKeys {
  language: number;
  category: number;
  country: number;
  readonly topics: Uint32Array;
}

/** The lists as the store keeps them up. */
export interface KeptNoteLists extends NoteLists {
  keysOf(row: number, into: ListKeys): ListKeys;
  /** Puts a note at the head of the lists that it was not on. @param before its keys until now; absent: it was on none */
  post(row: number, before?: ListKeys): void;
  /** Finds all lists anew from the notes in order of arrival. */
  rebuild(): void;
}

export function noListKeys(): ListKeys {
  return { language: 0, category: 0, country: 0, topics: new Uint32Array(TOPICS_PER_NOTE) };
}

// Rings of languages come first, then those of groups of authors in a language, then those of countries.
const languageRing = (language: number) => language;
const groupRing = (group: number, language: number) => (group + 1) * LANGUAGES + language;
const countryRing = (country: number) => (memberGroups.length + 1) * LANGUAGES + country;

export function openNoteLists(columns: NoteStoreColumns, chains: NoteChains): KeptNoteLists {
  const { noteState, noteAuthor, noteAuthorGroup, noteLanguage, noteCategory, noteCountry, noteTopics } = columns;
  const log = openPostingLog(columns);
  const topicLists = openTopicLists(columns, log);
  const rings = openRowRings(columns.noteRings, columns.noteRingsWritten, RING_LENGTH);
  const categories = openRowRings(columns.noteCategoryRings, columns.noteCategoryRingsWritten, CATEGORY_RING_LENGTH);

  const isListed = (row: number) => ((noteState[row] ?? 0) & NOTE_LISTED) !== 0;

  function hasTopic(row: number, link: number): boolean {
    const end = (row + 1) * TOPICS_PER_NOTE;
    for (let at = row * TOPICS_PER_NOTE; at < end; at += 1) if (noteTopics[at] === link) return true;
    return false;
  }

  function keysOf(row: number, into: ListKeys): ListKeys {
    into.language = noteLanguage[row] as number;
    into.category = noteCategory[row] as number;
    into.country = noteCountry[row] as number;
    const first = row * TOPICS_PER_NOTE;
    for (let slot = 0; slot < TOPICS_PER_NOTE; slot += 1) into.topics[slot] = noteTopics[first + slot] as number;
    return into;
  }

  const now = noListKeys();

  function post(row: number, before?: ListKeys): void {
    const { language, category, country } = keysOf(row, now);
    const isMoved = before?.language !== language;
    if (before === undefined) postToAuthor(row);
    if (isMoved) rings.push(languageRing(language), row);
    if (isMoved) rings.push(groupRing(noteAuthorGroup[row] as number, language), row);
    if (country !== 0 && before?.country !== country) rings.push(countryRing(country), row);
    if (category !== 0 && before?.category !== category) categories.push(category, row);
    for (const link of now.topics) {
      if (link !== 0 && (isMoved || !before.topics.includes(link))) postToTopic(row, link - 1, language);
    }
  }

  function postToAuthor(row: number): void {
    const author = noteAuthor[row] as number;
    columns.authorNewest[author] = log.append(columns.authorNewest[author] as number, row);
  }

  function postToTopic(row: number, topicRow: number, language: number): void {
    topicLists.setHead(topicRow, language, log.append(topicLists.headOf(topicRow, language), row));
  }

  function walk(from: number, out: Uint32Array, at: number, limit: number): number {
    let found = 0;
    for (let row = from; row !== NO_ROW && found < limit && isListed(row); row = chains.older(row)) {
      out[at + found] = row;
      found += 1;
    }
    return found;
  }

  return {
    keysOf,
    post,
    rebuild() {
      log.clear();
      topicLists.clear();
      rings.clear();
      categories.clear();
      columns.authorNewest.fill(0);
      for (let row = chains.oldest('listed'); row !== NO_ROW; row = chains.newer(row)) post(row);
    },
    newest: (out, at, limit) => walk(chains.newest('listed'), out, at, limit),
    olderThan: (row, out, at, limit) => (isListed(row) ? walk(chains.older(row), out, at, limit) : 0),
    byAuthor: (author, out, at, limit) =>
      log.read(columns.authorNewest[author] ?? 0, (row) => isListed(row) && noteAuthor[row] === author, out, at, limit),
    byTopic(topicRow, language, out, at, limit) {
      const belongs = (row: number) => isListed(row) && noteLanguage[row] === language && hasTopic(row, topicRow + 1);
      return log.read(topicLists.headOf(topicRow, language), belongs, out, at, limit);
    },
    byLanguage: (language, out, at, limit) =>
      rings.read(languageRing(language), (row) => isListed(row) && noteLanguage[row] === language, out, at, limit),
    byAuthorGroup(group, language, out, at, limit) {
      const belongs = (row: number) =>
        isListed(row) && noteAuthorGroup[row] === group && noteLanguage[row] === language;
      return rings.read(groupRing(group, language), belongs, out, at, limit);
    },
    byCountry: (country, out, at, limit) =>
      rings.read(countryRing(country), (row) => isListed(row) && noteCountry[row] === country, out, at, limit),
    byCategory: (category, out, at, limit) =>
      categories.read(category, (row) => isListed(row) && noteCategory[row] === category, out, at, limit),
  };
}
