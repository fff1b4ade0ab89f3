import { hash32 } from '../hash.ts';
import type { Candidate } from '../ranking/candidate.ts';

/** Hard limits of a page, counted over a sliding window so that page 2 knows page 1. */
export type PageCaps = {
  /** Slots the author and topic limits look at, the slot to fill included. */
  window: number;
  authorPerWindow: number;
  /** An author stays away from this many slots after a note of theirs. */
  authorGap: number;
  topicPerWindow: number;
  /** Longest run of neighbouring notes that share a topic. */
  topicRun: number;
};

// docs: engine, "The page": author ≤ 2 of 20 and not within 5; topic ≤ 4 of 20, run ≤ 2.
export const PAGE_CAPS: PageCaps = { window: 20, authorPerWindow: 2, authorGap: 5, topicPerWindow: 4, topicRun: 2 };

/** In the order in which they give way: sameness of subject first, the same content twice last. */
export const CONSTRAINTS = ['topic-run', 'topic-share', 'author-gap', 'author-share', 'near-duplicate'] as const;
export type Constraint = (typeof CONSTRAINTS)[number];

/** One slot that could only be filled by breaking the named constraints. */
export type Relaxation = { slot: number; id: string; constraints: Constraint[] };

/**
 * What the next page must know: per recent slot `[author, ...topics]`, newest last, and recent near-duplicate groups,
 * all as 32-bit hashes. Plain JSON, at most 19 × 11 + 60 numbers with the default caps. A hash collision (one in four
 * thousand million a pair) only moves a note to a later slot.
 */
export type PageCarry = { recent: number[][]; groups: number[] };

export const EMPTY_CARRY: PageCarry = { recent: [], groups: [] };

// Three pages of 20: as far as a search intent reaches (docs: engine, "At once").
const GROUPS_REMEMBERED = 60;

// Keeps carry and work bounded whatever a client sends; more topics than this say nothing about a note.
const TOPICS_COUNTED = 10;

/**
 * Fills a page from the top of a ranking under hard caps. Each slot takes the best candidate that breaks nothing; only
 * when none is left, constraints give way from the front of `CONSTRAINTS`, no further than needed, for that slot alone.
 *
 * @param ranked best first; a repeated id counts once. Notes of earlier pages must have been removed by the caller
 * @param options.size slots to fill; the page is shorter only when candidates run out
 * @param options.carry state of the page before, `EMPTY_CARRY` for the first
 * @param options.caps limits that differ from `PAGE_CAPS`
 * @returns the page, the state for the next page, and every relaxation in slot order
 */
export function assemblePage<Item extends Candidate>(
  ranked: readonly Item[],
  options: { size: number; carry?: PageCarry; caps?: Partial<PageCaps> },
): { page: Item[]; carry: PageCarry; relaxed: Relaxation[] } {
  const caps = { ...PAGE_CAPS, ...options.caps };
  const state: PageCarry = {
    recent: (options.carry?.recent ?? []).slice(-(caps.window - 1)),
    groups: [...(options.carry?.groups ?? [])],
  };
  const { slots, table } = toSlots(ranked);
  const page: Item[] = [];
  const relaxed: Relaxation[] = [];
  while (page.length < options.size) {
    const chosen = chooseNext(slots, blockKeys(state, caps, table));
    if (!chosen) break;
    const { slot, broken } = chosen;
    if (broken > 0) relaxed.push({ slot: page.length, id: slot.item.id, constraints: constraintsOf(broken) });
    page.push(slot.item);
    remember(state, slot, caps, table);
  }
  return { page, carry: { ...state, groups: state.groups.slice(-GROUPS_REMEMBERED) }, relaxed };
}

/**
 * What a page leaves behind for the next one, when only its notes are known and not the state it was assembled with.
 *
 * @param shown oldest first; a repeated id counts once
 * @param caps limits that differ from `PAGE_CAPS`
 */
export function carryAfter(shown: readonly Candidate[], caps: Partial<PageCaps> = {}): PageCarry {
  const { slots, table } = toSlots(shown);
  const state: PageCarry = { recent: [], groups: [] };
  for (const slot of slots) remember(state, slot, { ...PAGE_CAPS, ...caps }, table);
  return { ...state, groups: state.groups.slice(-GROUPS_REMEMBERED) };
}

/** `keys`: the author's, then the topics'. */
type Slot<Item> = { item: Item; keys: readonly number[]; group: number | undefined; taken: boolean };

/** Authors, topics and groups of this page as small integers, and the hashes by which the carry knows them. */
type KeyTable = { keyOfHash: Map<number, number>; hashes: number[] };

