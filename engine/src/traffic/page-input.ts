import { type CandidateList, sourceBits } from '../candidates/candidate-list.ts';
import type { LightScores } from '../candidates/light-scores.ts';
import type { Viewing } from '../candidates/viewing.ts';
import { INTENT_NOTES, INTENT_TOPICS } from '../members/member-columns.ts';
import { TOPICS_PER_NOTE } from '../notes/note-columns.ts';
import { candidateFlags, type PageInput } from '../page/composition.ts';
import { SLOTS_REMEMBERED } from '../page/page-window.ts';
import { foreignShareOf, newcomerShareOf, searchShareOf } from '../page/shares.ts';
import type { EngineParts } from './engine-parts.ts';
import { memberGroups } from './facts.ts';
import type { FirstPoolPicks } from './first-pool-picks.ts';
import { liftForeign } from './lift-foreign.ts';
import type { PageRequest } from './page.ts';
import { MOST_SCORED, type ScoredPage } from './score-candidates.ts';
import type { Wishes } from './wishes.ts';

const NEWCOMER = memberGroups.indexOf('newcomer');
/** Of a viewer of whom nothing is known: newcomers' notes are liked like any others. */
const NEWCOMER_PRIOR = 0.2;
/** A note without a searched topic answers a search when it is about as like it as notes of one subject are to each other. */
const ANSWERS = 0.35;

/** What page assembly is given: candidates with flags, what was shown before, and this viewer's shares. Scratch of one thread. */
export interface PageInputs {
  prepare(request: PageRequest, size: number, scored: ScoredPage, firstPool: FirstPoolPicks): PageInput;
  /** Index on the scored page of one of the input's candidates. */
  scoredIndexOf(candidate: number): number;
  /** The promotion that pays for a row. */
  promotionOf(row: number): string | undefined;
}

