import { VECTOR_LENGTH } from '../notes/note-columns.ts';
import {
  type ComposedPage,
  type ComposedSlot,
  candidateFlags,
  type PageInput,
  type PageNotes,
  type SlotKind,
} from './composition.ts';
import { DenseKeys } from './dense-keys.ts';
import { broken, constraintsIn, MOST_SLOTS, PageWindow, SLOTS_REMEMBERED } from './page-window.ts';
import { SlidingSpectrum } from './sliding-spectrum.ts';
import { planSlots } from './slot-plan.ts';

// Variety is weighed among this many candidates of a slot, the best by score (research: 200 → 20 in 1.33 ms).
const VARIETY_DEPTH = 200;

// A window of more notes would hold most of the 64 dimensions, and nothing could differ from it.
const LONGEST_WINDOW = 20;

// What a candidate would break that is no longer to be had; above all of `broken`.
const GONE = 0x8000;

/** Room for making pages, used again for each; one for each thread. About 500 bytes a candidate. */
export interface PageScratch {
  readonly capacity: number;
  readonly window: PageWindow;
  spectrum: SlidingSpectrum;
  readonly rows: DenseKeys;
  /** Candidates by score, best first. */
  readonly order: Uint32Array;
  readonly worth: Float64Array;
  readonly isGone: Uint8Array;
  /** Whether the window has read the candidate, and whether the spectrum has: most candidates are never looked at. */
  readonly isRead: Uint8Array;
  readonly isLoaded: Uint8Array;
  readonly plan: Uint8Array;
}

/** @param capacity candidates of a page; further ones are not looked at */
export function openPageScratch(capacity: number): PageScratch {
  const entries = capacity + SLOTS_REMEMBERED;
  return {
    capacity,
    window: new PageWindow(entries),
    spectrum: openSpectrum(capacity, 10),
    rows: new DenseKeys(entries),
    order: new Uint32Array(capacity),
    worth: new Float64Array(capacity),
    isGone: new Uint8Array(capacity),
    isRead: new Uint8Array(capacity),
    isLoaded: new Uint8Array(capacity),
    plan: new Uint8Array(MOST_SLOTS),
  };
}

/**
 * Fills a page slot by slot. A planned slot takes a first-pool pick or a paid note that breaks no limit, a slot due to a search
 * takes an answer to it. Every other slot, and those when nothing fits, takes the candidate that breaks no limit and has the
 * largest `score + variety × range of the best scores × distance` (`SlidingSpectrum`). Only when there is none, limits give way
 * from the front of `pageConstraints`, no further than needed, for that slot alone, and the page says so.
 *
 * - Author, topic and near-duplicates: over the last slots of this walk, across pages.
 * - First-pool slots stand outside the shares of foreign notes and newcomers; so does what the viewer asked for by name: notes
 *   by authors they follow and answers to their search.
 * - Slots due to a search stand outside the topic share too, or one topic could not fill 30 % of a page; runs stay short.
 * - A topic set to "more" may take twice the usual part.
 * - First-pool picks and paid notes may also win an ordinary slot by their score; it is then `ranked` like any other.
 *
 * Readers may call this while a writer changes the columns: a row outside them is left out, a damaged score counts as the least.
 */
export function composePage(scratch: PageScratch, notes: PageNotes, input: PageInput): ComposedPage {
  const making = begin(scratch, notes, input);
  const page: ComposedPage = { slots: [], relaxed: [] };
  for (let slot = 0; slot < making.size; slot += 1) {
    const filled = fillSlot(making, slot);
    if (!filled) break;
    page.slots.push(filled);
    if (making.brokenLast > 0) page.relaxed.push({ slot, constraints: constraintsIn(making.brokenLast) });
  }
  return page;
}

/** A page being made. */
interface Making {
  readonly scratch: PageScratch;
  readonly notes: PageNotes;
  readonly input: PageInput;
  readonly count: number;
  readonly size: number;
  /** Worth of a distance of 1, on the scale of the scores. */
  readonly variety: number;
  readonly openSlots: number;
  readonly searchesWanted: number;
  openPassed: number;
  searchesPlaced: number;
  /** Limits that the last slot broke. */
  brokenLast: number;
}

const FIRST_POOL = 1;
const PROMOTED = 2;

function begin(scratch: PageScratch, notes: PageNotes, input: PageInput): Making {
  const count = Math.min(input.candidates.count, scratch.capacity);
  const size = Math.max(0, Math.min(MOST_SLOTS, Math.floor(input.size)));
  replay(scratch, notes, input);
  loadCandidates(scratch, notes, input, count);
  orderByScore(scratch, input, count);
  const planned = plan(scratch, input, count, size);
  const searches = Math.ceil(input.searchShare * size - ROUNDING) || 0;
  return {
    scratch,
    notes,
    input,
    count,
    size,
    variety: (Math.max(0, input.policy.variety) || 0) * rangeOfBest(scratch, count),
    openSlots: size - planned,
    searchesWanted: Math.min(searches, flagged(scratch, input, count, candidateFlags.search)),
    openPassed: 0,
    searchesPlaced: 0,
    brokenLast: 0,
  };
}

