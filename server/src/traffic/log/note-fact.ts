import type { Fact, NoteContent, NoteFact } from '@teahouse/engine';
import { noteVector } from '@teahouse/engine/traffic';
import type { NoteFactRow } from './note-facts.sql.ts';

/** A note whose vector is still to be computed from its words: work for another thread when there are many. */
export type NoteDraft = Omit<NoteFact, 'vector'> & { content: NoteContent };

export type DraftFact = Exclude<Fact, NoteFact> | NoteFact | NoteDraft;

export function noteFactOf(row: NoteFactRow, at: number): Fact {
  return row.is_listed ? finishFact(noteDraftOf(row, at)) : { kind: 'note-gone', at, note: row.id };
}

export function noteDraftOf(row: NoteFactRow, at: number): NoteDraft {
  return {
    kind: 'note',
    at,
    note: row.id,
    author: row.author_id,
    publishedAt: row.published_at.getTime(),
    language: row.language,
    topics: row.topics,
    ...(row.category === null ? {} : { category: row.category }),
    ...(row.country === null ? {} : { country: row.country }),
    media: row.has_pictures ? 'pictures' : 'text',
    ...(row.duplicate_of === null ? {} : { duplicateGroup: row.duplicate_of }),
    authorGroup: row.author_group,
    authorFollowers: row.author_followers,
    content: {
      texts: [row.title, row.text, ...row.wordings],
      topics: row.topics,
      author: row.author_id,
      ...(row.category === null ? {} : { category: row.category }),
    },
  };
}

export function finishFact(fact: DraftFact): Fact {
  if (!('content' in fact)) return fact;
  const { content, ...note } = fact;
  return { ...note, vector: noteVector(content) };
}
