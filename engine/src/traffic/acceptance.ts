import type { BalanceReader } from '../balance/balance.ts';
import { type CandidateList, sourceBits } from '../candidates/candidate-list.ts';
import type { Viewing } from '../candidates/viewing.ts';
import type { Members } from '../members/open-members.ts';
import { TOPICS_PER_NOTE } from '../notes/note-columns.ts';
import type { NoteStore } from '../notes/note-store.ts';
import type { PoolReader } from '../pools/pools.ts';
import type { Wishes } from './wishes.ts';

// The viewer's own search or following leads there: what pools and the brake hold back from strangers is not held back from them.
const ASKED_FOR = sourceBits.search | sourceBits.follow | sourceBits['wished-topic'];

/** Below what "less" makes of a score nobody is anybody's first audience. */
const UNWELCOME = 0.5;

export interface Acceptance {
  /** @param seed varies from page to page; the same note is judged alike throughout one page */
  begin(seed: number): void;
  /** Whether a row may stand on the page at all: listed, not hidden, not seen, of the page's category. */
  mayStand(row: number): boolean;
  /** Whether a waiting note may be tried on this viewer: not what they wished to see less of. */
  mayBeTried(row: number): boolean;
  /** Whether a candidate may be ranked: it may stand, and its pool and topic let it be drawn. */
  accepts(place: number): boolean;
  /** Chance with which the last page's draws let a candidate through. */
  chanceOf(row: number, sources: number): number;
}

export interface AcceptanceParts {
  store: NoteStore;
  members: Members;
  pools: Pick<PoolReader, 'admission'>;
  balance: Pick<BalanceReader, 'brakeOf'>;
  wishes: Wishes;
}

export function createAcceptance(viewing: Viewing, list: CandidateList, parts: AcceptanceParts): Acceptance {
  const { store, members, pools, balance, wishes } = parts;
  const { noteHash, noteAuthor, noteCategory, noteTopics } = store.columns;
  let pageSeed = 0;

  function mayStand(row: number): boolean {
    if (!store.isListed(row)) return false;
    const note = noteHash[row] as number;
    if (viewing.excluded.has(note) || viewing.hidden.has(noteAuthor[row] as number)) return false;
    if (viewing.category !== 0 && noteCategory[row] !== viewing.category) return false;
    return viewing.member < 0 || !(members.seen.has(viewing.member, note) || wishes.isSpared(row));
  }

  function brakeChance(row: number): number {
    let chance = 1;
    for (let at = row * TOPICS_PER_NOTE; at < (row + 1) * TOPICS_PER_NOTE; at += 1) {
      const topic = noteTopics[at] as number;
      if (topic !== 0) chance = Math.min(chance, balance.brakeOf(topic - 1));
    }
    return chance;
  }

  function chanceOf(row: number, sources: number): number {
    if ((sources & ASKED_FOR) !== 0) return 1;
    return Math.max(0, Math.min(1, pools.admission(row) * brakeChance(row)));
  }

  return {
    begin(seed) {
      pageSeed = seed | 0;
    },
    mayStand,
    mayBeTried: (row) => mayStand(row) && wishes.factorOf(row) >= UNWELCOME,
    accepts(place) {
      const row = list.rows[place] as number;
      if (!mayStand(row)) return false;
      const chance = chanceOf(row, list.sources[place] as number);
      return chance >= 1 || drawOf(row, pageSeed) < chance;
    },
    chanceOf,
  };
}

/** A number in [0, 1) for a row on a page (`fmix32` of MurmurHash3). */
function drawOf(row: number, seed: number): number {
  let mixed = Math.imul(row + 1, 0x9e3779b1) ^ seed;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
