import type { Columns } from '../memory/columns.ts';
import { SCORED_TOPICS, type ScoredNotes, type ScoredViewer } from './exposure.ts';
import * as features from './features.ts';
import { addProducts, addRow, logit } from './head-rows.ts';
import { firstWeights, type headColumns, WEIGHT_ROWS } from './heads.ts';
import { writeCandidate, writeViewer } from './part-keys.ts';
import { HEADS, type RateTable, type rateColumns } from './rate-table.ts';

const { KEYS, RATES, PLAIN, FIRST_PLAIN, LONG, DENSE, CROSSES, TOPIC_KEY, telling, rateOfKey, isTopicKey } = features;

/** One exposure as the heads see it; the arrays are scratch, valid until the next one is read. */
export interface Reading {
  /** `KEYS` keys and the rows of their rates; -1: nothing known. */
  readonly keys: Uint32Array;
  readonly rows: Int32Array;
  readonly crosses: Uint32Array;
  /** Log odds of the house's own rates, and of each rate against expectation. */
  readonly bases: Float32Array;
  readonly leans: Float32Array;
  /** Sum of everything, a margin a head. */
  readonly margins: Float32Array;
  /** Weights of the dense features, `DENSE` × `HEADS`, as they stood at `begin`. */
  readonly weights: Float32Array;
  begin(viewer: ScoredViewer): void;
  read(notes: ScoredNotes, at: number): void;
  /** Value of a dense feature for a head. */
  featureValue(feature: number, head: number): number;
}

/** Reads exposures against the columns as they are: allocates nothing, writes nothing to them. */
export function openReading(columns: Columns<typeof rateColumns & typeof headColumns>, rates: RateTable): Reading {
  const { rateLean, rateShown, headWeight, headDenseWeight } = columns;
  const keys = new Uint32Array(KEYS);
  const rows = new Int32Array(KEYS);
  const crosses = new Uint32Array(CROSSES);
  const keyRows = { keys, crosses };
  const plain = new Float64Array(PLAIN);
  const weights = new Float32Array(DENSE * HEADS);
  const bases = new Float32Array(HEADS);
  const leans = new Float32Array(RATES * HEADS);
  const isRateKnown = new Uint8Array(RATES);
  const margins = new Float32Array(HEADS);
  let viewer: ScoredViewer = { viewer: 0, group: 0, language: 0, surface: 0 };

  function begin(next: ScoredViewer) {
    viewer = next;
    for (let head = 0; head < HEADS; head += 1) bases[head] = logit(rates.base(head));
    for (let cell = 0; cell < weights.length; cell += 1) {
      weights[cell] = (firstWeights[cell] as number) + (headDenseWeight[cell] as number);
    }
    writeViewer(viewer, keyRows);
  }

  function read(notes: ScoredNotes, at: number) {
    writeCandidate(viewer, notes, at, keyRows);
    features.writePlain(notes, at, plain);
    for (let key = 0; key < KEYS; key += 1) rows[key] = rates.find(keys[key] as number);
    plain[features.VIEWER_KNOWN] = features.known(shownOf(features.VIEWER_KEY));
    plain[features.NOTE_KNOWN] = features.known(shownOf(features.NOTE_KEY));
    readLeans();
    addUp();
  }

  function shownOf(key: number): number {
    const row = rows[key] as number;
    return row < 0 ? 0 : (rateShown[row] as number);
  }

  function readLeans() {
    leans.fill(0);
    isRateKnown.fill(0);
    const topicShare = shareOfTopics();
    for (let key = 0; key < KEYS; key += 1) {
      const row = rows[key] as number;
      if (row < 0) continue;
      const share = isTopicKey[key] ? topicShare : 1;
      const rate = rateOfKey[key] as number;
      isRateKnown[rate] = 1;
      addRow(leans, rateLean, row * HEADS, share, rate * HEADS);
    }
  }

  /** Topics of a note share their say. */
  function shareOfTopics(): number {
    let known = 0;
    for (let place = 0; place < SCORED_TOPICS; place += 1) if (keys[TOPIC_KEY + place] !== 0) known += 1;
    return known > 1 ? 1 / known : 1;
  }

  function addUp() {
    margins.set(bases);
    for (let rate = 0; rate < RATES; rate += 1) {
      if (isRateKnown[rate]) addProducts(margins, weights, leans, rate * HEADS);
    }
    for (let place = 0; place < telling.length; place += 1) {
      addRow(margins, weights, (RATES + place) * HEADS, longLeanAt(place));
    }
    for (let feature = 0; feature < PLAIN; feature += 1) {
      const value = plain[feature] as number;
      if (value !== 0) addRow(margins, weights, (FIRST_PLAIN + feature) * HEADS, value);
    }
    for (let cross = 0; cross < CROSSES; cross += 1) {
      const key = crosses[cross] as number;
      if (key !== 0) addRow(margins, headWeight, (key & (WEIGHT_ROWS - 1)) * HEADS, 1);
    }
  }

  function longLeanAt(place: number): number {
    return leans[(telling[place] as number) * HEADS + LONG] as number;
  }

  function featureValue(feature: number, head: number): number {
    if (feature < RATES) return leans[feature * HEADS + head] as number;
    if (feature >= FIRST_PLAIN) return plain[feature - FIRST_PLAIN] as number;
    // The head itself has this one already.
    return head === LONG ? 0 : longLeanAt(feature - RATES);
  }

  return { keys, rows, crosses, bases, leans, margins, weights, begin, read, featureValue };
}
