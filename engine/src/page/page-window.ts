import { OVERFLOW_ROW } from '../notes/counted-names.ts';
import { TOPICS_PER_NOTE } from '../notes/note-columns.ts';
import type { TrafficPolicy } from '../traffic/policy.ts';
import { candidateFlags, type PageNotes, pageConstraints } from './composition.ts';
import { DenseKeys } from './dense-keys.ts';

/** Notes shown before that count: three pages of 20, as far as a search reaches (docs: engine, "At once"). */
export const SLOTS_REMEMBERED = 60;

/** Slots of one page, at most. */
export const MOST_SLOTS = 100;

/** Bit i is `pageConstraints[i]`: the larger the number, the later it gives way. */
export const broken = {
  topicRun: 1,
  topicShare: 2,
  authorGap: 4,
  authorShare: 8,
  newcomerShare: 16,
  foreignShare: 32,
  nearDuplicate: 64,
} as const;

export function constraintsIn(bits: number) {
  return pageConstraints.filter((_, bit) => (bits & (1 << bit)) !== 0);
}

// A topic the viewer asked for by name may take twice the usual part: 8 of 20, still less than half of a page.
const WISHED_TOPIC_FACTOR = 2;

// A share holds in every five neighbouring slots too, about the first screen of a phone, or that screen could take it all.
const SCREEN = 5;

const OUTSIDE_SHARES = candidateFlags.followed | candidateFlags.search;

export interface PageShares {
  foreignShare: number;
  newcomerShare: number;
}

/**
 * What the last slots hold, across pages: which limits a note would break in the next slot. Entries are the candidates of a page
 * and the notes shown before it. About 100 bytes an entry.
 */
export class PageWindow {
  readonly #authors: DenseKeys;
  readonly #topics: DenseKeys;
  readonly #groups: DenseKeys;
  /** Key of the author plus one; 0 for an author who found no row and is nobody's like. */
  readonly #author: Uint32Array;
  readonly #topic: Uint32Array;
  readonly #topicsOf: Uint8Array;
  /** Key of the near-duplicates plus one; 0 for none. */
  readonly #group: Uint32Array;
  readonly #authorCounts: Uint8Array;
  readonly #authorLast: Int16Array;
  readonly #topicCounts: Uint8Array;
  readonly #topicLast: Int16Array;
  readonly #topicRuns: Uint8Array;
  readonly #groupLast: Int16Array;
  readonly #history = new Uint32Array(SLOTS_REMEMBERED + MOST_SLOTS);
  readonly #foreign = new Uint8Array(SLOTS_REMEMBERED + MOST_SLOTS);
  readonly #newcomers = new Uint8Array(SLOTS_REMEMBERED + MOST_SLOTS);
  #slot = 0;
  #policy: TrafficPolicy['page'] | undefined;
  #length = 1;
  #foreignBlocked = false;
  #newcomersBlocked = false;
  #shares: PageShares = { foreignShare: 1, newcomerShare: 1 };

  /** @param capacity entries at most */
  constructor(capacity: number) {
    this.#authors = new DenseKeys(capacity);
    this.#topics = new DenseKeys(capacity * TOPICS_PER_NOTE);
    this.#groups = new DenseKeys(capacity);
    this.#author = new Uint32Array(capacity);
    this.#topic = new Uint32Array(capacity * TOPICS_PER_NOTE);
    this.#topicsOf = new Uint8Array(capacity);
    this.#group = new Uint32Array(capacity);
    this.#authorCounts = new Uint8Array(capacity);
    this.#authorLast = new Int16Array(capacity);
    this.#topicCounts = new Uint8Array(capacity * TOPICS_PER_NOTE);
    this.#topicLast = new Int16Array(capacity * TOPICS_PER_NOTE);
    this.#topicRuns = new Uint8Array(capacity * TOPICS_PER_NOTE);
    this.#groupLast = new Int16Array(capacity);
  }

  clear(policy: TrafficPolicy['page'], shares: PageShares): void {
    this.#authors.clear();
    this.#topics.clear();
    this.#groups.clear();
    this.#slot = 0;
    this.#policy = policy;
    this.#shares = shares;
    this.#length = Math.max(1, Math.min(SLOTS_REMEMBERED, Math.floor(policy.size) || 1));
    this.#lookAtShares();
  }

  /** Reads what counts of a note; a row outside the columns has no author and no topics. */
  load(entry: number, notes: PageNotes, row: number): void {
    const author = notes.noteAuthor[row] ?? OVERFLOW_ROW;
    const isKnown = author !== OVERFLOW_ROW;
    this.#author[entry] = isKnown ? 1 + this.#fresh(this.#authors, author, this.#authorCounts, this.#authorLast) : 0;
    this.#loadTopics(entry, notes, row);
    const group = notes.noteDuplicate[row] ?? 0;
    this.#group[entry] = group === 0 ? 0 : 1 + this.#fresh(this.#groups, group, undefined, this.#groupLast);
  }

