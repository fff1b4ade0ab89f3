import type { SearchHit } from '@teahouse/contract';
import type { Wording } from './other-wordings.ts';
import type { Hit } from './search-notes.sql.ts';
import { foldText } from './terms.ts';

export interface RankedHit {
  id: string;
  score: number;
  foundIn?: NonNullable<SearchHit['foundIn']>;
}

/** What was sought under one wording: the first is the one that was typed, and its language is of no interest. */
export interface SoughtWording extends Wording {
  /** Folded. */
  terms: readonly string[];
}

/** A note of this age counts half of a new one: whoever searches wants what helps, not only what is new. */
const halfLifeDays = 120;
/** Below this share of the terms a loose hit is chance. */
const leastCoverage = 0.4;
/** Between two notes that fit alike, the one whose own words were typed comes first. */
const translatedShare = 0.99;
const dayMilliseconds = 86_400_000;

/**
 * Match × recency × likes. The words in the title count up to twice more than in the text; likes weigh by their
 * logarithm, so that ten times the likes lift a note as much as one word of two in the title.
 *
 * @returns best first, each note once, the newer id first among equals
 */
export function scoreHits(hits: readonly Hit[], wordings: readonly SoughtWording[], now: number): RankedHit[] {
  const best = new Map<string, RankedHit>();
  for (const hit of hits) {
    if (hit.coverage < leastCoverage) continue;
    const ranked = rank(hit, wordings[hit.wording], now);
    const known = best.get(hit.id);
    if (!known || known.score < ranked.score) best.set(hit.id, ranked);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1));
}

function rank(hit: Hit, wording: SoughtWording | undefined, now: number): RankedHit {
  const score = scoreOf(hit, wording?.terms ?? [], now);
  const { id, translatedTo } = hit;
  if (translatedTo !== undefined)
    return { id, score: score * translatedShare, foundIn: { via: 'translation', language: translatedTo } };
  if (hit.wording === 0 || !wording) return { id, score };
  const { language, words } = wording;
  return { id, score: score * translatedShare, foundIn: { via: 'query', language, words } };
}

function scoreOf({ title, likes, coverage, publishedAt }: Hit, words: readonly string[], now: number): number {
  const folded = foldText(title);
  const inTitle = words.filter((word) => folded.includes(word)).length / Math.max(1, words.length);
  const ageDays = Math.max(0, now - publishedAt.getTime()) / dayMilliseconds;
  const recency = 1 / (1 + ageDays / halfLifeDays);
  return coverage * (1 + 2 * inTitle) * recency * (1 + Math.log10(1 + likes));
}
