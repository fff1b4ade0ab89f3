import type { Columns } from '../memory/columns.ts';
import { VECTOR_LENGTH } from '../notes/note-columns.ts';
import { INTERESTS, type memberColumns } from './member-columns.ts';

/**
 * Two notes at least this near belong to one interest. Online form of PinnerSage (KDD'20), which cuts Ward clusters at a bound;
 * the vectors of two subjects are near 0 and those of one subject above .3.
 */
const SAME_INTEREST = 0.35;
/** An old interest still follows its newest notes at this pace. */
const LEAST_PACE = 0.05;
const UNIT = 127;

export interface NoteVectors {
  readonly noteVector: Int8Array;
}

/** Up to four directions of interest of each member, with strengths. */
export interface Interests {
  /** An engaged note joins its interest, or begins one in the place of the weakest. */
  learn(member: number, note: number, weight: number): void;
  /** The interest of an unwanted note loses strength. */
  weaken(member: number, note: number, factor: number): void;
  /** Interest `index` becomes the vector of a note. */
  set(member: number, index: number, note: number, strength: number): void;
}

export function openInterests(columns: Columns<typeof memberColumns>, { noteVector }: NoteVectors): Interests {
  const { memberInterests: vectors, memberInterestStrength: strengths, memberInterestNote: medoids } = columns;
  const sums = new Float64Array(VECTOR_LENGTH);

  function nearest(member: number, note: number): { index: number; similarity: number } {
    let index = -1;
    let similarity = -1;
    for (let interest = 0; interest < INTERESTS; interest += 1) {
      if ((strengths[member * INTERESTS + interest] ?? 0) <= 0) continue;
      const near = likeness(vectors, member * INTERESTS + interest, noteVector, note);
      if (near > similarity) {
        index = interest;
        similarity = near;
      }
    }
    return { index, similarity };
  }

  function pull(at: number, note: number, weight: number): void {
    const pace = Math.max(LEAST_PACE, weight / ((strengths[at] ?? 0) + weight));
    for (let dimension = 0; dimension < VECTOR_LENGTH; dimension += 1) {
      const old = vectors[at * VECTOR_LENGTH + dimension] ?? 0;
      sums[dimension] = old + pace * ((noteVector[note * VECTOR_LENGTH + dimension] ?? 0) - old);
    }
    storeUnit(sums, vectors, at);
    strengths[at] = (strengths[at] ?? 0) + weight;
    const medoid = (medoids[at] ?? 0) - 1;
    const isNearer = medoid < 0 || likeness(vectors, at, noteVector, note) >= likeness(vectors, at, noteVector, medoid);
    if (isNearer) medoids[at] = note + 1;
  }

  function set(member: number, index: number, note: number, strength: number): void {
    const at = member * INTERESTS + index;
    const start = note * VECTOR_LENGTH;
    vectors.set(noteVector.subarray(start, start + VECTOR_LENGTH), at * VECTOR_LENGTH);
    strengths[at] = strength;
    medoids[at] = note + 1;
  }

  return {
    learn(member, note, weight) {
      const { index, similarity } = nearest(member, note);
      if (index >= 0 && similarity >= SAME_INTEREST) pull(member * INTERESTS + index, note, weight);
      else set(member, weakest(strengths, member), note, weight);
    },
    weaken(member, note, factor) {
      const { index, similarity } = nearest(member, note);
      if (index < 0 || similarity < SAME_INTEREST) return;
      const at = member * INTERESTS + index;
      strengths[at] = (strengths[at] ?? 0) * factor;
    },
    set,
  };
}

/** Cosine of two int8 vectors of about unit length. */
export function likeness(a: Int8Array, rowA: number, b: Int8Array, rowB: number): number {
  let dot = 0;
  const startA = rowA * VECTOR_LENGTH;
  const startB = rowB * VECTOR_LENGTH;
  for (let dimension = 0; dimension < VECTOR_LENGTH; dimension += 1) {
    dot += (a[startA + dimension] ?? 0) * (b[startB + dimension] ?? 0);
  }
  return dot / (UNIT * UNIT);
}

function weakest(strengths: Float32Array, member: number): number {
  let index = 0;
  for (let interest = 1; interest < INTERESTS; interest += 1) {
    const start = member * INTERESTS;
    if ((strengths[start + interest] ?? 0) < (strengths[start + index] ?? 0)) index = interest;
  }
  return index;
}

function storeUnit(sums: Float64Array, vectors: Int8Array, row: number): void {
  let square = 0;
  for (const sum of sums) square += sum * sum;
  const scale = square === 0 ? 0 : UNIT / Math.sqrt(square);
  for (let dimension = 0; dimension < VECTOR_LENGTH; dimension += 1) {
    const value = Math.round((sums[dimension] ?? 0) * scale);
    vectors[row * VECTOR_LENGTH + dimension] = Math.max(-UNIT, Math.min(UNIT, value));
  }
}
