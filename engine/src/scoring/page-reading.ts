import type { Columns } from '../memory/columns.ts';
import { SCORED_TOPICS, type ScoredNotes, type ScoredViewer } from './exposure.ts';
import * as features from './features.ts';
import { sigmoid } from './head-rows.ts';
import { type headColumns, WEIGHT_ROWS } from './heads.ts';
import * as part from './part-keys.ts';
import { createPartSums, type PartSums } from './part-sums.ts';
import { HEADS, type RateTable, type rateColumns } from './rate-table.ts';
import type { Reading } from './reading.ts';

const { LONG, PLAIN, RATES, DENSE, FIRST_PLAIN, NOTE_KNOWN, VIEWER_KEY, VIEWER_KNOWN } = features;
const { rateOfKey, telling } = features;

/** The candidates of one page. */
export interface PageReading {
  /** For a viewer and the weights that `Reading` began with. */
  begin(viewer: ScoredViewer): void;
  /** Chances of candidates `0 … count - 1`, `HEADS` each: those of the margins that `Reading` finds, within rounding. */
  read(notes: ScoredNotes, count: number, out: Float32Array): void;
}

/** Row of the weights of what the head `long` tells by a rate; 0: nothing. */
const tellingRow = Uint8Array.from({ length: RATES }, (_, rate) => {
  return telling.includes(rate) ? RATES + telling.indexOf(rate) : 0;
});

// What is looked up for each candidate, since hardly two of a page have it in common. Named one by one: loops over such short
// lists take longer than what they do.
const [SLOT] = part.SLOT_KEYS;
const [NOTE, NOTE_GROUP] = part.NOTE_KEYS;
const [AUTHOR, VIEWER_AUTHOR] = part.AUTHOR_KEYS;
const [NOTE_CROSS, NOTE_SURFACE_CROSS] = part.NOTE_CROSSES;
const [VIEWER_AUTHOR_CROSS, AUTHOR_CROSS] = part.AUTHOR_CROSSES;
const MOST_LEANS = 5;
const TOPIC_CROSSES = Uint8Array.of(...part.firstTopicPart.crosses, ...part.secondTopicPart.crosses);
const MOST_CROSSES = 4 + TOPIC_CROSSES.length + part.MEETINGS.length;

// Candidates whose rows fit the first cache together: about 8 lines of 64 bytes each.
const TOUCHED_AHEAD = 64;

// Topics that a page meets are some hundred; categories, languages and formats are few.
const TOPIC_PLACES = 2_048;
const FEW_PLACES = 64;

// The table of a page, rows of `HEADS`: the weights, what all candidates share, then the sums of parts.
const SHARED = DENSE * HEADS;
const FIRST_SUM = SHARED + HEADS;
const TABLE = FIRST_SUM + (TOPIC_PLACES + 3 * FEW_PLACES) * HEADS;
const MOST_TERMS = 1 + PLAIN + SCORED_TOPICS + 5 + MOST_LEANS;

/**
 * Margins are sums over the parts of a candidate. What its topics, category, format and language add is the same wherever they
 * stand on a page: it is found once a page, while `Reading` finds everything for each exposure. Allocates nothing.
 */
