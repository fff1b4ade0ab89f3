import { type Columns, column } from '../memory/columns.ts';
import type { ScoredNotes, ScoredViewer } from './exposure.ts';
import { CROSSES, DENSE, isViewerKey, KEYS, MAIN_KEYS, RATES, rateOfKey, VIEWER_CROSSES } from './features.ts';
import { sigmoid } from './head-rows.ts';
import { headColumns, LEARNING_RATES, type LearningRates, stepCell, stepRow, WEIGHT_ROWS } from './heads.ts';
import { openPageReading } from './page-reading.ts';
import { HEADS, openRates, rateColumns } from './rate-table.ts';
import { openReading } from './reading.ts';

/** What the scorer keeps; capacity `rates`, a power of two. 16 MB and 108 bytes a rate. */
export const scorerColumns = {
  ...rateColumns,
  ...headColumns,
  /** Impressions learnt from. */
  scorerLearnt: column('f64', 1),
} as const;

/** What came of an exposure. */
export interface Outcome {
  /** Bit h: head h was done. */
  done: number;
  /** Bit h: whether head h was done is known; the others are not learnt from. */
  known: number;
  /** Importance: `importanceOf` the propensity; 0 to count it in the rates only. */
  weight: number;
  /** Seconds since the epoch of the impression. */
  at: number;
  /** False: what is kept of the viewer stays as it is, as when a page of theirs is judged as a whole. */
  isViewerKept?: boolean;
}

export interface Scorer {
  /** The viewer of the page that is scored next. */
  begin(viewer: ScoredViewer): void;
  /**
   * Probability of each head for candidates `0 … count - 1`: `out[c × 8 + h]`, heads in the order of `heads`. Nothing is
   * allocated; safe beside a writer.
   */
  score(notes: ScoredNotes, count: number, out: Float32Array): void;
  /** The additive parts of one candidate's margin for a head: `out[f]` for each dense feature, `out[DENSE]` for all crosses. */
  explain(notes: ScoredNotes, at: number, head: number, out: Float64Array): void;
  /** The same parts of all heads together, each times its slope: what makes up a worth that moves with them. */
  explainAlong(notes: ScoredNotes, at: number, slopes: Float64Array, out: Float64Array): void;
  /** One exposure whose outcome is known, in log order. */
  learn(viewer: ScoredViewer, notes: ScoredNotes, at: number, outcome: Outcome): void;
  /** Something done long after its impression was learnt from without it. */
  learnLate(viewer: ScoredViewer, notes: ScoredNotes, at: number, head: number, weight: number): void;
}

// Research §4.3: an impression of a rarely given slot counts more, but never so much that one of them moves a weight alone.
const MOST_IMPORTANCE = 4;

/** Weight of an exposure in learning, from the chance that it had; 1 when the chance is not known. */
export function importanceOf(propensity: number): number {
  return propensity > 0 && propensity < 1 ? Math.min(MOST_IMPORTANCE, 1 / propensity) : 1;
}