/** Bit i is `CONSTRAINTS[i]`: the larger the number, the later the constraint gives way. */
const BIT = Object.fromEntries(CONSTRAINTS.map((constraint, bit) => [constraint, 1 << bit])) as Record<
  Constraint,
  number
>;

// Authors, topics and groups hash apart, so that equal ids of different kinds are different keys.
const SEED = { author: 1, topic: 2, group: 3 } as const;

/** For every author, topic and group: which constraints a note of theirs would break in the next slot. */
function blockKeys(state: PageCarry, caps: PageCaps, { keyOfHash, hashes }: KeyTable): Uint8Array {
  const blocked = new Uint8Array(hashes.length);
  const counts = new Uint8Array(hashes.length);
  const block = (hash: number, constraint: Constraint) => {
    const key = keyOfHash.get(hash);
    if (key !== undefined) blocked[key] = (blocked[key] ?? 0) | BIT[constraint];
  };
  const count = (hash: number) => {
    const key = keyOfHash.get(hash);
    if (key === undefined) return 0;
    counts[key] = (counts[key] ?? 0) + 1;
    return counts[key];
  };
  for (const [index, [author = 0, ...topics]] of state.recent.entries()) {
    if (count(author) >= caps.authorPerWindow) block(author, 'author-share');
    if (index >= state.recent.length - caps.authorGap) block(author, 'author-gap');
    for (const topic of topics) if (count(topic) >= caps.topicPerWindow) block(topic, 'topic-share');
  }
  for (const topic of runningTopics(state.recent, caps.topicRun)) block(topic, 'topic-run');
  for (const group of state.groups) block(group, 'near-duplicate');
  return blocked;
}

/** Topics that all of the last `run` slots share. */
function runningTopics(recent: readonly number[][], run: number): number[] {
  if (recent.length < run) return [];
  const [first = [], ...others] = recent.slice(-run).map(([, ...topics]) => topics);
  return first.filter((topic) => others.every((topics) => topics.includes(topic)));
}

function chooseNext<Item>(slots: readonly Slot<Item>[], blocked: Uint8Array) {
  let best: { slot: Slot<Item>; broken: number } | undefined;
  for (const slot of slots) {
    if (slot.taken) continue;
    let broken = slot.group === undefined ? 0 : (blocked[slot.group] ?? 0);
    for (const key of slot.keys) broken |= blocked[key] ?? 0;
    if (broken === 0) return { slot, broken };
    // Compared by the last constraint that must give way; among equals the ranking decides.
    if (!best || Math.clz32(broken) > Math.clz32(best.broken)) best = { slot, broken };
  }
  return best;
}

/** The window holds one slot less than its length: the slot to fill is the last of it. */
function remember<Item>(state: PageCarry, slot: Slot<Item>, caps: PageCaps, { hashes }: KeyTable): void {
  slot.taken = true;
  state.recent.push(slot.keys.map((key) => hashes[key] ?? 0));
  if (state.recent.length >= caps.window) state.recent.shift();
  const group = slot.group === undefined ? undefined : hashes[slot.group];
  if (group !== undefined && !state.groups.includes(group)) state.groups.push(group);
}

function toSlots<Item extends Candidate>(ranked: readonly Item[]): { slots: Slot<Item>[]; table: KeyTable } {
  const table: KeyTable = { keyOfHash: new Map(), hashes: [] };
  const authorKey = keyOnce(table, SEED.author);
  const topicKey = keyOnce(table, SEED.topic);
  const groupKey = keyOnce(table, SEED.group);
  const slots: Slot<Item>[] = [];
  const ids = new Set<string>();
  for (const item of ranked) {
    if (ids.has(item.id)) continue;
    ids.add(item.id);
    const keys = [authorKey(item.authorId)];
    for (const topicId of item.topicIds.slice(0, TOPICS_COUNTED)) {
      const key = topicKey(topicId);
      if (!keys.includes(key)) keys.push(key);
    }
    const group = item.duplicateGroup === undefined ? undefined : groupKey(item.duplicateGroup);
    slots.push({ item, keys, group, taken: false });
  }
  return { slots, table };
}

/** Many candidates share authors and topics; each id is hashed once a page. */
function keyOnce(table: KeyTable, seed: number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const hash = hash32(text, seed);
    const key = table.keyOfHash.get(hash) ?? table.hashes.push(hash) - 1;
    table.keyOfHash.set(hash, key);
    known.set(text, key);
    return key;
  };
}

function constraintsOf(broken: number): Constraint[] {
  return CONSTRAINTS.filter((constraint) => (broken & BIT[constraint]) !== 0);
}