export function openPageReading(
  { rateLean, rateShown, headWeight }: Columns<typeof rateColumns & typeof headColumns>,
  rates: RateTable,
  { bases, weights }: Pick<Reading, 'bases' | 'weights'>,
): PageReading {
  const exposure = { keys: new Uint32Array(features.KEYS), crosses: new Uint32Array(features.CROSSES) };
  const { keys, crosses } = exposure;
  const plain = new Float64Array(PLAIN);
  const table = new Float64Array(TABLE);
  /** Rows of the table that make up a margin, and how often each counts. */
  const termAt = new Int32Array(MOST_TERMS);
  const termTimes = new Float64Array(MOST_TERMS);
  let terms = 0;
  /** Rows of leans, each with the row of the table that it is weighed with; rows of crosses. */
  const leanAt = new Int32Array(MOST_LEANS);
  const leanWeightAt = new Int32Array(MOST_LEANS);
  let leans = 0;
  const crossAt = new Int32Array(MOST_CROSSES);
  let crossCount = 0;
  /** Kept, or a compiler could leave the touching out. */
  const touched = new Float64Array(1);
  let viewer: ScoredViewer = { viewer: 0, group: 0, language: 0, surface: 0 };

  let free = FIRST_SUM;
  const topics = remember(part.topicParts[0] as part.Part, TOPIC_PLACES);
  const categories = remember(part.categoryPart, FEW_PLACES);
  const formats = remember(part.formatPart, FEW_PLACES);
  const languages = remember(part.languagePart, FEW_PLACES);
  const remembered = [topics, categories, formats, languages];

  function remember({ write, keys: partKeys, crosses: partCrosses }: part.Part, places: number): PartSums {
    const first = free;
    free += places * HEADS;
    return createPartSums(table, first, places, (value, to) => {
      write(viewer, value, exposure);
      for (let index = 0; index < partKeys.length; index += 1) addRate(partKeys[index] as number, to);
      for (let index = 0; index < partCrosses.length; index += 1) addCross(partCrosses[index] as number, to);
    });
  }

  function addRate(key: number, to: number): void {
    const row = rates.find(keys[key] as number);
    if (row < 0) return;
    const rate = rateOfKey[key] as number;
    const told = tellingRow[rate] as number;
    const long = told > 0 ? (rateLean[row * HEADS + LONG] as number) : 0;
    for (let head = 0; head < HEADS; head += 1) {
      const own = (table[rate * HEADS + head] as number) * (rateLean[row * HEADS + head] as number);
      table[to + head] = (table[to + head] as number) + own + long * (table[told * HEADS + head] as number);
    }
  }

  function addCross(cross: number, to: number): void {
    const key = crosses[cross] as number;
    if (key === 0) return;
    const from = (key & (WEIGHT_ROWS - 1)) * HEADS;
    for (let head = 0; head < HEADS; head += 1) {
      table[to + head] = (table[to + head] as number) + (headWeight[from + head] as number);
    }
  }

  function begin(next: ScoredViewer): void {
    viewer = next;
    for (const { clear } of remembered) clear();
    table.set(weights);
    table.set(bases, SHARED);
    part.writeViewer(viewer, exposure);
    for (const key of part.VIEWER_KEYS) addRate(key, SHARED);
    const row = rates.find(keys[VIEWER_KEY] as number);
    plain[VIEWER_KNOWN] = row < 0 ? 0 : features.known(rateShown[row] as number);
  }

  function read(notes: ScoredNotes, count: number, out: Float32Array): void {
    for (let from = 0; from < count; from += TOUCHED_AHEAD) {
      const end = Math.min(count, from + TOUCHED_AHEAD);
      for (let at = from; at < end; at += 1) touchOwn(notes, at);
      for (let at = from; at < end; at += 1) readOne(notes, at, out);
    }
  }

  /** Nearly every note and author is a miss of the caches: asked for without waiting for answers, many come at once. */
  function touchOwn(notes: ScoredNotes, at: number): void {
    part.notePart.write(viewer, notes.note[at] as number, exposure);
    part.authorPart.write(viewer, notes.author[at] as number, exposure);
    let sum = rates.touch(keys[NOTE] as number) + rates.touch(keys[NOTE_GROUP] as number);
    sum += rates.touch(keys[AUTHOR] as number) + rates.touch(keys[VIEWER_AUTHOR] as number);
    sum += touchCross(NOTE_CROSS) + touchCross(NOTE_SURFACE_CROSS);
    sum += touchCross(VIEWER_AUTHOR_CROSS) + touchCross(AUTHOR_CROSS);
    touched[0] = sum;
  }

  function touchCross(cross: number): number {
    return headWeight[((crosses[cross] as number) & (WEIGHT_ROWS - 1)) * HEADS] as number;
  }

  function readOne(notes: ScoredNotes, at: number, out: Float32Array): void {
    terms = 0;
    leans = 0;
    crossCount = 0;
    for (let index = 0; index < remembered.length; index += 1) remembered[index]?.makeRoom();
    addTerm(SHARED, 1);
    part.slotPart.write(viewer, notes.slot[at] as number, exposure);
    part.notePart.write(viewer, notes.note[at] as number, exposure);
    part.authorPart.write(viewer, notes.author[at] as number, exposure);
    part.writeMeetings(viewer, notes, at, exposure);
    findOwn();
    addPlain(notes, at);
    addTopics(notes, at * SCORED_TOPICS);
    addTerm(categories.placeOf(notes.category[at] as number), 1);
    addTerm(formats.placeOf(notes.format[at] as number), 1);
    addTerm(languages.placeOf(notes.language[at] as number), 1);
    addUp(out, at * HEADS);
  }

  function addTerm(place: number, times: number): void {
    termAt[terms] = place;
    termTimes[terms] = times;
    terms += 1;
  }

  function findOwn(): void {
    const note = findLean(NOTE);
    plain[NOTE_KNOWN] = note < 0 ? 0 : features.known(rateShown[note] as number);
    findLean(NOTE_GROUP);
    findLean(AUTHOR);
    findLean(VIEWER_AUTHOR);
    findLean(SLOT);
    findCross(NOTE_CROSS);
    findCross(NOTE_SURFACE_CROSS);
    findCross(VIEWER_AUTHOR_CROSS);
    findCross(AUTHOR_CROSS);
    for (let index = 0; index < part.MEETINGS.length; index += 1) findCross(part.MEETINGS[index] as number);
  }

  /** @returns row of the rate, or -1 */
  function findLean(key: number): number {
    const row = rates.find(keys[key] as number);
    if (row < 0) return row;
    const rate = rateOfKey[key] as number;
    leanAt[leans] = row * HEADS;
    leanWeightAt[leans] = rate * HEADS;
    leans += 1;
    const told = tellingRow[rate] as number;
    if (told > 0) addTerm(told * HEADS, rateLean[row * HEADS + LONG] as number);
    return row;
  }

  function findCross(cross: number): void {
    const key = crosses[cross] as number;
    if (key === 0) return;
    crossAt[crossCount] = (key & (WEIGHT_ROWS - 1)) * HEADS;
    crossCount += 1;
  }

  function addPlain(notes: ScoredNotes, at: number): void {
    features.writePlain(notes, at, plain);
    for (let feature = 0; feature < PLAIN; feature += 1) {
      const value = plain[feature] as number;
      if (value !== 0) addTerm((FIRST_PLAIN + feature) * HEADS, value);
    }
  }

  /** Topics of a note share their say. */
  function addTopics({ topics: all }: ScoredNotes, first: number): void {
    let known = 0;
    for (let at = first; at < first + SCORED_TOPICS; at += 1) if (all[at] !== 0) known += 1;
    if (known === 0) return;
    for (let at = first; at < first + SCORED_TOPICS; at += 1) addTerm(topics.placeOf(all[at] as number), 1 / known);
    part.firstTopicPart.write(viewer, all[first] as number, exposure);
    part.secondTopicPart.write(viewer, all[first + 1] as number, exposure);
    for (let index = 0; index < TOPIC_CROSSES.length; index += 1) findCross(TOPIC_CROSSES[index] as number);
  }

  /** Written out, so that eight sums stay in registers. */
  function addUp(out: Float32Array, to: number): void {
    let [m0, m1, m2, m3, m4, m5, m6, m7] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let term = 0; term < terms; term += 1) {
      const times = termTimes[term] as number;
      const from = termAt[term] as number;
      m0 += times * (table[from] as number);
      m1 += times * (table[from + 1] as number);
      m2 += times * (table[from + 2] as number);
      m3 += times * (table[from + 3] as number);
      m4 += times * (table[from + 4] as number);
      m5 += times * (table[from + 5] as number);
      m6 += times * (table[from + 6] as number);
      m7 += times * (table[from + 7] as number);
    }
    for (let lean = 0; lean < leans; lean += 1) {
      const from = leanAt[lean] as number;
      const by = leanWeightAt[lean] as number;
      m0 += (table[by] as number) * (rateLean[from] as number);
      m1 += (table[by + 1] as number) * (rateLean[from + 1] as number);
      m2 += (table[by + 2] as number) * (rateLean[from + 2] as number);
      m3 += (table[by + 3] as number) * (rateLean[from + 3] as number);
      m4 += (table[by + 4] as number) * (rateLean[from + 4] as number);
      m5 += (table[by + 5] as number) * (rateLean[from + 5] as number);
      m6 += (table[by + 6] as number) * (rateLean[from + 6] as number);
      m7 += (table[by + 7] as number) * (rateLean[from + 7] as number);
    }
    for (let cross = 0; cross < crossCount; cross += 1) {
      const from = crossAt[cross] as number;
      m0 += headWeight[from] as number;
      m1 += headWeight[from + 1] as number;
      m2 += headWeight[from + 2] as number;
      m3 += headWeight[from + 3] as number;
      m4 += headWeight[from + 4] as number;
      m5 += headWeight[from + 5] as number;
      m6 += headWeight[from + 6] as number;
      m7 += headWeight[from + 7] as number;
    }
    out[to] = sigmoid(m0);
    out[to + 1] = sigmoid(m1);
    out[to + 2] = sigmoid(m2);
    out[to + 3] = sigmoid(m3);
    out[to + 4] = sigmoid(m4);
    out[to + 5] = sigmoid(m5);
    out[to + 6] = sigmoid(m6);
    out[to + 7] = sigmoid(m7);
  }

  return { begin, read };
}
