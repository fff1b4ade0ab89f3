import { type CandidateList, sourceBits } from '../candidates/candidate-list.ts';
import { MOST_RANKED } from '../candidates/choose-ranked.ts';
import type { Viewing } from '../candidates/viewing.ts';
import type { EngineParts } from './engine-parts.ts';
import type { PageRequest } from './page.ts';
import type { TrafficPolicy } from './policy.ts';
import type { ScoredPage } from './score-candidates.ts';

/** Viewers of the last minute; 14 KB each. */
const MOST_VIEWERS = 1_000;
/** Longer than it takes to scroll on; what is new in the house waits no longer for a walk that goes on. */
const KEPT_MILLISECONDS = 60_000;
/** When less than this is left of a ranking, what comes next would be its dregs. */
const LEAST_LEFT = 0.5;
/** Why a note was a candidate of one page only. */
const OF_ONE_PAGE = sourceBits['first-pool'] | sourceBits.promotion;

/** What a viewer's pages are chosen from, kept from one page of a walk to the next. Of one thread. */
export interface KeptRankings {
  /**
   * Puts what is left of the viewer's ranking into a list and onto a scored page; false when there is none, or when what they did,
   * said or ask for now would change it.
   */
  restore(request: PageRequest, list: CandidateList): boolean;
  /** Puts the scores of the restored onto a page; the list may have grown since. */
  fill(list: CandidateList, scored: ScoredPage): void;
  keep(request: PageRequest, list: CandidateList, scored: ScoredPage): void;
}

interface Kept {
  at: number;
  /** Notes that the walk had shown, and the last of them. */
  shown: number;
  lastShown: number | undefined;
  member: number;
  version: number;
  follows: number;
  asked: string;
  policy: TrafficPolicy;
  least: number;
  count: number;
  readonly rows: Uint32Array;
  /** Hashes of the notes: a row may hold another one by now. */
  readonly notes: Uint32Array;
  readonly sources: Uint32Array;
  readonly closeness: Float32Array;
  readonly leaders: Uint32Array;
  readonly scores: Float32Array;
}

export function createKeptRankings(
  { store, members, policy }: Pick<EngineParts, 'store' | 'members' | 'policy'>,
  viewing: Viewing,
  mayStand: (row: number) => boolean,
): KeptRankings {
  const { noteHash } = store.columns;
  const byViewer = new Map<string, Kept>();
  const left = new Uint16Array(MOST_RANKED);
  let restored: Kept | undefined;
  let leftCount = 0;

  function versionOf(member: number): number {
    return member < 0 ? 0 : (members.columns.memberVersion[member] ?? 0);
  }

  function isFresh(kept: Kept, request: PageRequest): boolean {
    const age = request.now - kept.at;
    return (
      age >= 0 &&
      age < KEPT_MILLISECONDS &&
      request.shown.length > kept.shown &&
      (kept.shown === 0 || request.shown[kept.shown - 1] === kept.lastShown) &&
      kept.member === viewing.member &&
      kept.version === versionOf(viewing.member) &&
      kept.follows === viewing.followedRows.length &&
      kept.policy === policy.read() &&
      kept.asked === askedOf(request)
    );
  }

  function findLeft({ rows, notes, count }: Kept): number {
    leftCount = 0;
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] as number;
      if (noteHash[row] !== notes[index] || !mayStand(row)) continue;
      left[leftCount] = index;
      leftCount += 1;
    }
    return leftCount;
  }

  /** The place of a viewer who was away longest, when all are taken. */
  function placeFor(viewer: string): Kept {
    const own = byViewer.get(viewer);
    byViewer.delete(viewer);
    if (own) return own;
    const [oldest] = byViewer;
    if (byViewer.size < MOST_VIEWERS || !oldest) return emptyPlace(policy.read());
    byViewer.delete(oldest[0]);
    return oldest[1];
  }

  function copy(kept: Kept, list: CandidateList, scored: ScoredPage): void {
    kept.count = 0;
    for (let index = 0; index < scored.count && kept.count < MOST_RANKED; index += 1) {
      const place = scored.places[index] as number;
      const sources = (list.sources[place] as number) & ~OF_ONE_PAGE;
      if (sources === 0) continue;
      const row = scored.rows[index] as number;
      const at = kept.count;
      kept.rows[at] = row;
      kept.notes[at] = noteHash[row] as number;
      kept.sources[at] = sources;
      kept.closeness[at] = list.closeness[place] as number;
      kept.leaders[at] = list.leader[place] as number;
      kept.scores[at] = scored.scores[index] as number;
      kept.count = at + 1;
    }
  }

  return {
    restore(request, list) {
      restored = byViewer.get(request.viewer);
      if (!restored || !isFresh(restored, request)) return false;
      if (findLeft(restored) < restored.count * LEAST_LEFT) return false;
      const { rows, sources, leaders, closeness } = restored;
      for (let place = 0; place < leftCount; place += 1) {
        const index = left[place] as number;
        const row = rows[index] as number;
        list.add(row, sources[index] as number);
        const leader = leaders[index] as number;
        if (leader > 0) list.lead(row, leader - 1, closeness[index] as number);
      }
      return true;
    },
    fill(list, scored) {
      scored.indexOfPlace.fill(0, 0, list.count);
      scored.count = 0;
      if (!restored) return;
      scored.least = restored.least;
      for (let at = 0; at < leftCount; at += 1) {
        const index = left[at] as number;
        const row = restored.rows[index] as number;
        const place = list.placeOf(row);
        if (place < 0) continue;
        scored.places[scored.count] = place;
        scored.rows[scored.count] = row;
        scored.scores[scored.count] = restored.scores[index] as number;
        scored.count += 1;
        scored.indexOfPlace[place] = scored.count;
      }
    },
    keep(request, list, scored) {
      const kept = placeFor(request.viewer);
      kept.at = request.now;
      kept.shown = request.shown.length;
      kept.lastShown = request.shown.at(-1);
      kept.member = viewing.member;
      kept.version = viewing.version;
      kept.follows = viewing.followedRows.length;
      kept.asked = askedOf(request);
      kept.policy = policy.read();
      kept.least = scored.least;
      copy(kept, list, scored);
      byViewer.set(request.viewer, kept);
    },
  };
}

/** What of a request decides over candidates and is no part of what was learnt. */
function askedOf({ languages, country, category, isPersonal }: PageRequest): string {
  return `${languages.join(' ')}|${country ?? ''}|${category ?? ''}|${isPersonal}`;
}

function emptyPlace(policy: TrafficPolicy): Kept {
  return {
    ...{
      at: 0,
      shown: 0,
      lastShown: undefined,
      member: -1,
      version: 0,
      follows: 0,
      asked: '',
      policy,
      least: 0,
      count: 0,
    },
    rows: new Uint32Array(MOST_RANKED),
    notes: new Uint32Array(MOST_RANKED),
    sources: new Uint32Array(MOST_RANKED),
    closeness: new Float32Array(MOST_RANKED),
    leaders: new Uint32Array(MOST_RANKED),
    scores: new Float32Array(MOST_RANKED),
  };
}
