import type { Random } from '../random.ts';

/** What page assembly needs to know of a note. Ids are opaque strings; `language` is a BCP 47 tag, `und` or `zxx`. */
export type Candidate = {
  id: string;
  authorId: string;
  topicIds: readonly string[];
  /** Notes with the same value are near-duplicates of each other. */
  duplicateGroup?: string;
  language: string;
  /** Higher is better; only comparable within one list. */
  score: number;
};

/** Lifetime totals of a note and the time it was published (ms since the epoch). */
export type NoteCounters = {
  impressions: number;
  opens: number;
  likes: number;
  collects: number;
  comments: number;
  shares: number;
  createdAt: number;
};

/** A note before it has a score. */
export type UnrankedCandidate = Omit<Candidate, 'score'> & NoteCounters;

/** Why a note stands where it stands: by its score, or as part of a fresh note's first audience. */
export type RankingReason = 'score' | 'first-audience';

export type RankedCandidate = Candidate & { reason: RankingReason };

/** What is known of the person a page is made for. */
export type RankingViewer = {
  /** Languages the viewer reads; empty when unknown, then no language is preferred. */
  languages: readonly string[];
  followedAuthorIds?: ReadonlySet<string>;
  followedTopicIds?: ReadonlySet<string>;
};

/**
 * The seam between ranking and page assembly: best first, each candidate at most once, none lost.
 *
 * @param now ms since the epoch
 */
export type RankCandidates = (
  candidates: readonly UnrankedCandidate[],
  viewer: RankingViewer,
  now: number,
  random: Random,
) => RankedCandidate[];
