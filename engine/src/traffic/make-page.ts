import { createCandidateList, sourceBits } from '../candidates/candidate-list.ts';
import { createRankedChooser, MOST_RANKED } from '../candidates/choose-ranked.ts';
import { createGatherer } from '../candidates/gather.ts';
import { createLightScores } from '../candidates/light-scores.ts';
import { createViewer, createViewing } from '../candidates/viewing.ts';
import { hash32 } from '../hash.ts';
import { composePage, openPageScratch } from '../page/compose-page.ts';
import type { ComposedPage, SlotKind } from '../page/composition.ts';
import { createAcceptance } from './acceptance.ts';
import type { EngineParts } from './engine-parts.ts';
import type { TrafficKind } from './facts.ts';
import { createFirstPoolPicker } from './first-pool-picks.ts';
import type { EnginePage, PageRequest, PageSlot } from './page.ts';
import { createPageInput } from './page-input.ts';
import { createCandidateScorer, createScoredPage, MOST_SCORED } from './score-candidates.ts';
import { createSlotReasons } from './slot-reasons.ts';
import { createWishes } from './wishes.ts';

/** Makes pages on one thread: candidates, scores, first-pool picks, slots, reasons. Reads shared state, writes only tickets. */
export function createPageMaker(parts: EngineParts): (request: PageRequest) => EnginePage {
  const { store, members, pools, balance, promotions, policy, kernel } = parts;
  const viewing = createViewing(store.columns.authorHash.length);
  const look = createViewer(store, members);
  const list = createCandidateList(store.capacity);
  const gather = createGatherer(parts);
  const lights = createLightScores(kernel, members, parts.columns.noteHeat);
  const wishes = createWishes(store, members);
  const acceptance = createAcceptance(viewing, list, { store, members, pools, balance, wishes });
  const choose = createRankedChooser();
  const ranked = { places: new Uint16Array(MOST_RANKED), count: 0 };
  const score = createCandidateScorer({ ...parts, lights, wishes });
  const scored = createScoredPage();
  /** Rows that are scored whatever the light score says: paid for, or waiting for a first audience. */
  const special: number[] = [];
  const firstPool = createFirstPoolPicker(parts, viewing, acceptance);
  const inputs = createPageInput(parts, viewing, list, lights, wishes);
  const scratch = openPageScratch(MOST_SCORED);
  const reasonsFor = createSlotReasons({ ...parts, wishes });

  function addPromoted(row: number): void {
    if (!acceptance.mayStand(row)) return;
    list.add(row, sourceBits.promotion);
    special.push(row);
  }

  function gatherAll(request: PageRequest, size: number): void {
    list.clear();
    special.length = 0;
    if (policy.read().page.paidShare > 0) promotions.running(viewing.seconds, addPromoted);
    firstPool.collect(request, size, list);
    special.push(...firstPool.waiting());
    // Last, since the list has an end and these are the most.
    gather(viewing, list, request.random);
  }

  /** Whose notes the viewer follows or searched for, they led here themself. */
  function trafficOf(kind: SlotKind, row: number): TrafficKind {
    if (kind === 'promoted') return 'paid';
    const isLed =
      kind === 'search' || (kind === 'ranked' && viewing.followed.has(store.columns.noteAuthor[row] as number));
    return isLed ? 'interaction' : 'free';
  }

  function rank(request: PageRequest): void {
    lights.measure(viewing, list);
    const options = {
      noteLanguage: store.columns.noteLanguage,
      languages: viewing.languages,
      accepts: acceptance.accepts,
    };
    choose(list, options, ranked);
    const nativeBoost = balance.outputs().nativeBoost;
    score(scored, list, ranked, viewing, { viewer: request.viewer, policy: policy.read(), nativeBoost, more: special });
  }

  function toSlot(page: ComposedPage, slot: number): PageSlot {
    const { candidate, row, kind } = page.slots[slot] as ComposedPage['slots'][number];
    const index = inputs.scoredIndexOf(candidate);
    const sources = list.sources[scored.places[index] as number] as number;
    const promotion = kind === 'promoted' ? inputs.promotionOf(row) : undefined;
    return {
      note: store.idOf(row),
      traffic: trafficOf(kind, row),
      reasons: reasonsFor(scored, index, kind, { list, viewing, policy: policy.read() }),
      pool: pools.level(row),
      propensity: kind === 'first-pool' ? firstPool.chanceOf(row) : atLeast(acceptance.chanceOf(row, sources)),
      score: scored.scores[index] as number,
      ...(promotion === undefined ? {} : { promotion }),
    };
  }

  return (request) => {
    parts.followPolicy();
    const size = Math.max(0, Math.min(100, Math.floor(request.size) || 0));
    look(viewing, request);
    acceptance.begin(Math.floor(request.random() * 2 ** 32));
    wishes.begin(viewing.member, viewing.seconds, policy.read().spare);
    gatherAll(request, size);
    rank(request);
    firstPool.choose(request, scored, list);
    const input = inputs.prepare(request, size, scored, firstPool);
    const page = composePage(scratch, store.columns, input);
    firstPool.giveBackUnused(page, hash32(request.viewer));
    return {
      slots: page.slots.map((_, slot) => toSlot(page, slot)),
      hasMore: input.candidates.count > page.slots.length,
      relaxed: page.relaxed,
    };
  };
}

/** A chance of nothing cannot have happened: what was drawn had at least this (8 bits of admission). */
function atLeast(chance: number): number {
  return Math.max(1 / 255, chance);
}
