import type { TrafficPolicy } from '../traffic/policy.ts';
import { DEADLINE_SLOTS, house, SLOT_SECONDS, slotAt } from './pool-columns.ts';

const DAY = 86_400;
// Mean lifetime of an impression in the count that paces pages; a day in the count that promises are made from.
const PACE = 900;
// The promise is kept early where there is room (engine "Targets": half of the notes within 4 hours).
const WISHED_SECONDS = 4 * 3_600;
// Research §4.4: want = 1.15 × deficit rate / page rate.
const HASTE = 1.15;
// Before that many seconds of experience nothing is known of a day: the house promises in full.
const LEAST_EXPERIENCE = 3_600;

/** Counts an impression or a note into the forecasts. @param now seconds since the epoch */
export function countForForecast(numbers: Float64Array, what: 'impression' | 'note', now: number): void {
  if (numbers[house.startedAt] === 0) {
    numbers[house.startedAt] = now;
    numbers[house.countedAt] = now;
    numbers[house.pacedAt] = now;
  }
  const kept = decay(numbers, house.countedAt, now, DAY);
  numbers[house.impressionsOfDay] =
    (numbers[house.impressionsOfDay] as number) * kept + (what === 'impression' ? 1 : 0);
  numbers[house.notesOfDay] = (numbers[house.notesOfDay] as number) * kept + (what === 'note' ? 1 : 0);
  const paced = decay(numbers, house.pacedAt, now, PACE);
  numbers[house.impressionsOfPace] =
    (numbers[house.impressionsOfPace] as number) * paced + (what === 'impression' ? 1 : 0);
}

/** Factor since the time in `at`, which becomes now. */
export function decay(numbers: Float64Array, at: number, now: number, lifetime: number): number {
  const before = numbers[at] as number;
  numbers[at] = Math.max(before, now);
  return Math.exp(-Math.max(0, now - before) / lifetime);
}

/**
 * Counts per lifetime: a decayed sum is the mean of as many events, less what a young house has not lived through yet.
 */
function perLifetime(numbers: Float64Array, sum: number, at: number, now: number, lifetime: number): number {
  const since = Math.max(0, now - (numbers[at] as number));
  const lived = 1 - Math.exp(-Math.max(1, now - (numbers[house.startedAt] as number)) / lifetime);
  return ((numbers[sum] as number) * Math.exp(-since / lifetime)) / lived;
}

export interface DayForecast {
  impressions: number;
  notes: number;
}

/** Impressions and promised notes that a day brings. */
export function forecastDay(numbers: Float64Array, now: number): DayForecast {
  return {
    impressions: perLifetime(numbers, house.impressionsOfDay, house.countedAt, now, DAY),
    notes: perLifetime(numbers, house.notesOfDay, house.countedAt, now, DAY),
  };
}

/** Impressions that a promised note gets: what the policy sets aside, shared by the notes of a day. */
export function quotaNow({ firstPool }: TrafficPolicy, numbers: Float64Array, now: number): number {
  const { leastQuota, mostQuota, share } = firstPool;
  const startedAt = numbers[house.startedAt] as number;
  if (startedAt === 0 || now - startedAt < LEAST_EXPERIENCE) return mostQuota;
  const day = forecastDay(numbers, now);
  const affordable = Math.floor((share * day.impressions) / Math.max(1, day.notes));
  return Math.min(mostQuota, Math.max(leastQuota, affordable));
}

/**
 * Slots that first pools want on a page, as a fraction: impressions owed per second against impressions made per second.
 *
 * @param owed impressions owed by deadline slot (`poolSlotOwed`)
 */
export function wantedSlots(owed: Int32Array, numbers: Float64Array, size: number, now: number): number {
  const deficit = deficitRate(owed, now);
  if (deficit === 0) return 0;
  const pace = perLifetime(numbers, house.impressionsOfPace, house.pacedAt, now, PACE) / PACE;
  // Without any impression yet every page is needed.
  return pace > 0 ? Math.min(size, (HASTE * deficit * size) / pace) : size;
}

function deficitRate(owed: Int32Array, now: number): number {
  const first = slotAt(now);
  let rate = 0;
  for (let ahead = 0; ahead < DEADLINE_SLOTS; ahead += 1) {
    const impressions = owed[(first + ahead) % DEADLINE_SLOTS] as number;
    // Half of the present slot is left on average.
    if (impressions > 0) rate += impressions / Math.min(WISHED_SECONDS, (ahead + 0.5) * SLOT_SECONDS);
  }
  return rate;
}

/** Kept among kept and missed; 1 while there were none. */
export function keptShare(numbers: Float64Array, good: number, bad: number): number {
  const all = (numbers[good] as number) + (numbers[bad] as number);
  return all > 0 ? (numbers[good] as number) / all : 1;
}
