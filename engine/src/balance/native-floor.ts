import { house, SAMPLES, TOPIC_SLOTS } from './balance-columns.ts';
import { type BalanceColumns, nativeLeft } from './topic-table.ts';

const SAMPLE_SECONDS = 6 * 3_600;
const ARMED_SECONDS = 14 * 86_400;
// A day of samples, and half a note: less is no baseline.
const LEAST_SAMPLES = 4;
const LEAST_NOTES = 0.5;
// One topic that is the fashion among natives does not hide that all others lost.
const MOST_RATIO = 2;

/** Native creators' impressions per note, topic by topic, against their own trailing median. Times in seconds. */
export interface NativeFloor {
  /** The slot was just used (`topicSlotToUse`). */
  note(slot: number): void;
  impression(slot: number): void;
  /**
   * Takes the samples that are due, and measures: 1 is as always. While the controllers are armed the baseline stands still, or a long
   * influx would become the measure of itself.
   */
  measure(isArmed: boolean, now: number): number;
}

export function openNativeFloor(columns: BalanceColumns): NativeFloor {
  const { balanceTopicShown, balanceTopicNotes, balanceTopicMedian, balanceHouse } = columns;
  const { balanceTopic, balanceTopicSampledAt, balanceTopicSampleCount, balanceTopicSamples } = columns;

  function perNote(slot: number): number {
    return (balanceTopicShown[slot] as number) / Math.max(LEAST_NOTES, balanceTopicNotes[slot] as number);
  }

  function notesNow(slot: number, now: number): number {
    return (balanceTopicNotes[slot] as number) * nativeLeft(columns, slot, now);
  }

  function sample(slot: number, isArmed: boolean, now: number): void {
    const first = balanceTopicSampledAt[slot] === 0;
    const isKnown = (balanceTopicSampleCount[slot] as number) >= LEAST_SAMPLES;
    const pause = isArmed && isKnown ? ARMED_SECONDS : SAMPLE_SECONDS;
    if (now - (balanceTopicSampledAt[slot] as number) < pause) return;
    balanceTopicSampledAt[slot] = now;
    // The first sum has not lived through a lifetime yet.
    if (first || notesNow(slot, now) < LEAST_NOTES) return;
    const count = balanceTopicSampleCount[slot] as number;
    balanceTopicSamples[slot * SAMPLES + (count % SAMPLES)] = perNote(slot);
    // Kept below 16 bits without losing its place in the ring.
    balanceTopicSampleCount[slot] = count + 1 < 2 * SAMPLES ? count + 1 : SAMPLES;
    balanceTopicMedian[slot] = medianOf(slot);
  }

  function medianOf(slot: number): number {
    const count = Math.min(SAMPLES, balanceTopicSampleCount[slot] as number);
    const sorted = balanceTopicSamples.slice(slot * SAMPLES, slot * SAMPLES + count).sort();
    return ((sorted[(count - 1) >> 1] as number) + (sorted[count >> 1] as number)) / 2;
  }

  function measure(isArmed: boolean, now: number): number {
    let notes = 0;
    let shown = 0;
    let usual = 0;
    let ratios = 0;
    for (let slot = 0; slot < TOPIC_SLOTS; slot += 1) {
      if (balanceTopic[slot] === 0) continue;
      sample(slot, isArmed, now);
      const median = balanceTopicMedian[slot] as number;
      const weight = notesNow(slot, now);
      const isKnown = (balanceTopicSampleCount[slot] as number) >= LEAST_SAMPLES && median > 0;
      if (!isKnown || weight < LEAST_NOTES) continue;
      notes += weight;
      shown += weight * perNote(slot);
      usual += weight * median;
      ratios += weight * Math.min(MOST_RATIO, perNote(slot) / median);
    }
    balanceHouse[house.nativeNow] = notes > 0 ? shown / notes : 0;
    balanceHouse[house.nativeMedian] = notes > 0 ? usual / notes : 0;
    balanceHouse[house.nativeRatio] = notes > 0 ? ratios / notes : 1;
    return balanceHouse[house.nativeRatio] as number;
  }

  return {
    note(slot) {
      balanceTopicNotes[slot] = (balanceTopicNotes[slot] as number) + 1;
    },
    impression(slot) {
      balanceTopicShown[slot] = (balanceTopicShown[slot] as number) + 1;
    },
    measure,
  };
}