  /** Bits of `broken` for an entry in the next slot. */
  brokenBy(entry: number, flags: number): number {
    const policy = this.#policy;
    if (!policy) return 0;
    let bits = this.#brokenTopics(entry, flags, policy) | this.#brokenAuthor(entry, policy);
    if ((flags & OUTSIDE_SHARES) === 0) {
      if (this.#newcomersBlocked && (flags & candidateFlags.newcomer) !== 0) bits |= broken.newcomerShare;
      if (this.#foreignBlocked && (flags & candidateFlags.foreign) !== 0) bits |= broken.foreignShare;
    }
    const group = this.#group[entry] as number;
    if (group === 0) return bits;
    const shown = this.#groupLast[group - 1] as number;
    return shown >= 0 && this.#slot - shown < SLOTS_REMEMBERED ? bits | broken.nearDuplicate : bits;
  }

  /** An entry takes the next slot; one outside the shares does not count as foreign or by a newcomer. */
  take(entry: number, flags: number, isOutside: boolean): void {
    const slot = this.#slot;
    const counts = !isOutside && (flags & OUTSIDE_SHARES) === 0;
    this.#history[slot] = entry;
    this.#foreign[slot] = counts && (flags & candidateFlags.foreign) !== 0 ? 1 : 0;
    this.#newcomers[slot] = counts && (flags & candidateFlags.newcomer) !== 0 ? 1 : 0;
    this.#count(entry, 1);
    this.#remember(entry);
    this.#slot += 1;
    // The window holds one slot less than its length: the slot to fill is the last of it.
    if (this.#slot >= this.#length) this.#count(this.#history[this.#slot - this.#length] as number, -1);
    this.#lookAtShares();
  }

  #fresh(keys: DenseKeys, value: number, counts: Uint8Array | undefined, last: Int16Array): number {
    const known = keys.count;
    const key = keys.keyOf(value);
    if (key < known) return key;
    if (counts) counts[key] = 0;
    last[key] = -1;
    return key;
  }

  #loadTopics(entry: number, notes: PageNotes, row: number): void {
    const start = entry * TOPICS_PER_NOTE;
    let count = 0;
    for (let index = 0; index < TOPICS_PER_NOTE; index += 1) {
      const topic = notes.noteTopics[row * TOPICS_PER_NOTE + index] ?? 0;
      if (topic === 0) continue;
      const key = this.#fresh(this.#topics, topic, this.#topicCounts, this.#topicLast);
      let isNew = true;
      for (let other = 0; other < count; other += 1) if (this.#topic[start + other] === key) isNew = false;
      if (isNew) this.#topic[start + count] = key;
      if (isNew) count += 1;
    }
    this.#topicsOf[entry] = count;
  }

  #brokenAuthor(entry: number, policy: TrafficPolicy['page']): number {
    const author = this.#author[entry] as number;
    if (author === 0) return 0;
    const last = this.#authorLast[author - 1] as number;
    const isNear = last >= 0 && this.#slot - last <= policy.authorGap;
    const isOften = (this.#authorCounts[author - 1] as number) >= policy.authorPerPage;
    return (isNear ? broken.authorGap : 0) | (isOften ? broken.authorShare : 0);
  }

  #brokenTopics(entry: number, flags: number, policy: TrafficPolicy['page']): number {
    const isWished = (flags & candidateFlags.wished) !== 0;
    const most = isWished ? policy.topicPerPage * WISHED_TOPIC_FACTOR : policy.topicPerPage;
    const start = entry * TOPICS_PER_NOTE;
    const end = start + (this.#topicsOf[entry] as number);
    let bits = 0;
    for (let index = start; index < end; index += 1) {
      const topic = this.#topic[index] as number;
      if ((this.#topicCounts[topic] as number) >= most) bits |= broken.topicShare;
      const isRunning = this.#topicLast[topic] === this.#slot - 1 && this.#slot > 0;
      if (isRunning && (this.#topicRuns[topic] as number) >= policy.topicRun) bits |= broken.topicRun;
    }
    return bits;
  }

  #count(entry: number, by: number): void {
    const author = this.#author[entry] as number;
    if (author > 0) this.#authorCounts[author - 1] = (this.#authorCounts[author - 1] as number) + by;
    const start = entry * TOPICS_PER_NOTE;
    const end = start + (this.#topicsOf[entry] as number);
    for (let index = start; index < end; index += 1) {
      const topic = this.#topic[index] as number;
      this.#topicCounts[topic] = (this.#topicCounts[topic] as number) + by;
    }
  }

  #remember(entry: number): void {
    const slot = this.#slot;
    const author = this.#author[entry] as number;
    if (author > 0) this.#authorLast[author - 1] = slot;
    const group = this.#group[entry] as number;
    if (group > 0) this.#groupLast[group - 1] = slot;
    const start = entry * TOPICS_PER_NOTE;
    const end = start + (this.#topicsOf[entry] as number);
    for (let index = start; index < end; index += 1) {
      const topic = this.#topic[index] as number;
      const isRunning = slot > 0 && this.#topicLast[topic] === slot - 1;
      this.#topicRuns[topic] = isRunning ? (this.#topicRuns[topic] as number) + 1 : 1;
      this.#topicLast[topic] = slot;
    }
  }

  #lookAtShares(): void {
    this.#foreignBlocked = this.#isFull(this.#foreign, this.#shares.foreignShare);
    this.#newcomersBlocked = this.#isFull(this.#newcomers, this.#shares.newcomerShare);
  }

  /** Whether one more would pass the share of the window, or of the last screen. */
  #isFull(marks: Uint8Array, share: number): boolean {
    if (share >= 1) return false;
    const inWindow = this.#marked(marks, this.#length);
    const onScreen = this.#marked(marks, SCREEN);
    return inWindow >= Math.floor(share * this.#length + ROUNDING) || onScreen >= Math.ceil(share * SCREEN - ROUNDING);
  }

  #marked(marks: Uint8Array, slots: number): number {
    let count = 0;
    for (let slot = Math.max(0, this.#slot - slots + 1); slot < this.#slot; slot += 1) count += marks[slot] as number;
    return count;
  }
}

// 0.15 × 20 is a little less than 3 in binary.
const ROUNDING = 1e-9;
