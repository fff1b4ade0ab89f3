import type { DotKernel } from '../kernel/dot-kernel.ts';
import { INTERESTS } from '../members/member-columns.ts';
import type { Members } from '../members/open-members.ts';
import { VECTOR_LENGTH } from '../notes/note-columns.ts';
import { heatOf } from '../notes/note-heat.ts';
import type { CandidateList } from './candidate-list.ts';
import type { Viewing } from './viewing.ts';

/** Candidates that are looked at closely, with room. */
const MOST_COMPARED = 1_024;
/** Vectors that stay at hand while all interests are held against them: 64 KB, a part of the second cache. */
const AT_ONCE = 1_024;
const UNIT_SQUARE = 127 * 127;
/**
 * What heat adds: as much as a tenth of likeness for two half-lives, four days. A note that was loved last week stands behind an
 * equal one of today, not behind one of another subject (own choice, checked in the drill).
 */
const HEAT_SAY = 0.05;
const MOST_HEAT = 6;
/** The weakest interest counts this much less than the strongest: an evening's curiosity is no passion. */
const LEAST_SAY = 0.7;
/** What was searched for a moment ago counts like a strong interest. */
const SEARCH_SAY = 0.9;

/** Likeness of candidates to what the viewer likes and searches. Scratch of one thread. */
export interface LightScores {
  /** Fills the light scores of a list. */
  measure(viewing: Viewing, list: CandidateList): void;
  /** Fills `similarity` and `searchSimilarity` for the first `count` of some rows. */
  compare(viewing: Viewing, rows: Uint32Array, count: number): void;
  /** Likeness to the nearest interest, −1–1; 0 when no interest is known. */
  readonly similarity: Float32Array;
  /** Likeness to the nearest fresh search; 0 when there is none. */
  readonly searchSimilarity: Float32Array;
}

export function createLightScores(kernel: DotKernel, members: Members, noteHeat: Float32Array): LightScores {
  const similarity = new Float32Array(MOST_COMPARED);
  const searchSimilarity = new Float32Array(MOST_COMPARED);
  const { columns } = members;
  const { query, rows, dots } = kernel.scratch;

  function ask(vectors: Int8Array, at: number, count: number): void {
    query.set(vectors.subarray(at * VECTOR_LENGTH, (at + 1) * VECTOR_LENGTH));
    kernel.dotRows(count);
  }

  function keepNearest(out: Float32Array, count: number, isFirst: boolean): void {
    for (let place = 0; place < count; place += 1) {
      const near = (dots[place] as number) / UNIT_SQUARE;
      if (isFirst || near > (out[place] as number)) out[place] = near;
    }
  }

  function raiseLight(light: Float32Array, from: number, count: number, say: number): void {
    for (let place = 0; place < count; place += 1) {
      const near = ((dots[place] as number) * say) / UNIT_SQUARE;
      if (near > (light[from + place] as number)) light[from + place] = near;
    }
  }

  function measureSome(
    viewing: Viewing,
    { light, rows: candidates }: CandidateList,
    from: number,
    count: number,
  ): void {
    rows.set(candidates.subarray(from, from + count));
    eachInterest(viewing.member, count, (share) => raiseLight(light, from, count, share));
    eachSearch(viewing, count, () => raiseLight(light, from, count, SEARCH_SAY));
  }

  function strongest(member: number): number {
    let most = 0;
    for (let at = member * INTERESTS; at < (member + 1) * INTERESTS; at += 1) {
      most = Math.max(most, columns.memberInterestStrength[at] ?? 0);
    }
    return most;
  }

  /** Compares the rows in the scratch with each interest. @param say is told how much the interest counts */
  function eachInterest(member: number, count: number, say: (share: number) => void): void {
    const most = strongest(member);
    for (let at = member * INTERESTS; at < (member + 1) * INTERESTS; at += 1) {
      const strength = columns.memberInterestStrength[at] ?? 0;
      if (strength <= 0) continue;
      ask(columns.memberInterests, at, count);
      say(LEAST_SAY + (1 - LEAST_SAY) * Math.min(1, strength / most));
    }
  }

  function eachSearch({ member, seconds }: Viewing, count: number, say: () => void): void {
    members.intents.fresh(member, seconds, (place) => {
      ask(columns.intentVector, place, count);
      say();
    });
  }

  /** Heats are logarithms with the time in them: against that of a note which arrives now. */
  function addHeat({ light, rows: candidates, count }: CandidateList, seconds: number): void {
    const now = heatOf(1, seconds * 1_000);
    for (let place = 0; place < count; place += 1) {
      const heat = (noteHeat[candidates[place] as number] as number) - now;
      const bounded = Math.max(-MOST_HEAT, Math.min(MOST_HEAT, heat));
      light[place] = (light[place] as number) + HEAT_SAY * bounded;
    }
  }

  return {
    similarity,
    searchSimilarity,
    measure(viewing, list) {
      const { light, count } = list;
      light.fill(0, 0, count);
      for (let from = 0; viewing.member >= 0 && from < count; from += AT_ONCE) {
        measureSome(viewing, list, from, Math.min(AT_ONCE, count - from));
      }
      addHeat(list, viewing.seconds);
    },
    compare(viewing, compared, count) {
      similarity.fill(0, 0, count);
      searchSimilarity.fill(0, 0, count);
      if (viewing.member < 0) return;
      rows.set(compared.subarray(0, count));
      let isFirst = true;
      eachInterest(viewing.member, count, () => {
        keepNearest(similarity, count, isFirst);
        isFirst = false;
      });
      isFirst = true;
      eachSearch(viewing, count, () => {
        keepNearest(searchSimilarity, count, isFirst);
        isFirst = false;
      });
    },
  };
}
