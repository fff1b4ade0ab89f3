import { hash32 } from '../hash.ts';
import { VECTOR_LENGTH } from './note-columns.ts';
import { eachTextFeature } from './text-features.ts';

/** What a note says of its subject. */
export interface NoteContent {
  /** Title, text, and both in translation: notes of two languages meet in the words they then share. */
  texts: readonly string[];
  /** Topics by concept, the same id in every language. */
  topics: readonly string[];
  category?: string | undefined;
  author?: string | undefined;
}

// Lengths of the parts before they are added. A shared topic outweighs chance agreement of words, and never what a whole text
// says; an author's notes lean to each other only a little. Checked by the table of subjects in the tests.
const PART = { texts: 1, topics: 0.9, category: 0.45, author: 0.25 } as const;

// Names of different parts that read alike are different features.
const SEED = { topic: 11, category: 12, author: 13, lowSigns: 21, highSigns: 22 } as const;

/** Length of a vector that stands for 1. */
export const UNIT = 127;

/**
 * The subject of a note as 64 signed bytes of length 127, zeros where nothing is said: every feature votes with a random
 * direction of its own (random indexing: Kanerva, Kristofersson, Holst 2000), repeated features by the logarithm of how often.
 */
export function noteVector({ texts, topics, category, author }: NoteContent): Int8Array {
  const sum = new Float64Array(VECTOR_LENGTH);
  addPart(sum, PART.texts, textFeatures(texts));
  addPart(sum, PART.topics, named(topics, SEED.topic));
  addPart(sum, PART.category, named(category === undefined ? [] : [category], SEED.category));
  addPart(sum, PART.author, named(author === undefined ? [] : [author], SEED.author));
  return toUnitBytes(sum);
}

/** The vector of what somebody looks for, comparable with those of notes. */
export function queryVector(words: readonly string[], topics: readonly string[]): Int8Array {
  return noteVector({ texts: words, topics });
}

/** Rounds to bytes of length 127. */
export function toUnitBytes(values: Float64Array): Int8Array {
  const bytes = new Int8Array(values.length);
  const length = lengthOf(values);
  if (length > 0) for (const [index, value] of values.entries()) bytes[index] = Math.round((value * UNIT) / length);
  return bytes;
}

/** Weight by feature. */
type Features = ReadonlyMap<number, number>;

function textFeatures(texts: readonly string[]): Features {
  const weights = new Map<number, number>();
  const counts = new Map<number, number>();
  for (const text of texts) {
    eachTextFeature(text, (feature, weight) => {
      weights.set(feature, weight);
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
    });
  }
  return new Map([...weights].map(([feature, weight]) => [feature, weight * (1 + Math.log(counts.get(feature) ?? 1))]));
}

function named(names: readonly string[], seed: number): Features {
  return new Map(names.map((name) => [hash32(name, seed), 1]));
}

/** Adds a part at its own length, however many features it has. */
function addPart(sum: Float64Array, length: number, features: Features): void {
  const part = new Float64Array(VECTOR_LENGTH);
  for (const [feature, weight] of features) addDirection(part, feature, weight);
  const scale = length / (lengthOf(part) || 1);
  for (const [index, value] of part.entries()) sum[index] = (sum[index] as number) + value * scale;
}

/** The direction of a feature: 64 signs. */
function addDirection(part: Float64Array, feature: number, weight: number): void {
  const low = mix(feature, SEED.lowSigns);
  const high = mix(feature, SEED.highSigns);
  for (let bit = 0; bit < 32; bit += 1) {
    part[bit] = (part[bit] as number) + ((low >>> bit) & 1 ? weight : -weight);
    part[bit + 32] = (part[bit + 32] as number) + ((high >>> bit) & 1 ? weight : -weight);
  }
}

/** Independent bits for each seed: the constants of xxHash32's avalanche (Yann Collet). */
function mix(feature: number, seed: number): number {
  let mixed = Math.imul(feature ^ Math.imul(seed, 0x9e3779b1), 0x85ebca77);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca77);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae3d);
  return mixed ^ (mixed >>> 16);
}

function lengthOf(values: Float64Array): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares);
}
