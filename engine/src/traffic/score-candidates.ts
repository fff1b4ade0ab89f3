import { type CandidateList, MOST_CANDIDATES, sourceBits } from '../candidates/candidate-list.ts';
import { MOST_RANKED, type RankedPlaces } from '../candidates/choose-ranked.ts';
import type { LightScores } from '../candidates/light-scores.ts';
import type { Viewing } from '../candidates/viewing.ts';
import type { Members } from '../members/open-members.ts';
import type { NoteStore } from '../notes/note-store.ts';
import { createScoredNotes, type ScoredNotes } from '../scoring/exposure.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { heads, type Intensity, memberGroups, surfaces } from './facts.ts';
import { fillFeatures, scoredViewer } from './fill-features.ts';
import type { TrafficPolicy } from './policy.ts';
import type { Wishes } from './wishes.ts';

/** Ranked candidates, and with them the notes that wait for a first audience or are paid for. */
export const MOST_SCORED = MOST_RANKED + 100;

const HEADS = heads.length;
const NATIVE = memberGroups.indexOf('native');
const DISCOVER = surfaces.indexOf('discover');
/** Part of the candidates that are taken to be worth nothing to this viewer. */
const WORTHLESS = 0.05;

/** Where a viewer has not been: who asked to explore finds these first. */
const UNKNOWN_GROUND = sourceBits.serendipity | sourceBits.trending | sourceBits.popular;
/** Between like and collect a note gains half; the same here, up or down (own choice). */
const explorationFactors: Readonly<Record<Intensity, number>> = { less: 2 / 3, usual: 1, more: 1.5 };

interface Weighing {
  policy: TrafficPolicy;
  nativeBoost: number;
  /** Of the page that these candidates are added to; else their own is found. */
  least?: number | undefined;
}

/** Candidates with what they are expected to be worth. Scratch of one thread. */
export interface ScoredPage {
  count: number;
  /** Place in the candidate list. */
  readonly places: Uint16Array;
  readonly rows: Uint32Array;
  readonly scores: Float32Array;
  readonly features: ScoredNotes;
  /** Eight probabilities each. */
  readonly chances: Float32Array;
  /** Index of a place of the candidate list plus one; 0: not scored. */
  readonly indexOfPlace: Uint16Array;
  /** The worth from which factors count. */
  least: number;
}

export function createScoredPage(): ScoredPage {
  return {
    count: 0,
    places: new Uint16Array(MOST_SCORED),
    rows: new Uint32Array(MOST_SCORED),
    scores: new Float32Array(MOST_SCORED),
    features: createScoredNotes(MOST_SCORED),
    chances: new Float32Array(MOST_SCORED * HEADS),
    indexOfPlace: new Uint16Array(MOST_CANDIDATES),
    least: 0,
  };
}

export interface ScoringParts {
  store: NoteStore;
  members: Members;
  scorer: Scorer;
  lights: LightScores;
  wishes: Wishes;
}

/** Makes the ranked places, and the rows of `more` that are not among them, a scored page. */
export function createCandidateScorer(parts: ScoringParts) {
  const { store, members, scorer, lights, wishes } = parts;
  const { noteLanguage, noteAuthor, noteAuthorGroup } = store.columns;

  const factors = new Float32Array(MOST_SCORED);
  const sorted = new Float32Array(MOST_SCORED);

  function collect(page: ScoredPage, list: CandidateList, ranked: RankedPlaces, more: Iterable<number>): void {
    page.indexOfPlace.fill(0, 0, list.count);
    page.count = 0;
    for (let index = 0; index < ranked.count; index += 1) push(page, list, ranked.places[index] as number);
    for (const row of more) {
      const place = list.placeOf(row);
      if (place >= 0) push(page, list, place);
    }
  }

  function push(page: ScoredPage, list: CandidateList, place: number): void {
    if (page.indexOfPlace[place] !== 0 || page.count === MOST_SCORED) return;
    page.places[page.count] = place;
    page.rows[page.count] = list.rows[place] as number;
    page.count += 1;
    page.indexOfPlace[place] = page.count;
  }

  function describe(page: ScoredPage, list: CandidateList, viewing: Viewing): void {
    lights.compare(viewing, page.rows, page.count);
    const viewed = { seconds: viewing.seconds, similarity: 0, closeness: 0, isRead: true, isFollowed: false };
    for (let index = 0; index < page.count; index += 1) {
      const place = page.places[index] as number;
      const row = page.rows[index] as number;
      viewed.similarity = lights.similarity[index] as number;
      viewed.closeness = list.closeness[place] as number;
      viewed.isRead = viewing.reads[noteLanguage[row] as number] === 1;
      viewed.isFollowed = viewing.followed.has(noteAuthor[row] as number);
      fillFeatures(page.features, index, store, row, viewed);
    }
  }

  function weigh(page: ScoredPage, list: CandidateList, member: number, weighing: Weighing): void {
    const { policy, nativeBoost } = weighing;
    const exploring = member < 0 ? 1 : explorationFactors[members.controls.exploration(member)];
    const weights = heads.map((head) => policy.weights[head]);
    for (let index = 0; index < page.count; index += 1) {
      let worth = 0;
      for (let head = 0; head < HEADS; head += 1) {
        worth += (weights[head] as number) * (page.chances[index * HEADS + head] as number);
      }
      const row = page.rows[index] as number;
      const boost = noteAuthorGroup[row] === NATIVE ? nativeBoost : 1;
      const isNew = ((list.sources[page.places[index] as number] as number) & UNKNOWN_GROUND) !== 0;
      page.scores[index] = worth;
      factors[index] = boost * wishes.factorOf(row) * (isNew ? exploring : 1);
    }
    page.least = weighing.least ?? leastOf(page);
    applyFactors(page);
  }

  /**
   * A worth has no zero of its own (what is hidden counts below it): factors work on what lies between a note and the least of the
   * candidates, so that a tenth of the weight is a place at the end whatever the scale.
   */
  function applyFactors({ scores, count, least }: ScoredPage): void {
    for (let index = 0; index < count; index += 1) {
      const above = (scores[index] as number) - least;
      if (above > 0) scores[index] = least + above * (factors[index] as number);
    }
  }

  function leastOf({ scores, count }: ScoredPage): number {
    sorted.set(scores.subarray(0, count));
    const ordered = sorted.subarray(0, count).sort();
    return ordered[Math.floor(count * WORTHLESS)] ?? 0;
  }

  return (
    page: ScoredPage,
    list: CandidateList,
    ranked: RankedPlaces,
    viewing: Viewing,
    weighing: Weighing & { viewer: string; more: Iterable<number> },
  ): void => {
    collect(page, list, ranked, weighing.more);
    describe(page, list, viewing);
    scorer.begin(scoredViewer(members, viewing.member, weighing.viewer, DISCOVER));
    scorer.score(page.features, page.count, page.chances);
    weigh(page, list, viewing.member, weighing);
  };
}
