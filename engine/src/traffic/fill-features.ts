import { hash32 } from '../hash.ts';
import { languageMark } from '../members/language-mark.ts';
import { READ_LANGUAGES } from '../members/member-columns.ts';
import type { Members } from '../members/open-members.ts';
import { TOPICS_PER_NOTE } from '../notes/note-columns.ts';
import type { NoteStore } from '../notes/note-store.ts';
import { SCORED_TOPICS, type ScoredNotes, type ScoredViewer } from '../scoring/exposure.ts';

/** What of a candidate depends on the viewer. */
export interface ViewedAs {
  seconds: number;
  similarity: number;
  closeness: number;
  isRead: boolean;
  isFollowed: boolean;
}

const SECONDS_PER_HOUR = 3_600;

/** Writes the features of a note's row into place `at`: pages and learning see the same. Rows out of bounds give zeros. */
export function fillFeatures(notes: ScoredNotes, at: number, store: NoteStore, row: number, viewed: ViewedAs): void {
  const { columns } = store;
  notes.note[at] = columns.noteHash[row] ?? 0;
  notes.author[at] = columns.authorHash[columns.noteAuthor[row] ?? 0] ?? 0;
  for (let place = 0; place < SCORED_TOPICS; place += 1) {
    const topic = columns.noteTopics[row * TOPICS_PER_NOTE + place] ?? 0;
    notes.topics[at * SCORED_TOPICS + place] = topic === 0 ? 0 : (columns.topicHash[topic - 1] ?? 0);
  }
  notes.category[at] = columns.noteCategory[row] ?? 0;
  notes.language[at] = (columns.noteLanguage[row] ?? 0) + 1;
  notes.format[at] = (columns.noteMedia[row] ?? 0) + 1;
  notes.similarity[at] = viewed.similarity;
  notes.closeness[at] = viewed.closeness;
  notes.ageHours[at] = Math.max(0, viewed.seconds - (columns.notePublished[row] ?? 0)) / SECONDS_PER_HOUR;
  notes.languageMatch[at] = viewed.isRead ? 1 : 0;
  notes.translated[at] = viewed.isRead ? 0 : 1;
  notes.follows[at] = viewed.isFollowed ? 1 : 0;
  notes.slot[at] = 0;
}

/** The viewer as the scorer names them; a visitor's language and group are unknown, and so is everybody without a row. */
export function scoredViewer(members: Members, member: number, viewer: string, surface: number): ScoredViewer {
  if (member < 0) return { viewer: 0, group: 0, language: 0, surface: surface + 1 };
  return {
    viewer: hash32(viewer),
    group: members.columns.memberGroup[member] ?? 0,
    language: members.columns.memberReads[member * READ_LANGUAGES] ?? 0,
    surface: surface + 1,
  };
}

/** Whether a member reads a language, by what they said when they joined; who said nothing is taken to read all. */
export function readsLanguage({ columns }: Members, member: number, tag: string): boolean {
  const start = member * READ_LANGUAGES;
  if (columns.memberReads[start] === 0) return true;
  const mark = languageMark(tag);
  for (let at = start; at < start + READ_LANGUAGES; at += 1) if (columns.memberReads[at] === mark) return true;
  return false;
}
