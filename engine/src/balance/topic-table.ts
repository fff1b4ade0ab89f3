import type { Columns } from '../memory/columns.ts';
import { type balanceColumns, FLOW_PARTS, SAMPLES, TOPIC_SLOTS } from './balance-columns.ts';

export type BalanceColumns = Columns<typeof balanceColumns>;

const PROBES = 8;
// Mean lifetime of what counts as now: long enough for the day's rhythm to level out, short enough for a few reactions a day.
const NATIVE_LIFETIME = 6 * 3_600;
// Knuth's multiplicative hashing: rows of topics are small numbers in a row.
const GOLDEN = 0x9e37_79b1;

/** Slot of a topic, or −1. @param topic row plus one */
export function topicSlot({ balanceTopic }: BalanceColumns, topic: number): number {
  for (let probe = 0; probe < PROBES; probe += 1) {
    const slot = slotAt(topic, probe);
    if (balanceTopic[slot] === topic) return slot;
  }
  return -1;
}

/**
 * Slot of a topic that something happened with now; the one in its window that was used longest ago makes room. What natives published
 * and were seen with fades up to now.
 */
export function topicSlotToUse(columns: BalanceColumns, topic: number, now: number): number {
  const { balanceTopic, balanceTopicAt } = columns;
  let slot = topicSlot(columns, topic);
  if (slot < 0) {
    slot = slotAt(topic, 0);
    for (let probe = 1; probe < PROBES; probe += 1) {
      const other = slotAt(topic, probe);
      if ((balanceTopicAt[other] as number) < (balanceTopicAt[slot] as number)) slot = other;
    }
    clear(columns, slot);
    balanceTopic[slot] = topic;
  }
  fade(columns, slot, now);
  return slot;
}

/** Part of a topic's native sums that is left now. */
export function nativeLeft({ balanceTopicAt }: BalanceColumns, slot: number, now: number): number {
  return Math.exp(-Math.max(0, now - (balanceTopicAt[slot] as number)) / NATIVE_LIFETIME);
}

function fade(columns: BalanceColumns, slot: number, now: number): void {
  const { balanceTopicShown, balanceTopicNotes, balanceTopicAt } = columns;
  const left = nativeLeft(columns, slot, now);
  balanceTopicShown[slot] = (balanceTopicShown[slot] as number) * left;
  balanceTopicNotes[slot] = (balanceTopicNotes[slot] as number) * left;
  balanceTopicAt[slot] = now;
}

function slotAt(topic: number, probe: number): number {
  return ((Math.imul(topic, GOLDEN) >>> 20) + probe) % TOPIC_SLOTS;
}

function clear(columns: BalanceColumns, slot: number): void {
  const { balanceTopicShown, balanceTopicNotes, balanceTopicMedian, balanceTopicDay, balanceTopicHeld } = columns;
  const { balanceTopicSampledAt, balanceTopicSampleCount, balanceTopicFlowPart } = columns;
  for (const column of [balanceTopicShown, balanceTopicNotes, balanceTopicMedian, balanceTopicDay, balanceTopicHeld]) {
    column[slot] = 0;
  }
  for (const column of [balanceTopicSampledAt, balanceTopicSampleCount, balanceTopicFlowPart]) column[slot] = 0;
  columns.balanceTopicSamples.fill(0, slot * SAMPLES, (slot + 1) * SAMPLES);
  columns.balanceTopicFlow.fill(0, slot * FLOW_PARTS, (slot + 1) * FLOW_PARTS);
}
