import {
  assemblePage,
  type Candidate,
  carryAfter,
  type Random,
  type RankingViewer,
  rankCandidates,
} from '@teahouse/engine';
import type { PoolEntry, PoolRanking } from './pool-ranking.ts';

export interface PageRequest {
  size: number;
  viewer: RankingViewer;
  /** Rules of this viewer and page: hidden, shown before, outside the category. */
  accepts: (entry: PoolEntry) => boolean;
  /** The notes shown last, oldest first: caps reach across pages. */
  before: readonly PoolEntry[];
  now: number;
  random: Random;
}

/** The seam between the pool and a page: another engine may take over here. */
export type RankPage = (pool: PoolRanking, request: PageRequest) => { entries: PoolEntry[]; hasMore: boolean };

// Three notes for a slot, so that caps and fit have a choice; of those waiting for an audience twice what their places take.
const choicesPerSlot = 3;
const waitingPerSlot = 0.4;
const leastChoices = 30;

// As the engine's fit: curiosity for languages the viewer does not read.
const unreadLanguage = 0.25;
const neutralLanguages: ReadonlySet<string> = new Set(['zxx', 'und', 'mul']);

/** Takes the head of the shared order and some notes without an audience, and ranks those few for this viewer. */
export const rankPage: RankPage = (pool, { size, viewer, accepts, before, now, random }) => {
  const wanted = Math.max(leastChoices, size * choicesPerSlot);
  const found = new Map<string, PoolEntry>();
  takeBest(pool.byLanguage, viewer, wanted, accepts, found);
  const hasMore = found.size > size;
  if (hasMore) sampleWaiting(pool.waitingByLanguage, viewer, Math.ceil(size * waitingPerSlot), accepts, random, found);
  const tastes = [...found.values()].map((entry) => entry.taste);
  const ranked = rankCandidates(tastes, viewer, now, random).map(({ id, score }) => slotOf(found.get(id), score));
  const { page } = assemblePage(ranked, { size, carry: carryAfter(before.map((entry) => slotOf(entry, 0))) });
  return { entries: page.map((slot) => slot.entry), hasMore };
};

type Slot = Candidate & { entry: PoolEntry };

function slotOf(entry: PoolEntry | undefined, score: number): Slot {
  if (!entry) throw new Error('ranking must not add candidates');
  return { ...entry.note, score, entry };
}

/** Merges the languages' lists, best first, the unread ones at a discount. */
function takeBest(
  lists: PoolRanking['byLanguage'],
  viewer: RankingViewer,
  wanted: number,
  accepts: (entry: PoolEntry) => boolean,
  found: Map<string, PoolEntry>,
): void {
  const heads = [...lists].map(([language, list]) => {
    const head = { list, at: -1, weight: weightOf(language, viewer), score: 0 };
    advance(head, accepts);
    return head;
  });
  while (found.size < wanted) {
    let best: (typeof heads)[number] | undefined;
    for (const head of heads) if (head.score > (best?.score ?? 0)) best = head;
    const entry = best?.list[best.at];
    if (!best || !entry) return;
    found.set(entry.note.id, entry);
    advance(best, accepts);
  }
}

function advance(
  head: { list: readonly PoolEntry[]; at: number; weight: number; score: number },
  accepts: (entry: PoolEntry) => boolean,
): void {
  for (head.at += 1; head.at < head.list.length; head.at += 1) {
    const entry = head.list[head.at];
    if (!entry || !accepts(entry)) continue;
    head.score = entry.score * head.weight;
    return;
  }
  head.score = 0;
}

/** A language's chance follows the number of its notes that wait; three draws for each wanted note, then it is enough. */
function sampleWaiting(
  lists: PoolRanking['waitingByLanguage'],
  viewer: RankingViewer,
  wanted: number,
  accepts: (entry: PoolEntry) => boolean,
  random: Random,
  found: Map<string, PoolEntry>,
): void {
  const weighted = [...lists].map(([language, list]) => ({ list, weight: list.length * weightOf(language, viewer) }));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const most = found.size + wanted;
  for (let draw = 0; draw < 3 * wanted && found.size < most; draw += 1) {
    const list = drawList(weighted, random() * total);
    const entry = list[Math.floor(random() * list.length)];
    if (entry && !found.has(entry.note.id) && accepts(entry)) found.set(entry.note.id, entry);
  }
}

function drawList(
  weighted: readonly { list: readonly PoolEntry[]; weight: number }[],
  point: number,
): readonly PoolEntry[] {
  let rest = point;
  for (const { list, weight } of weighted) {
    rest -= weight;
    if (rest < 0) return list;
  }
  return [];
}

function weightOf(language: string, viewer: RankingViewer): number {
  const isRead = viewer.languages.length === 0 || neutralLanguages.has(language) || viewer.languages.includes(language);
  return isRead ? 1 : unreadLanguage;
}
