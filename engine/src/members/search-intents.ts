import type { Columns } from '../memory/columns.ts';
import { VECTOR_LENGTH } from '../notes/note-columns.ts';
import { INTENT_NOTES, INTENT_TOPICS, type memberColumns, SEARCH_INTENTS } from './member-columns.ts';
import type { OwnedRows } from './owned-rows.ts';

/** A search speaks for the next half hour (research §4.2, query intents). */
export const INTENT_SECONDS = 1_800;

/** What a viewer searched for lately. */
export interface SearchIntents {
  /**
   * @param topics rows of the topics that were meant
   * @param notes rows of the notes that answer, best first
   */
  add(member: number, vector: Int8Array, topics: readonly number[], notes: readonly number[], seconds: number): void;
  /** A note was seen in discovery. */
  countSeen(member: number): void;
  forget(member: number): void;
  /**
   * Searches that still speak.
   *
   * @param visit is given the place of the intent's vector, topics and notes, and notes seen since
   */
  fresh(member: number, seconds: number, visit: (place: number, seen: number) => void): void;
}

export function openSearchIntents(columns: Columns<typeof memberColumns>, rows: OwnedRows): SearchIntents {
  const { intentVector, intentTopic, intentNote, intentAt, intentSeen } = columns;

  /** The oldest search gives way. */
  function oldest(row: number): number {
    let place = row * SEARCH_INTENTS;
    for (let at = place; at < (row + 1) * SEARCH_INTENTS; at += 1) {
      if ((intentAt[at] ?? 0) < (intentAt[place] ?? 0)) place = at;
    }
    return place;
  }

  return {
    add(member, vector, topics, notes, seconds) {
      const place = oldest(rows.take(member));
      intentAt[place] = Math.max(1, seconds);
      intentSeen[place] = 0;
      for (let index = 0; index < VECTOR_LENGTH; index += 1)
        intentVector[place * VECTOR_LENGTH + index] = vector[index] ?? 0;
      for (let index = 0; index < INTENT_TOPICS; index += 1) {
        intentTopic[place * INTENT_TOPICS + index] = (topics[index] ?? -1) + 1;
      }
      for (let index = 0; index < INTENT_NOTES; index += 1) {
        intentNote[place * INTENT_NOTES + index] = (notes[index] ?? -1) + 1;
      }
    },
    countSeen(member) {
      const row = rows.of(member);
      if (row < 0) return;
      for (let at = row * SEARCH_INTENTS; at < (row + 1) * SEARCH_INTENTS; at += 1) {
        if (intentAt[at] !== 0) intentSeen[at] = Math.min(0xffff, (intentSeen[at] ?? 0) + 1);
      }
    },
    forget(member) {
      const row = rows.of(member);
      if (row >= 0) intentAt.fill(0, row * SEARCH_INTENTS, (row + 1) * SEARCH_INTENTS);
    },
    fresh(member, seconds, visit) {
      const row = rows.of(member);
      if (row < 0) return;
      for (let at = row * SEARCH_INTENTS; at < (row + 1) * SEARCH_INTENTS; at += 1) {
        const said = intentAt[at] ?? 0;
        if (said !== 0 && seconds - said <= INTENT_SECONDS) visit(at, intentSeen[at] ?? 0);
      }
    },
  };
}
