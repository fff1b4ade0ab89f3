import { type Columns, column } from '../memory/columns.ts';

// Research §3.1: a member's last ten notes lead to the next one, each place further back at 2^(-1/4) of the weight.
const WINDOW = 10;
const HALF_LIFE_PLACES = 4;
// A step from the newest note: 256 keeps the tenth (2^(-9/4) = 0.21) exact to a percent, and 16 bits hold 255 such steps.
const STEP = 256;
const STEPS = Uint16Array.from({ length: WINDOW }, (_, place) => Math.round(STEP * 2 ** (-place / HALF_LIFE_PLACES)));
const LARGEST_WEIGHT = 0xffff;
const LARGEST_MASS = 0xffff_ffff;
// What followed a note weighs half after two weeks: two lives of the seven-day half-life of a member's wishes (design, At once).
const PERIOD_MS = 14 * 24 * 60 * 60 * 1000;
// Share of the list over the fourth root of how often a note comes anyway: the best of the powers 0, 1/4, 1/2 (chosen on the training
// part of ML-1M). Ten full steps of doubt: a list of one lucky pair is no certainty (the shrinkage of the item-kNN literature, Koren 2008).
const DOUBT = 10 * STEP;
const ROW_BITS = 24;
const ROW_MASK = 2 ** ROW_BITS - 1;

/**
 * Columns of lists of `length` neighbours: `6 × length + 7` bytes a note. The bytes are whole numbers only, so that they are equal
 * on every machine.
 */
export function transitionColumnsOf(length: number) {
  return {
    /** A neighbour: generation of its row (upper 8 bits) and the row plus one (lower 24); 0 for a free place. */
    transitionTo: column('u32', 'notes', length),
    transitionWeight: column('u16', 'notes', length),
    /** Weight of all steps that led to the note. */
    transitionMass: column('u32', 'notes'),
    /** Fortnight to which list and mass were last brought down. */
    transitionPeriod: column('u16', 'notes'),
    /** Grows when the row gets another note: neighbours of the former one are void. */
    transitionGeneration: column('u8', 'notes'),
  } as const;
}

/** 16 neighbours: 103 bytes a note (research §4.8: about 100). */
export const transitionColumns = transitionColumnsOf(16);

/** Where neighbours are written: as many as fit. */
export interface NeighbourList {
  readonly rows: Uint32Array;
  readonly scores: Float32Array;
}

export interface Transitions {
  /**
   * The viewer came to `row` after the notes of `recent`, newest first; more than ten are not looked at.
   *
   * @param at ms since the epoch
   */
  observe(recent: ArrayLike<number>, row: number, at: number): void;
  /**
   * Notes that followed this one, in no order, with how likely each is to be next, against how often it comes anyway.
   * Safe beside a writer.
   *
   * @returns how many were written
   */
  neighbours(row: number, out: NeighbourList): number;
  /** The row gets another note. */
  forget(row: number): void;
}

/**
 * What members came to after a note: bounded lists of neighbours, learnt step by step. A full list keeps who comes often: a newcomer
 * takes over the weakest neighbour with its weight, and the likelier the weaker that is (randomized admission, Ben Basat et al.,
 * INFOCOM'17; on ML-1M a list of 16 finds 43 % of the next items, by wearing down the weakest 42 %, by always replacing it 31 %).
 */
