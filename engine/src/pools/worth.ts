import { heads } from '../traffic/facts.ts';
import type { TrafficPolicy } from '../traffic/policy.ts';
import { gammaAbove, shapeWithChanceAbove } from './gamma.ts';
import { HEADS, house } from './pool-columns.ts';

// What viewers do per impression before the house has figures of its own: KuaiRand-1K's order of magnitude (research §2)
// for opening, the usual order like > collect > comment > share > follow for the rest.
const USUAL_RATES: Readonly<Record<(typeof heads)[number], number>> = {
  open: 0.2,
  long: 0.1,
  like: 0.03,
  collect: 0.01,
  comment: 0.005,
  share: 0.003,
  follow: 0.001,
  hide: 0.002,
};
// As many impressions as the usual rates weigh against the house's own.
const USUAL_IMPRESSIONS = 10_000;
// One act draws another (who likes has opened): sums vary more than independent acts would (McCullagh & Nelder 1989, §6.2).
const COMPANY_OF_ACTS = 1.5;
// A rate of hiding is believed after so many impressions: with a weight of −40, one hide in 100 must not undo 40 likes.
const HIDE_IMPRESSIONS = 500;
const HIDE = heads.indexOf('hide');

/** Chance that a note nobody has seen is taken for better than the incumbent (Roblox, arXiv 2602.00943). */
export const NEWCOMER_CHANCE = 0.05;
// The prior weighs as much as the smallest quota: it decides nothing once the first pool is full.
const PRIOR_IMPRESSIONS = 20;

// The memory of the cells (rate-cells.ts); sums are aged once an hour, which is fine enough for a week.
const HALF_LIFE = 7 * 86_400;
const AGEING_SECONDS = 3_600;

/** The measure of the house by which notes are judged: weights, and how the sum of acts varies. */
export interface Yardstick {
  readonly weights: Float64Array;
  /** Variance of the worth of one impression over its mean. */
  readonly dispersion: number;
  /** Hides per impression in the whole house. */
  readonly hideRate: number;
}

/** @param numbers `poolHouse` */
export function yardstickOf(policy: TrafficPolicy, numbers: Float64Array): Yardstick {
  const weights = Float64Array.from(heads, (head) => policy.weights[head]);
  const impressions = (numbers[house.valuedImpressions] ?? 0) + USUAL_IMPRESSIONS;
  let mean = 0;
  let square = 0;
  for (let head = 0; head < HEADS; head += 1) {
    const weight = weights[head] as number;
    if (weight <= 0) continue;
    const rate = rateOf(head, numbers, impressions);
    mean += weight * rate;
    square += weight * weight * rate;
  }
  const dispersion = mean > 0 ? (COMPANY_OF_ACTS * square) / mean : 1;
  return { weights, dispersion, hideRate: rateOf(HIDE, numbers, impressions) };
}

function rateOf(head: number, numbers: Float64Array, impressions: number): number {
  const usual = USUAL_RATES[heads[head] as (typeof heads)[number]];
  return ((numbers[house.acts + head] ?? 0) + usual * USUAL_IMPRESSIONS) / impressions;
}

/**
 * Counts into the house's sums, halved every week.
 *
 * @param what an impression, or the index of a head
 * @param now seconds since the epoch
 */
export function countWorth(numbers: Float64Array, what: 'impression' | number, change: number, now: number): void {
  const since = now - (numbers[house.valuedAt] as number);
  if (since >= AGEING_SECONDS) age(numbers, 2 ** (-since / HALF_LIFE), now);
  const sum = what === 'impression' ? house.valuedImpressions : house.acts + what;
  numbers[sum] = Math.max(0, (numbers[sum] as number) + change);
}

function age(numbers: Float64Array, factor: number, now: number): void {
  numbers[house.valuedAt] = now;
  numbers[house.valuedImpressions] = (numbers[house.valuedImpressions] as number) * factor;
  for (let head = 0; head < HEADS; head += 1) {
    numbers[house.acts + head] = (numbers[house.acts + head] as number) * factor;
  }
}

/**
 * Worth of a note per impression: what viewers did by the policy's weights; hiding counts by a rate that is believed slowly.
 *
 * @param acts counters of all notes
 * @param at first counter of the note
 */
export function worthOf(acts: Uint16Array, at: number, impressions: number, { weights, hideRate }: Yardstick): number {
  if (impressions === 0) return 0;
  let sum = 0;
  for (let head = 0; head < HEADS; head += 1) {
    if (head !== HIDE) sum += (weights[head] as number) * (acts[at + head] as number);
  }
  const hides = ((acts[at + HIDE] as number) + HIDE_IMPRESSIONS * hideRate) / (impressions + HIDE_IMPRESSIONS);
  return Math.max(0, sum / impressions + (weights[HIDE] as number) * (hides - hideRate));
}

/**
 * Chance that a note's true worth per impression is above the incumbent's: Gamma posterior of a quasi-Poisson sum (Gelman et al.,
 * Bayesian Data Analysis §2.6), with the prior by which a note without any impression has a chance of 5 %.
 * Never falls when the worth grows.
 */
export function chanceAbove(worth: number, impressions: number, incumbent: number, dispersion: number): number {
  const units = (PRIOR_IMPRESSIONS * incumbent) / dispersion;
  if (units <= 0) return 1;
  const prior = shapeWithChanceAbove(units, NEWCOMER_CHANCE);
  const seen = (impressions * worth) / dispersion;
  return gammaAbove(prior + seen, ((PRIOR_IMPRESSIONS + impressions) * incumbent) / dispersion);
}
