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
import { createKeptRankings } from './kept-rankings.ts';
import type { EnginePage, PageRequest, PageSlot } from './page.ts';
import { createPageInput } from './page-input.ts';
import { createCandidateScorer, createScoredPage, MOST_SCORED, type ScoredPage } from './score-candidates.ts';
import { createSlotReasons } from './slot-reasons.ts';
import { createWishes } from './wishes.ts';

/** Makes pages on one thread: candidates, scores, first-pool picks, slots, reasons. Reads shared state, writes only tickets. */
export function createPageMaker(
  parts: EngineParts,
  { keepsRankings = false }: { keepsRankings?: boolean } = {},
): (request: PageRequest) => EnginePage {
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
  const kept = keepsRankings ? createKeptRankings(parts, viewing, acceptance.mayStand) : undefined;
  /** Of a page from a kept ranking: what came to it since, and then its slots. */
  const added = createScoredPage();
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

  /** @returns whether the candidates are those of the page before */
  function gatherAll(request: PageRequest, size: number): boolean {
    list.clear();
    special.length = 0;
    if (policy.read().page.paidShare > 0) promotions.running(viewing.seconds, addPromoted);
    firstPool.collect(request, size, list);
    special.push(...firstPool.waiting());
    if (kept?.restore(request, list)) return true;
    // Last, since the list has an end and these are the most.
    gather(viewing, list, request.random);
    return false;
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
    score(scored, list, ranked, viewing, { ...weighing(request), more: special });
    kept?.keep(request, list, scored);
  }

  function weighing({ viewer }: PageRequest) {
    return { viewer, policy: policy.read(), nativeBoost: balance.outputs().nativeBoost };
  }

  /** Only what was not among the kept is scored. */
  function rankAgain(request: PageRequest): void {
    kept?.fill(list, scored);
    const more = special.filter((row) => scored.indexOfPlace[list.placeOf(row)] === 0);
    ranked.count = 0;
    score(added, list, ranked, viewing, { ...weighing(request), more, least: scored.least });
    for (let index = 0; index < added.count && scored.count < MOST_SCORED; index += 1) {
      const place = added.places[index] as number;
      scored.places[scored.count] = place;
      scored.rows[scored.count] = added.rows[index] as number;
      scored.scores[scored.count] = added.scores[index] as number;
      scored.count += 1;
      scored.indexOfPlace[place] = scored.count;
    }
    lights.compare(viewing, scored.rows, scored.count);
  }

  /** Reasons ask for features, of which a kept ranking has none: the slots are looked at once more, in their order. */
  function lookAtSlots(request: PageRequest, page: ComposedPage): void {
    ranked.count = page.slots.length;
    for (const [slot, { candidate }] of page.slots.entries()) {
      ranked.places[slot] = scored.places[inputs.scoredIndexOf(candidate)] as number;
    }
    score(added, list, ranked, viewing, { ...weighing(request), more: [], least: scored.least });
  }

  /** @param index of the slot's note on the page that has its features */
  function toSlot(page: ComposedPage, slot: number, scored: ScoredPage, index: number): PageSlot {
    const { row, kind } = page.slots[slot] as ComposedPage['slots'][number];
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
    const isKept = gatherAll(request, size);
    if (isKept) rankAgain(request);
    else rank(request);
    firstPool.choose(request, scored, list);
    const input = inputs.prepare(request, size, scored, firstPool);
    const page = composePage(scratch, store.columns, input);
    firstPool.giveBackUnused(page, hash32(request.viewer));
    if (isKept) lookAtSlots(request, page);
    return {
      slots: page.slots.map(({ candidate }, slot) =>
        isKept ? toSlot(page, slot, added, slot) : toSlot(page, slot, scored, inputs.scoredIndexOf(candidate)),
      ),
      hasMore: input.candidates.count > page.slots.length,
      relaxed: page.relaxed,
    };
  };
}

/** A chance of nothing cannot have happened: what was drawn had at least this (8 bits of admission). */
function atLeast(chance: number): number {
  return Math.max(1 / 255, chance);
}