export function openTransitions(columns: Columns<ReturnType<typeof transitionColumnsOf>>): Transitions {
  const { transitionTo, transitionWeight, transitionMass, transitionPeriod, transitionGeneration } = columns;
  const notes = Math.min(transitionMass.length, ROW_MASK);
  const length = transitionTo.length / Math.max(1, transitionMass.length);

  function observe(recent: ArrayLike<number>, row: number, at: number) {
    if (!(row < notes)) return;
    const period = Math.max(0, Math.floor(at / PERIOD_MS)) & 0xffff;
    age(row, period);
    for (let place = 0; place < WINDOW && place < recent.length; place += 1) {
      const from = recent[place] as number;
      if (from === row || !(from < notes)) continue;
      const step = STEPS[place] as number;
      age(from, period);
      strengthen(from, row, step);
      transitionMass[row] = Math.min(LARGEST_MASS, (transitionMass[row] as number) + step);
    }
  }

  function age(row: number, period: number) {
    const halvings = period - (transitionPeriod[row] as number);
    if (halvings <= 0) return;
    transitionPeriod[row] = period;
    halveList(row, halvings);
    transitionMass[row] = shifted(transitionMass[row] as number, halvings);
  }

  function halveList(row: number, halvings: number) {
    for (let at = row * length; at < (row + 1) * length; at += 1) {
      const weight = shifted(transitionWeight[at] as number, halvings);
      transitionWeight[at] = weight;
      if (weight === 0) transitionTo[at] = 0;
    }
  }

  function strengthen(from: number, to: number, step: number) {
    const name = nameOf(to);
    let weakest = from * length;
    for (let at = from * length; at < (from + 1) * length; at += 1) {
      if (transitionTo[at] === name) return addWeight(from, at, step);
      if ((transitionWeight[at] as number) < (transitionWeight[weakest] as number)) weakest = at;
    }
    const stronger = (transitionWeight[weakest] as number) + step;
    if (lot(from, name, transitionMass[to] as number) % stronger >= step) return;
    transitionTo[weakest] = name;
    transitionWeight[weakest] = Math.min(LARGEST_WEIGHT, stronger);
  }

  function addWeight(from: number, at: number, step: number) {
    if ((transitionWeight[at] as number) + step > LARGEST_WEIGHT) halveList(from, 1);
    transitionWeight[at] = (transitionWeight[at] as number) + step;
  }

  function neighbours(row: number, { rows, scores }: NeighbourList): number {
    if (!(row < notes)) return 0;
    const places = Math.min(length, rows.length, scores.length);
    const period = transitionPeriod[row] as number;
    let count = 0;
    let sum = DOUBT;
    for (let at = row * length; at < (row + 1) * length; at += 1) {
      const name = transitionTo[at] as number;
      const weight = transitionWeight[at] as number;
      sum += weight;
      const to = (name & ROW_MASK) - 1;
      if (count === places || to < 0 || to >= notes || weight === 0 || name !== nameOf(to)) continue;
      // A neighbour's mass as it would be, had it been brought down as far as this list.
      const mass = shifted(transitionMass[to] as number, Math.max(0, period - (transitionPeriod[to] as number)));
      rows[count] = to;
      scores[count] = weight / Math.sqrt(Math.sqrt(mass + DOUBT));
      count += 1;
    }
    for (let index = 0; index < count; index += 1) scores[index] = (scores[index] as number) / sum;
    return count;
  }

  function forget(row: number) {
    if (!(row < notes)) return;
    transitionTo.fill(0, row * length, (row + 1) * length);
    transitionWeight.fill(0, row * length, (row + 1) * length);
    transitionMass[row] = 0;
    transitionPeriod[row] = 0;
    transitionGeneration[row] = (transitionGeneration[row] as number) + 1;
  }

  function nameOf(row: number): number {
    return (((transitionGeneration[row] as number) << ROW_BITS) | (row + 1)) >>> 0;
  }

  return { observe, neighbours, forget };
}

// A number drawn from the step itself, so that replicas draw the same; the mass makes each step another. Multipliers: golden
// ratio and MurmurHash3.
function lot(from: number, name: number, mass: number): number {
  let mixed = name ^ Math.imul(from, 0x9e3779b1) ^ Math.imul(mass, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

// Shift counts of 32 and more wrap around in JavaScript.
function shifted(value: number, halvings: number): number {
  return halvings > 31 ? 0 : value >>> halvings;
}
