import { hash32, interimScore, type Random, shuffle, type UnrankedCandidate } from '@teahouse/engine';
import type { CandidateRow } from './candidates.sql.ts';

export interface PoolEntry {
  /** What page assembly looks at. */
  note: UnrankedCandidate;
  /** The same with its category as one more topic: interests are wishes for categories. */
  taste: UnrankedCandidate;
  category: string | undefined;
  /** Short name of the note in cursors. */
  hash: number;
  score: number;
}

/** The pool in order, by language; shared by all viewers until the next refresh. */
export interface PoolRanking {
  /** Best first. */
  byLanguage: ReadonlyMap<string, readonly PoolEntry[]>;
  /** Some of the notes still short of a first audience; others have their turn with the next order. */
  waitingByLanguage: ReadonlyMap<string, readonly PoolEntry[]>;
  byHash: ReadonlyMap<number, PoolEntry>;
  leaders(count: number): string[];
  losers(count: number): string[];
}

/** As in the engine's interim ranking: a first audience is 100 impressions in the first day, 20 at any age. */
const firstAudience = 100;
const leastAudience = 20;
const dayMilliseconds = 86_400_000;
/** Few enough that the cards of the moment stay in memory, many enough that no page looks like another. */
const mostWaiting = 150;

export function categoryTopic(category: string): string {
  return `category ${category}`;
}

export function candidateOf(row: CandidateRow, duplicateGroup: string | undefined): PoolEntry {
  const note: UnrankedCandidate = {
    id: row.id,
    authorId: row.author_id,
    topicIds: row.topic_ids,
    language: row.language,
    impressions: row.impressions,
    opens: row.views,
    likes: row.likes,
    collects: row.collects,
    comments: row.comments,
    shares: row.shares,
    createdAt: row.published_at.getTime(),
    ...(duplicateGroup === undefined ? {} : { duplicateGroup }),
  };
  const category = row.category ?? undefined;
  const taste = category === undefined ? note : { ...note, topicIds: [...note.topicIds, categoryTopic(category)] };
  return { note, taste, category, hash: hash32(row.id), score: 0 };
}

/** Takes about 1 ms for a thousand notes. */
export function rankPool(entries: ReadonlyMap<string, PoolEntry>, now: number, random: Random): PoolRanking {
  for (const entry of entries.values()) entry.score = interimScore(entry.note, now);
  const ordered = [...entries.values()].sort((a, b) => b.score - a.score);
  const byHash = new Map<number, PoolEntry>();
  for (const entry of ordered) byHash.set(entry.hash, entry);
  const idsOf = (some: readonly PoolEntry[]) => some.map((entry) => entry.note.id);
  return {
    byLanguage: groupByLanguage(ordered),
    waitingByLanguage: groupByLanguage(
      sample(
        ordered.filter((entry) => isWaiting(entry.note, now)),
        mostWaiting,
        random,
      ),
    ),
    byHash,
    leaders: (count) => idsOf(ordered.slice(0, count)),
    losers: (count) => idsOf(ordered.slice(-count)),
  };
}

function isWaiting(note: UnrankedCandidate, now: number): boolean {
  return note.impressions < (now - note.createdAt < dayMilliseconds ? firstAudience : leastAudience);
}

function sample(entries: PoolEntry[], count: number, random: Random): PoolEntry[] {
  return entries.length <= count ? entries : shuffle(entries, random).slice(0, count);
}

function groupByLanguage(entries: readonly PoolEntry[]): Map<string, PoolEntry[]> {
  return Map.groupBy(entries, (entry) => entry.note.language);
}