export function createPageInput(
  { store, members, balance, promotions, policy }: EngineParts,
  viewing: Viewing,
  list: CandidateList,
  lights: LightScores,
  wishes: Wishes,
): PageInputs {
  const { noteLanguage, noteAuthor, noteAuthorGroup, noteTopics } = store.columns;
  const { intentTopic, intentNote } = members.columns;
  const candidates = {
    count: 0,
    rows: new Uint32Array(MOST_SCORED),
    scores: new Float32Array(MOST_SCORED),
    flags: new Uint16Array(MOST_SCORED),
  };
  const before = { count: 0, rows: new Uint32Array(SLOTS_REMEMBERED), flags: new Uint16Array(SLOTS_REMEMBERED) };
  const indexes = new Uint16Array(MOST_SCORED);
  const searched = new Set<number>();
  const answers = new Set<number>();

  function flagsOfRow(row: number): number {
    let flags = viewing.reads[noteLanguage[row] as number] === 0 ? candidateFlags.foreign : 0;
    if (noteAuthorGroup[row] === NEWCOMER) flags |= candidateFlags.newcomer;
    if (viewing.followed.has(noteAuthor[row] as number)) flags |= candidateFlags.followed;
    if (wishes.wishedTopicOf(row) >= 0) flags |= candidateFlags.wished;
    return flags;
  }

  function answersSearch(index: number, row: number, sources: number): boolean {
    if ((sources & sourceBits.search) === 0) return false;
    if (answers.has(row)) return true;
    if (answers.size === 0 && (lights.searchSimilarity[index] as number) >= ANSWERS) return true;
    for (let at = row * TOPICS_PER_NOTE; at < (row + 1) * TOPICS_PER_NOTE; at += 1) {
      if (searched.has(noteTopics[at] as number)) return true;
    }
    return false;
  }

  /** @returns least part of the page for fresh searches */
  function readSearches(size: number): number {
    searched.clear();
    answers.clear();
    let share = 0;
    if (viewing.member < 0) return share;
    members.intents.fresh(viewing.member, viewing.seconds, (place, seen) => {
      const own = searchShareOf(Math.floor(seen / Math.max(1, size)), policy.read().page);
      share = Math.max(share, own);
      for (let at = place * INTENT_TOPICS; own > 0 && at < (place + 1) * INTENT_TOPICS; at += 1) {
        if (intentTopic[at] !== 0) searched.add(intentTopic[at] as number);
      }
      for (let at = place * INTENT_NOTES; own > 0 && at < (place + 1) * INTENT_NOTES; at += 1) {
        if (intentNote[at] !== 0) answers.add((intentNote[at] as number) - 1);
      }
    });
    return share;
  }

  function push(scored: ScoredPage, index: number, flags: number): void {
    const at = candidates.count;
    candidates.rows[at] = scored.rows[index] as number;
    candidates.scores[at] = scored.scores[index] as number;
    candidates.flags[at] = flags;
    indexes[at] = index;
    candidates.count = at + 1;
  }

  /** The chosen of a first audience stand first, the most urgent before others; those not chosen stand nowhere. */
  function fill(scored: ScoredPage, picks: readonly number[], isSearching: boolean): void {
    candidates.count = 0;
    for (const row of picks) {
      const index = (scored.indexOfPlace[list.placeOf(row)] ?? 0) - 1;
      if (index >= 0) push(scored, index, flagsOfRow(row) | candidateFlags.firstPool);
    }
    for (let index = 0; index < scored.count; index += 1) {
      const row = scored.rows[index] as number;
      const place = scored.places[index] as number;
      const sources = list.sources[place] as number;
      if (sources === sourceBits['first-pool'] || picks.includes(row)) continue;
      let flags = flagsOfRow(row);
      if (isSearching && answersSearch(index, row, sources)) flags |= candidateFlags.search;
      if ((sources & sourceBits.promotion) !== 0) flags |= candidateFlags.promoted;
      push(scored, index, flags);
    }
  }

  function fillBefore(shown: readonly number[]): void {
    before.count = 0;
    for (let index = Math.max(0, shown.length - SLOTS_REMEMBERED); index < shown.length; index += 1) {
      const row = store.rowOfHash(shown[index] as number);
      if (row < 0) continue;
      before.rows[before.count] = row;
      before.flags[before.count] = flagsOfRow(row);
      before.count += 1;
    }
  }

  function shares(): { foreignShare: number; newcomerShare: number } {
    const { page, balance: limits } = policy.read();
    const { member, reads } = viewing;
    const ceiling = balance.outputs().newcomerCeiling;
    const isKnown = member >= 0;
    const foreign = {
      preference: isKnown ? members.tastes.foreignShare(member, reads) : 0,
      curiosity: isKnown ? members.controls.exploration(member) : ('usual' as const),
      chosen: isKnown ? members.controls.foreignMix(member) : undefined,
    };
    const newcomers = {
      preference: isKnown ? members.tastes.newcomerShare(member, NEWCOMER_PRIOR) : NEWCOMER_PRIOR,
      intensity: isKnown ? members.controls.newcomers(member) : ('usual' as const),
      ceiling: Number.isFinite(ceiling) && isNative(member) ? ceiling : undefined,
    };
    return { foreignShare: foreignShareOf(foreign, page), newcomerShare: newcomerShareOf(newcomers, limits) };
  }

  /** The ceiling keeps natives' pages theirs; visitors count as natives. */
  function isNative(member: number): boolean {
    return member < 0 || (members.columns.memberGroup[member] ?? 0) <= 1;
  }

  return {
    prepare(request, size, scored, firstPool) {
      const searchShare = readSearches(size);
      fill(scored, firstPool.rows, searchShare > 0);
      fillBefore(request.shown);
      const chosen = viewing.member < 0 ? undefined : members.controls.foreignMix(viewing.member);
      if (chosen !== undefined) liftForeign(candidates, chosen, size);
      return {
        candidates,
        before,
        size,
        policy: policy.read().page,
        turn: Math.floor(request.random() * 1_024),
        ...shares(),
        searchShare,
        firstPoolSlots: firstPool.rows.length === 0 ? 0 : policy.read().firstPool.slots,
      };
    },
    scoredIndexOf: (candidate) => indexes[candidate] as number,
    promotionOf(row) {
      let found: string | undefined;
      promotions.running(viewing.seconds, (promoted, place) => {
        if (promoted === row) found ??= promotions.idAt(place);
      });
      return found;
    },
  };
}