// 0.3 × 20 is a little more than 6 in binary, 0.15 × 20 a little less than 3.
const ROUNDING = 1e-9;

/** Lives the last slots of the walk once more: the whole state that pages carry on. */
function replay(
  scratch: PageScratch,
  notes: PageNotes,
  { before, policy, foreignShare, newcomerShare }: PageInput,
): void {
  const { window, rows, capacity } = scratch;
  const length = Math.max(1, Math.min(LONGEST_WINDOW, Math.floor(policy.window) || 1));
  if (scratch.spectrum.window !== length) scratch.spectrum = openSpectrum(capacity, length);
  scratch.spectrum.clear();
  window.clear(policy, { foreignShare, newcomerShare });
  rows.clear();
  for (let index = Math.max(0, before.count - SLOTS_REMEMBERED); index < before.count; index += 1) {
    const row = before.rows[index] as number;
    if (!(row < notes.noteAuthor.length)) continue;
    const entry = capacity + rows.count;
    if (rows.keyOf(row) < entry - capacity) continue;
    const flags = before.flags[index] as number;
    window.load(entry, notes, row);
    window.take(entry, flags, (flags & candidateFlags.firstPool) !== 0);
    const item = capacity + ((entry - capacity) % length);
    scratch.spectrum.load(item, notes.noteVector, row * VECTOR_LENGTH);
    scratch.spectrum.enter(item);
  }
}

function openSpectrum(capacity: number, window: number): SlidingSpectrum {
  return new SlidingSpectrum({ capacity: capacity + window, window, dimensions: VECTOR_LENGTH });
}

function loadCandidates(scratch: PageScratch, notes: PageNotes, { candidates }: PageInput, count: number): void {
  for (let candidate = 0; candidate < count; candidate += 1) {
    const row = candidates.rows[candidate] as number;
    const known = scratch.rows.count;
    const isRepeated = scratch.rows.keyOf(row) < known;
    const isGone = isRepeated || !(row < notes.noteAuthor.length);
    scratch.isGone[candidate] = isGone ? 1 : 0;
    scratch.isRead[candidate] = 0;
    scratch.isLoaded[candidate] = 0;
  }
}

function orderByScore({ order, worth }: PageScratch, { candidates }: PageInput, count: number): void {
  let least = 0;
  for (let candidate = 0; candidate < count; candidate += 1) {
    const score = candidates.scores[candidate] as number;
    if (Number.isFinite(score) && score < least) least = score;
  }
  for (let candidate = 0; candidate < count; candidate += 1) {
    const score = candidates.scores[candidate] as number;
    worth[candidate] = Number.isFinite(score) ? score : least;
    order[candidate] = candidate;
  }
  const byScore = (one: number, other: number) => (worth[other] as number) - (worth[one] as number) || one - other;
  order.subarray(0, count).sort(byScore);
}

/** What lies between the best and the last of the candidates among which variety is weighed. */
function rangeOfBest({ order, worth }: PageScratch, count: number): number {
  const last = Math.min(count, VARIETY_DEPTH) - 1;
  const range = (worth[order[0] ?? 0] as number) - (worth[order[Math.max(0, last)] ?? 0] as number);
  return range > 0 ? range : 1;
}

/** @returns slots planned */
function plan(scratch: PageScratch, input: PageInput, count: number, size: number): number {
  const { policy, turn } = input;
  const perPage = (slots: number) => Math.floor((slots * size) / Math.max(1, policy.size) + ROUNDING) || 0;
  const picks = Math.min(perPage(input.firstPoolSlots), flagged(scratch, input, count, candidateFlags.firstPool));
  const room = Math.min(size - picks, Math.floor(policy.paidShare * size + ROUNDING) || 0);
  const paid = Math.min(room, flagged(scratch, input, count, candidateFlags.promoted));
  scratch.plan.fill(0);
  planSlots(scratch.plan, size, { count: picks, turn, mark: FIRST_POOL });
  planSlots(scratch.plan, size, { count: paid, turn, mark: PROMOTED });
  return Math.max(0, picks) + Math.max(0, paid);
}

function flagged({ isGone }: PageScratch, { candidates }: PageInput, count: number, flag: number): number {
  let found = 0;
  for (let candidate = 0; candidate < count; candidate += 1) {
    if (isGone[candidate] === 0 && ((candidates.flags[candidate] as number) & flag) !== 0) found += 1;
  }
  return found;
}

function fillSlot(making: Making, slot: number): ComposedSlot | undefined {
  const planned = making.scratch.plan[slot];
  if (planned === 0) making.openPassed += 1;
  const special =
    planned === FIRST_POOL ? takeFirstPick(making) : planned === PROMOTED ? takePaid(making) : takeSearched(making);
  return special ?? take(making, best(making, 0, 0, true), 'ranked');
}