/** Eight logistic heads over live rates, plain numbers and hashed crosses, learnt exposure by exposure. */
export function openScorer(columns: Columns<typeof scorerColumns>, learning: LearningRates = LEARNING_RATES): Scorer {
  const rates = openRates(columns);
  const { headWeight, headSquares, headDenseWeight, headDenseSquares, scorerLearnt } = columns;
  const reading = openReading(columns, rates);
  const { read, featureValue, keys, rows, crosses, bases, leans, margins, weights } = reading;
  const page = openPageReading(columns, rates, reading);
  const gradients = new Float64Array(HEADS);
  const expected = new Float64Array(HEADS);
  const mains = new Float64Array(HEADS);
  const alls = new Float64Array(HEADS);
  const slopesOfOne = new Float64Array(HEADS);

  function begin(viewer: ScoredViewer) {
    reading.begin(viewer);
    page.begin(viewer);
  }

  function learn(of: ScoredViewer, notes: ScoredNotes, at: number, outcome: Outcome) {
    reading.begin(of);
    read(notes, at);
    for (let head = 0; head < HEADS; head += 1) {
      const label = (outcome.done >>> head) & 1;
      const isKnown = (outcome.known >>> head) & 1;
      gradients[head] = isKnown ? outcome.weight * (sigmoid(margins[head] as number) - label) : 0;
    }
    if (outcome.weight > 0) stepAll(outcome.isViewerKept !== false);
    countAll(outcome);
    scorerLearnt[0] = (scorerLearnt[0] as number) + 1;
  }

  /** Moves every weight by the gradients in the scratch. */
  function stepAll(isViewerKept: boolean) {
    for (let feature = 0; feature < DENSE; feature += 1) {
      for (let head = 0; head < HEADS; head += 1) {
        const slope = (gradients[head] as number) * featureValue(feature, head);
        if (slope !== 0) stepCell(headDenseWeight, headDenseSquares, feature * HEADS + head, slope, learning.dense, 0);
      }
    }
    for (let cross = isViewerKept ? 0 : VIEWER_CROSSES; cross < CROSSES; cross += 1) {
      const key = crosses[cross] as number;
      if (key === 0) continue;
      stepRow(headWeight, headSquares, key & (WEIGHT_ROWS - 1), gradients, 1, learning.crosses, learning.shrink);
    }
  }

  /** The impression enters the rate of each of its keys, against what all others lead to expect. */
  function countAll({ done, known, at, isViewerKept }: Outcome) {
    sumLeans();
    rates.countAll(done, known);
    for (let key = 0; key < KEYS; key += 1) {
      if (keys[key] === 0 || (isViewerKept === false && isViewerKey[key])) continue;
      const sums = key < MAIN_KEYS ? mains : alls;
      const from = (rateOfKey[key] as number) * HEADS;
      for (let head = 0; head < HEADS; head += 1) {
        expected[head] = sigmoid((bases[head] as number) + (sums[head] as number) - (leans[from + head] as number));
      }
      const row = rates.claim(keys[key] as number, at);
      rates.count(row, done, known, expected, at);
    }
  }

  function sumLeans() {
    mains.fill(0);
    alls.fill(0);
    for (let rate = 0; rate < RATES; rate += 1) {
      for (let head = 0; head < HEADS; head += 1) {
        const lean = leans[rate * HEADS + head] as number;
        if (rate <= (rateOfKey[MAIN_KEYS - 1] as number)) mains[head] = (mains[head] as number) + lean;
        alls[head] = (alls[head] as number) + lean;
      }
    }
  }

  function learnLate(of: ScoredViewer, notes: ScoredNotes, at: number, head: number, weight: number) {
    reading.begin(of);
    read(notes, at);
    gradients.fill(0);
    gradients[head] = weight * (sigmoid(margins[head] as number) - 1);
    stepAll(true);
    rates.countAllLate(head);
    for (let key = 0; key < KEYS; key += 1) {
      const row = rows[key] as number;
      if (row >= 0) rates.countLate(row, head);
    }
  }

  function explain(notes: ScoredNotes, at: number, head: number, out: Float64Array) {
    slopesOfOne.fill(0);
    slopesOfOne[head] = 1;
    explainAlong(notes, at, slopesOfOne, out);
  }

  function explainAlong(notes: ScoredNotes, at: number, slopes: Float64Array, out: Float64Array) {
    read(notes, at);
    out.fill(0);
    for (let head = 0; head < HEADS; head += 1) {
      const slope = slopes[head] as number;
      if (slope !== 0) addParts(head, slope, out);
    }
  }

  function addParts(head: number, slope: number, out: Float64Array) {
    for (let feature = 0; feature < DENSE; feature += 1) {
      const part = (weights[feature * HEADS + head] as number) * featureValue(feature, head);
      out[feature] = (out[feature] as number) + slope * part;
    }
    for (let cross = 0; cross < CROSSES; cross += 1) {
      const key = crosses[cross] as number;
      if (key === 0) continue;
      const part = headWeight[(key & (WEIGHT_ROWS - 1)) * HEADS + head] as number;
      out[DENSE] = (out[DENSE] as number) + slope * part;
    }
  }

  return { begin, score: page.read, explain, explainAlong, learn, learnLate };
}
