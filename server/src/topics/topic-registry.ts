import type { TopicId } from '@teahouse/contract';
import { findTopicNameProblem, topicKey } from '@teahouse/engine';
import { dateOf } from '../platform/clock.ts';
import type { Queryable } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { DetectLanguage } from '../platform/language.ts';
import { addView, linkNote, linkWrittenNote, unlinkNotes } from './topic-counters.sql.ts';
import { languageOfTopic } from './topic-language.ts';
import { type TopicRow, upsertTopics } from './topics.sql.ts';

export interface TopicRef {
  id: TopicId;
  name: string;
}

/** What writers of notes and counters of views need of topics. */
export interface TopicRegistry {
  /**
   * Topics of these names in order, each once; new ones are made. Call it before the transaction: it commits by itself.
   *
   * @param language of the note that names them; it helps to read the language of new ones
   */
  resolveTopics(names: readonly string[], language?: string): Promise<TopicRef[]>;
  /** Puts a note under topics, in their order. */
  attachTopics(tx: Queryable, note: { id: string; publishedAt: Date }, topics: readonly TopicRef[]): Promise<void>;
  /** Parts of the statement that writes a new note, for its topics. */
  linkWrittenNote: typeof linkWrittenNote;
  /** Takes a note from its topics, except the ones to keep. Before `attachTopics` when a note was edited. */
  detachTopics(tx: Queryable, noteId: string, kept?: readonly TopicRef[]): Promise<void>;
  /** Counts a view for the note's topics; the caller has just counted it for the note in the same transaction. */
  countTopicView(tx: Queryable, noteId: string): Promise<void>;
}

const mostRemembered = 20_000;
const hourMilliseconds = 3_600_000;

export function createTopicRegistry(
  { db, clock, ids }: Pick<Deps, 'db' | 'clock' | 'ids'>,
  { detectLanguage }: { detectLanguage: DetectLanguage },
): TopicRegistry {
  // A topic is never deleted and its key never changes, so what is remembered stays true.
  const known = new Map<string, TopicRow>();

  async function learn(missing: Map<string, string>, likely: readonly string[]): Promise<void> {
    const fresh = [...missing].map(([key, name]) => {
      return { id: ids.next(), key, name, language: languageOfTopic(detectLanguage, name, likely) };
    });
    for (const topic of await upsertTopics(db, fresh, dateOf(clock))) known.set(topic.key, topic);
  }

  return {
    async resolveTopics(names, language) {
      const wanted = new Map<string, string>();
      for (const name of names) {
        const key = topicKey(name);
        if (key !== '' && !wanted.has(key) && findTopicNameProblem(name) === undefined) wanted.set(key, name.trim());
      }
      if (known.size > mostRemembered) known.clear();
      const missing = new Map([...wanted].filter(([key]) => !known.has(key)));
      if (missing.size > 0) await learn(missing, language === undefined ? [] : [language]);
      return [...wanted.keys()].flatMap((key) => {
        const topic = known.get(key);
        return topic ? [{ id: topic.id as TopicId, name: topic.name }] : [];
      });
    },
    async attachTopics(tx, note, topics) {
      if (topics.length === 0) return;
      await linkNote(
        tx,
        note.id,
        note.publishedAt,
        topics.map((topic) => topic.id),
      );
    },
    linkWrittenNote,
    detachTopics: (tx, noteId, kept = []) =>
      unlinkNotes(
        tx,
        [noteId],
        kept.map((topic) => topic.id),
      ),
    countTopicView: (tx, noteId) => addView(tx, noteId, hourOf(clock.now())),
  };
}

export function hourOf(time: number): Date {
  return new Date(Math.floor(time / hourMilliseconds) * hourMilliseconds);
}

/** First hour of the last 24, the running one included. */
export function startOfLastDay(now: number): Date {
  return new Date(hourOf(now).getTime() - 23 * hourMilliseconds);
}

/** Views by the hour serve "the last day" only; two days are kept. */
export function oldestKeptHour(now: number): Date {
  return new Date(startOfLastDay(now).getTime() - 24 * hourMilliseconds);
}
