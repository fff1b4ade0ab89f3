import { hash32 } from '../hash.ts';
import { memberGroups, type NoteFact } from '../traffic/facts.ts';
import type { CodeTable } from './code-table.ts';
import { type CountedNames, OVERFLOW_ROW } from './counted-names.ts';
import { TOPICS_PER_NOTE, VECTOR_LENGTH } from './note-columns.ts';
import type { NoteStoreColumns } from './note-store-columns.ts';
import { writeAnchor } from './pull-toward.ts';

/** Puts what a fact says into the row of its note. */
export interface NoteWriter {
  write(row: number, fact: NoteFact): void;
  forgetTopics(row: number): void;
  forgetVector(row: number): void;
}

const mediaKinds = ['pictures', 'video', 'text'] as const;

export function openNoteWriter(
  columns: NoteStoreColumns,
  topics: CountedNames,
  codes: Readonly<Record<'languages' | 'categories' | 'countries', CodeTable>>,
): NoteWriter {
  const { noteTopics, noteVector, noteAnchor } = columns;

  const topicLinks = (row: number) => noteTopics.subarray(row * TOPICS_PER_NOTE, (row + 1) * TOPICS_PER_NOTE);
  const vectorOf = (row: number) => noteVector.subarray(row * VECTOR_LENGTH, (row + 1) * VECTOR_LENGTH);

  /** New topics are held before old ones are let go, so that one in both never loses its row. */
  function writeTopics(row: number, names: readonly string[]): void {
    const links = topicLinks(row);
    const old = [...links];
    links.fill(0);
    let count = 0;
    for (const name of names) {
      if (count === TOPICS_PER_NOTE) break;
      const topic = topics.hold(name);
      if (topic === OVERFLOW_ROW || links.includes(topic + 1)) topics.release(topic);
      else {
        links[count] = topic + 1;
        count += 1;
      }
    }
    releaseAll(old);
  }

  function releaseAll(links: Iterable<number>): void {
    for (const link of links) if (link !== 0) topics.release(link - 1);
  }

  /** Words that did not change leave the vector where behaviour has pulled it. */
  function writeVector(row: number, vector: Int8Array): void {
    const held = vectorOf(row);
    const isChanged = writeAnchor(noteAnchor, row, vector);
    if (!isChanged && held.some((value) => value !== 0)) return;
    held.fill(0);
    held.set(vector.subarray(0, VECTOR_LENGTH));
  }

  return {
    write(row, fact) {
      columns.noteDuplicate[row] = fact.duplicateGroup === undefined ? 0 : hash32(fact.duplicateGroup) || 1;
      columns.notePublished[row] = Math.max(0, Math.floor(fact.publishedAt / 1_000));
      columns.noteLanguage[row] = codes.languages.learn(fact.language);
      columns.noteCategory[row] = codes.categories.learn(fact.category);
      columns.noteCountry[row] = codes.countries.learn(fact.country);
      columns.noteAuthorGroup[row] = memberGroups.indexOf(fact.authorGroup);
      columns.noteMedia[row] = mediaKinds.indexOf(fact.media);
      writeTopics(row, fact.topics);
      writeVector(row, fact.vector);
    },
    forgetTopics(row) {
      releaseAll(topicLinks(row));
      topicLinks(row).fill(0);
    },
    forgetVector(row) {
      vectorOf(row).fill(0);
      noteAnchor.fill(0, row * (VECTOR_LENGTH / 32), (row + 1) * (VECTOR_LENGTH / 32));
    },
  };
}
