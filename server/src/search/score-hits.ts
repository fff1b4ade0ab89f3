import type { Hit } from './search-notes.sql.ts';
import { foldText } from './terms.ts';

export interface RankedHit {
  id: string;
  score: number;
}

/** A note of this age counts half of a new one: whoever searches wants what helps, not only what is new. */
const halfLifeDays = 120;
/** Below this share of the terms a loose hit is chance. */
const leastCoverage = 0.4;
const dayMilliseconds = 86_400_000;

/**
 * Match × recency × likes. The words in the title count up to twice more than in the text; likes weigh by their
 * logarithm, so that ten times the likes lift a note as much as one word of two in the title.
 *
 * @param words folded words of the search
 * @returns best first, the newer id first among equals
 */
export function scoreHits(hits: readonly Hit[], words: readonly string[], now: number): RankedHit[] {
  return hits
    .filter((hit) => hit.coverage >= leastCoverage)
    .map((hit) => ({ id: hit.id, score: scoreOf(hit, words, now) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1));
}

function scoreOf({ title, likes, coverage, publishedAt }: Hit, words: readonly string[], now: number): number {
  const folded = foldText(title);
  const inTitle = words.filter((word) => folded.includes(word)).length / Math.max(1, words.length);
  const ageDays = Math.max(0, now - publishedAt.getTime()) / dayMilliseconds;
  const recency = 1 / (1 + ageDays / halfLifeDays);
  return coverage * (1 + 2 * inTitle) * recency * (1 + Math.log10(1 + likes));
}
