import {
  createScoredNotes,
  heads,
  type LearningRates,
  layOut,
  openColumns,
  openScorer,
  type ScoredNotes,
  type Scorer,
  scorerColumns,
} from '@teahouse/engine';
import { KNOWN_HEADS, type KuaiRand } from './kuairand-data.ts';

export interface ReplayOptions {
  /** First day on which nothing more is learnt of members; Infinity: always learnt. */
  frozenFrom: number;
  /** Last day that is replayed. */
  until: number;
  learning?: LearningRates;
}

/** Probability of an open and a long view for each exposure, told before its outcome is learnt. */
export interface Prequential {
  open: Float32Array;
  long: Float32Array;
  /** Rows scored and learnt in a second of processor time. */
  rowsPerSecond: number;
}

// 57 MB of rates, far above what the set needs.
const CAPACITIES = { rates: 2 ** 19 };

/** The engine's memory when it has learnt the history, as bytes. */
export function learnHistoryOnce(data: KuaiRand): ArrayBuffer {
  const memory = new ArrayBuffer(layOut(scorerColumns, CAPACITIES).bytes);
  learnHistory(openScorer(openColumns(scorerColumns, CAPACITIES, memory)), data, createScoredNotes(1));
  return memory;
}

/** The engine's scorer over the log, in log order: every exposure is scored, then learnt. `memory` is left alone. */
export function replayKuaiRand(data: KuaiRand, memory: ArrayBuffer, options: ReplayOptions): Prequential {
  const scorer = openScorer(openColumns(scorerColumns, CAPACITIES, memory.slice()), options.learning);
  const notes = createScoredNotes(1);
  const out = new Float32Array(heads.length);
  const open = new Float32Array(data.count);
  const long = new Float32Array(data.count);
  const before = process.cpuUsage();
  // Around midnight the days of the log are not in the order of its times.
  const end = data.day.findLastIndex((day) => day <= options.until) + 1;
  for (let row = 0; row < end; row += 1) {
    const isViewerKept = (data.day[row] as number) < options.frozenFrom;
    const viewer = {
      viewer: (data.user[row] as number) + 1,
      group: 1,
      language: 1,
      surface: (data.tab[row] as number) + 1,
    };
    describeVideo(data, row, data.video[row] as number, notes);
    notes.ageHours[0] = data.ageHours[row] as number;
    scorer.begin(viewer);
    scorer.score(notes, 1, out);
    open[row] = out[0] as number;
    long[row] = out[1] as number;
    const done = data.done[row] as number;
    const at = Math.floor((data.at[row] as number) / 1000);
    scorer.learn(viewer, notes, 0, { done, known: KNOWN_HEADS, weight: 1, at, isViewerKept });
  }
  const { user, system } = process.cpuUsage(before);
  return { open, long, rowsPerSecond: Math.round((end / (user + system)) * 1_000_000) };
}

// A surface of its own: all of it was watched, unlike what the log merely shows.
const HISTORY_SURFACE = 100;
const LONG_AND_LIKE = 0b110;
// The day before the log.
const HISTORY_AT = Date.parse('2022-04-24T12:00:00+08:00') / 1000;

/** What members watched before the log enters the rates as impressions of which only long views and likes are known. */
function learnHistory(scorer: Scorer, data: KuaiRand, notes: ScoredNotes) {
  const facts = factsOf(data);
  for (const [user, { watched, liked, long }] of data.history) {
    const viewer = { viewer: user + 1, group: 1, language: 1, surface: HISTORY_SURFACE };
    for (const video of watched) {
      const done = (long.has(video) ? 2 : 0) | (liked.has(video) ? 4 : 0);
      const row = facts.get(video);
      describeVideo(data, row, video, notes);
      scorer.learn(viewer, notes, 0, { done, known: LONG_AND_LIKE, weight: 0, at: HISTORY_AT });
    }
  }
}

/** A row of the log that tells author, tags and length of each video. */
function factsOf(data: KuaiRand): Map<number, number> {
  const facts = new Map<number, number>();
  for (let row = data.count - 1; row >= 0; row -= 1) facts.set(data.video[row] as number, row);
  return facts;
}

/** `row` is any exposure of the video; without one, nothing but its name is known. */
function describeVideo(data: KuaiRand, row: number | undefined, video: number, notes: ScoredNotes) {
  notes.note[0] = video + 1;
  notes.author[0] = row === undefined ? 0 : (data.author[row] as number);
  for (let place = 0; place < 3; place += 1) {
    notes.topics[place] = row === undefined ? 0 : (data.tags[row * 3 + place] as number);
  }
  notes.language[0] = 1;
  notes.format[0] = row === undefined ? 0 : formatOf(data.durationSeconds[row] as number);
  notes.languageMatch[0] = 1;
}

/** Doublings of a video's length. */
function formatOf(seconds: number): number {
  return 1 + Math.round(Math.log2(1 + seconds));
}
