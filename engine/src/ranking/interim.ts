import type { Random } from '../random.ts';
import type { NoteCounters, RankCandidates, RankedCandidate, RankingViewer, UnrankedCandidate } from './candidate.ts';

// Page score of the design (docs: engine, "The page"): open .2, like 1, collect 1.5, comment 2, share 2.
const VALUE = { opens: 0.2, likes: 1, collects: 1.5, comments: 2, shares: 2 } as const;

// Mean value of an impression with the weights above over 171,671 exposures of KuaiRand-Pure (April–May 2022).
const PRIOR_VALUE_PER_IMPRESSION = 0.11;

// As much evidence as one full first pool: upper bound of the first-pool quota (docs: engine, "First pool").
const FIRST_POOL_IMPRESSIONS = 100;

// Lower bound of the first-pool quota: below it a note has not had its chance, whatever its age.
const LEAST_IMPRESSIONS = 20;

// Deadline of the first pool (docs: engine, "First pool"); also the age at which recency has halved.
const DAY_MS = 86_400_000;

// One slot in five: "at most 4 of 20 slots, spread" and ε = 20 % (docs: engine, "First pool").
const FIRST_AUDIENCE_EVERY = 5;

// X's published weight for out-of-network posts (home-mixer params, 2026): what is not followed counts ×0.75.
const NOT_FOLLOWED = 0.75;

// Middle of the curiosity allowance of 10–40 % for languages the viewer does not read (docs: engine, "The page").
const UNREAD_LANGUAGE = 0.25;

// An overdue note is at most this many times as urgent as a new one: time left is floored at 1/8 of the deadline (3 h),
// which keeps one note from taking every first-audience slot of the site.
const LEAST_TIME_LEFT = 1 / 8;

// ISO 639-2: no linguistic content, undetermined, multiple languages. None can be told to be foreign to a reader.
const LANGUAGE_NEUTRAL: ReadonlySet<string> = new Set(['zxx', 'und', 'mul']);

/**
 * Recency × smoothed value rate: `1 / (1 + age / 24 h) × (value + 100 · 0.11) / (impressions + 100)`.
 * The prior of 100 pseudo-impressions keeps one lucky like from beating a proven note.
 *
 * @param counters lifetime totals; `createdAt` in ms
 * @param now ms since the epoch; a note from the future counts as new
 * @returns value expected per impression, discounted by age; finite and > 0
 */
export function interimScore(counters: NoteCounters, now: number): number {
  const recency = 1 / (1 + age(counters, now) / DAY_MS);
  const prior = FIRST_POOL_IMPRESSIONS * PRIOR_VALUE_PER_IMPRESSION;
  return (recency * (value(counters) + prior)) / (counters.impressions + FIRST_POOL_IMPRESSIONS);
}

/**
 * Orders by `interimScore × fit`, and gives one place of every five, at a random position among the five, to a note
 * still short of its first audience. `fit` is 0.25 for a language the viewer does not read and × 0.75 for notes outside
 * what they follow. A note is short of its audience below 100 impressions in its first 24 hours, below 20 at any age.
 * Who gets such a place is drawn with probability ∝ `shortfall / time left × fit`, shortfall = 1 − impressions / quota:
 * every waiting note has a chance on every page, and the chance grows as the deadline nears.
 */
export const rankCandidates: RankCandidates = (candidates, viewer, now, random) => {
  const scored = candidates.map((candidate) => {
    const fit = viewerFit(candidate, viewer);
    return { candidate, fit, score: interimScore(candidate, now) * fit };
  });
  const byScore = scored.toSorted((a, b) => b.score - a.score);
  const waiting = drawFirstAudience(scored, now, random);
  return interleave(byScore, waiting, random);
};

type Scored = { candidate: UnrankedCandidate; fit: number; score: number };

function age(counters: NoteCounters, now: number): number {
  return Math.max(0, now - counters.createdAt);
}

function value(counters: NoteCounters): number {
  return (
    VALUE.opens * counters.opens +
    VALUE.likes * counters.likes +
    VALUE.collects * counters.collects +
    VALUE.comments * counters.comments +
    VALUE.shares * counters.shares
  );
}

function viewerFit(candidate: UnrankedCandidate, viewer: RankingViewer): number {
  const readable =
    viewer.languages.length === 0 ||
    LANGUAGE_NEUTRAL.has(candidate.language) ||
    viewer.languages.includes(candidate.language);
  const followed =
    viewer.followedAuthorIds?.has(candidate.authorId) ||
    candidate.topicIds.some((topicId) => viewer.followedTopicIds?.has(topicId));
  return (readable ? 1 : UNREAD_LANGUAGE) * (followed ? 1 : NOT_FOLLOWED);
}

/** Weighted sampling without replacement (Efraimidis & Spirakis 2006): sort by −ln(u) / weight. */
function drawFirstAudience(scored: readonly Scored[], now: number, random: Random): Scored[] {
  return scored
    .map((entry) => ({ entry, weight: firstAudienceWeight(entry, now) }))
    .filter(({ weight }) => weight > 0)
    .map(({ entry, weight }) => ({ entry, key: -Math.log(1 - random()) / weight }))
    .sort((a, b) => a.key - b.key)
    .map(({ entry }) => entry);
}

function firstAudienceWeight({ candidate, fit }: Scored, now: number): number {
  const waited = age(candidate, now);
  const quota = waited < DAY_MS ? FIRST_POOL_IMPRESSIONS : LEAST_IMPRESSIONS;
  const shortfall = Math.max(0, 1 - candidate.impressions / quota);
  const timeLeft = Math.max(LEAST_TIME_LEFT, 1 - waited / DAY_MS);
  return (shortfall / timeLeft) * fit;
}

function interleave(byScore: readonly Scored[], waiting: readonly Scored[], random: Random): RankedCandidate[] {
  const ranked: RankedCandidate[] = [];
  const placed = new Set<Scored>();
  const nextOf = (list: Iterator<Scored>): Scored | undefined => {
    for (let step = list.next(); !step.done; step = list.next()) if (!placed.has(step.value)) return step.value;
    return undefined;
  };
  const scores = byScore.values();
  const audiences = waiting.values();
  let audiencePlace = 0;
  while (ranked.length < byScore.length) {
    const place = ranked.length % FIRST_AUDIENCE_EVERY;
    if (place === 0) audiencePlace = Math.floor(random() * FIRST_AUDIENCE_EVERY);
    const fresh = place === audiencePlace ? nextOf(audiences) : undefined;
    const entry = fresh ?? nextOf(scores);
    if (!entry) break;
    placed.add(entry);
    ranked.push(toRanked(entry, fresh ? 'first-audience' : 'score'));
  }
  return ranked;
}

function toRanked({ candidate, score }: Scored, reason: RankedCandidate['reason']): RankedCandidate {
  const { id, authorId, topicIds, duplicateGroup, language } = candidate;
  return { id, authorId, topicIds, language, score, reason, ...(duplicateGroup !== undefined && { duplicateGroup }) };
}