/** The most urgent pick that fits; the shares of foreign notes and newcomers do not bind it. */
function takeFirstPick(making: Making): ComposedSlot | undefined {
  const { scratch, input, count } = making;
  for (let candidate = 0; candidate < count; candidate += 1) {
    if (scratch.isGone[candidate] === 1) continue;
    if (((input.candidates.flags[candidate] as number) & candidateFlags.firstPool) === 0) continue;
    if ((limitsOf(making, candidate) & ~OUTSIDE_FIRST_POOL) === 0) return take(making, candidate, 'first-pool');
  }
  return undefined;
}

const OUTSIDE_FIRST_POOL = broken.foreignShare | broken.newcomerShare;

function takePaid(making: Making): ComposedSlot | undefined {
  return take(making, best(making, candidateFlags.promoted, 0, false), 'promoted');
}

/** Answers are due evenly over the open slots, so that the last of them is never too late. */
function takeSearched(making: Making): ComposedSlot | undefined {
  const due = Math.floor((making.searchesWanted * making.openPassed) / Math.max(1, making.openSlots) + ROUNDING);
  if (making.searchesPlaced >= due) return undefined;
  return take(making, best(making, candidateFlags.search, broken.topicShare, false), 'search');
}

function take(making: Making, candidate: number, kind: SlotKind): ComposedSlot | undefined {
  if (candidate < 0) return undefined;
  const { scratch, input } = making;
  const flags = input.candidates.flags[candidate] as number;
  if (kind !== 'ranked') making.brokenLast = 0;
  if ((flags & candidateFlags.search) !== 0) making.searchesPlaced += 1;
  scratch.isGone[candidate] = 1;
  scratch.window.take(candidate, flags, kind === 'first-pool');
  loadVector(making, candidate);
  scratch.spectrum.enter(candidate);
  return { candidate, row: input.candidates.rows[candidate] as number, kind };
}

/**
 * The candidate of the largest gain among those that break least.
 *
 * @param flag bit that a candidate must have, 0 for all
 * @param ignored limits that do not bind this slot
 * @param mayBreak whether limits may give way
 * @returns −1 when there is none
 */
function best(making: Making, flag: number, ignored: number, mayBreak: boolean): number {
  const chosen = bestThatBreaks(making, flag, ignored, 0);
  if (chosen >= 0 || !mayBreak) return chosen;
  const least = leastLimits(making, flag, ignored);
  return least === GONE ? -1 : bestThatBreaks(making, flag, ignored, least);
}

/** Among those that break just these limits: candidates are looked at from the best down, until nobody can win any more. */
function bestThatBreaks(making: Making, flag: number, ignored: number, limits: number): number {
  const { order, worth, spectrum } = making.scratch;
  const { count, variety } = making;
  let [chosen, most, weighed] = [-1, Number.NEGATIVE_INFINITY, 0];
  for (let index = 0; index < count && weighed < VARIETY_DEPTH; index += 1) {
    const candidate = order[index] as number;
    const own = worth[candidate] as number;
    // No distance is above 1: nobody further down can still win.
    if (own + variety <= most) break;
    if (limitsFor(making, candidate, flag, ignored) !== limits) continue;
    weighed += 1;
    if (variety > 0) loadVector(making, candidate);
    const gain = variety > 0 ? own + variety * spectrum.distance(candidate) : own;
    if (gain > most) [chosen, most] = [candidate, gain];
  }
  making.brokenLast = limits;
  return chosen;
}

/** The least that any candidate would break, as a number: see `pageConstraints`. */
function leastLimits(making: Making, flag: number, ignored: number): number {
  let least = GONE;
  for (let candidate = 0; candidate < making.count; candidate += 1) {
    least = Math.min(least, limitsFor(making, candidate, flag, ignored));
  }
  return least;
}

/** What a candidate would break in the next slot; `GONE` for one that is not to be had. */
function limitsFor(making: Making, candidate: number, flag: number, ignored: number): number {
  const own = making.input.candidates.flags[candidate] as number;
  const isOut = making.scratch.isGone[candidate] === 1 || (flag !== 0 && (own & flag) === 0);
  return isOut ? GONE : limitsOf(making, candidate) & ~ignored;
}

function limitsOf({ scratch, notes, input }: Making, candidate: number): number {
  if (scratch.isRead[candidate] === 0) {
    scratch.window.load(candidate, notes, input.candidates.rows[candidate] as number);
    scratch.isRead[candidate] = 1;
  }
  return scratch.window.brokenBy(candidate, input.candidates.flags[candidate] as number);
}

function loadVector({ scratch, notes, input }: Making, candidate: number): void {
  if (scratch.isLoaded[candidate] === 1) return;
  const row = input.candidates.rows[candidate] as number;
  scratch.spectrum.load(candidate, notes.noteVector, row * VECTOR_LENGTH);
  scratch.isLoaded[candidate] = 1;
}
