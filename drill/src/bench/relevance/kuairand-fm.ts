import { openFactorizationMachine } from './baselines/factorization-machine.ts';
import type { KuaiRand } from './kuairand-data.ts';

export interface FmOptions {
  head: number;
  /** First day that is not trained on (batch), or on which members are held still (online). */
  frozenFrom: number;
  until: number;
  /** Passes over the days before `frozenFrom`; 0: one pass in log order, told before learnt. */
  epochs: number;
  rate: number;
  /** Trained on the long views of the history first, one pass. */
  seesHistory: boolean;
}

const FACTORS = 8;
// L2 of libFM's examples.
const RIDGE = 0.01;
// Fields: user, video, author, first tag, surface.
const FIELDS = 5;
const USER_HELD = Uint8Array.of(1, 0, 0, 0, 0);

/** Scores of a factorization machine of eight factors for every exposure up to `until`. */
export function replayFm(data: KuaiRand, { features, count, history }: FmFeatures, options: FmOptions): Float32Array {
  const machine = openFactorizationMachine({ features: count, factors: FACTORS, rate: options.rate, ridge: RIDGE });
  const scores = new Float32Array(data.count);
  const last = data.day.findLastIndex((day) => day <= options.until) + 1;
  const frozen = data.day.findLastIndex((day) => day < options.frozenFrom) + 1;
  const featuresAt = (row: number) => features.subarray(row * FIELDS, (row + 1) * FIELDS);
  const labelAt = (row: number) => ((data.done[row] as number) >>> options.head) & 1;

  if (options.seesHistory) {
    for (const { features: watched, isLong } of history) machine.learn(watched, isLong);
  }
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (let row = 0; row < frozen; row += 1) machine.learn(featuresAt(row), labelAt(row));
  }
  for (let row = 0; row < last; row += 1) {
    scores[row] = machine.predict(featuresAt(row));
    if (options.epochs === 0) machine.learn(featuresAt(row), labelAt(row), row < frozen ? undefined : USER_HELD);
  }
  return scores;
}

/** Every exposure, and everything watched before the log, as one feature a field; features are numbered through all fields. */
export interface FmFeatures {
  features: Int32Array;
  count: number;
  history: { features: Int32Array; isLong: number }[];
}

export function encodeForFm(data: KuaiRand): FmFeatures {
  const number = numberer();
  const features = new Int32Array(data.count * FIELDS);
  const rowOfVideo = new Map<number, number>();
  for (let row = 0; row < data.count; row += 1) {
    const video = data.video[row] as number;
    if (!rowOfVideo.has(video)) rowOfVideo.set(video, row);
    features[row * FIELDS] = number(0, data.user[row] as number);
    features[row * FIELDS + 1] = number(1, video);
    features[row * FIELDS + 2] = number(2, data.author[row] as number);
    features[row * FIELDS + 3] = number(3, data.tags[row * 3] as number);
    features[row * FIELDS + 4] = number(4, data.tab[row] as number);
  }
  const surface = number(4, HISTORY_SURFACE);
  const featuresOf = (user: number, video: number) => {
    const row = rowOfVideo.get(video);
    const [author, tag] = row === undefined ? [-1, -1] : features.subarray(row * FIELDS + 2, row * FIELDS + 4);
    return Int32Array.of(number(0, user), number(1, video), author as number, tag as number, surface);
  };
  const history = [...data.history].flatMap(([user, { watched, long }]) =>
    watched.map((video) => ({ features: featuresOf(user, video), isLong: long.has(video) ? 1 : 0 })),
  );
  return { features, count: number.count(), history };
}

// A surface of its own, as the engine's scorer is told.
const HISTORY_SURFACE = 100;

/** Numbers the values of each field in the order in which they come. */
function numberer() {
  const fields = Array.from({ length: FIELDS }, () => new Map<number, number>());
  let count = 0;
  function number(field: number, value: number): number {
    const numbers = fields[field] as Map<number, number>;
    const found = numbers.get(value);
    if (found !== undefined) return found;
    numbers.set(value, count);
    count += 1;
    return count - 1;
  }
  return Object.assign(number, { count: () => count });
}
