import { SCORED_TOPICS, type ScoredNotes, type ScoredViewer } from './exposure.ts';
import { bounded, TOPIC_KEY, VIEWER_TOPIC_KEY } from './features.ts';
import { keyOf, mixKeys } from './mix-keys.ts';

/** The keys of one exposure, `KEYS` of rates and `CROSSES`; 0 where a part is unknown. */
export interface ExposureKeys {
  readonly keys: Uint32Array;
  readonly crosses: Uint32Array;
}

/** One thing about a candidate, and which keys it decides together with the viewer. */
export interface Part {
  readonly keys: readonly number[];
  readonly crosses: readonly number[];
  write(viewer: ScoredViewer, value: number, into: ExposureKeys): void;
}

export const SLOT_KEYS = [1] as const;
export const NOTE_KEYS = [3, 12] as const;
export const NOTE_CROSSES = [5, 7] as const;
export const AUTHOR_KEYS = [4, 16] as const;
export const AUTHOR_CROSSES = [2, 6] as const;

export const slotPart: Part = {
  keys: SLOT_KEYS,
  crosses: [],
  write({ surface }, slot, { keys }) {
    keys[1] = mixKeys(1, surface, slot);
  },
};

export const notePart: Part = {
  keys: NOTE_KEYS,
  crosses: NOTE_CROSSES,
  write({ group, surface }, note, { keys, crosses }) {
    keys[3] = keyOf(3, note);
    keys[12] = mixKeys(12, note, group);
    crosses[5] = keyOf(37, note);
    crosses[7] = mixKeys(39, note, surface);
  },
};

export const authorPart: Part = {
  keys: AUTHOR_KEYS,
  crosses: AUTHOR_CROSSES,
  write({ viewer }, author, { keys, crosses }) {
    keys[4] = keyOf(4, author);
    keys[16] = mixKeys(16, viewer, author);
    crosses[2] = mixKeys(34, viewer, author);
    crosses[6] = keyOf(38, author);
  },
};

/** Topics of a note share their say: their rates are alike whatever their place. */
export const topicParts: readonly Part[] = Array.from({ length: SCORED_TOPICS }, (_, place) => ({
  keys: [TOPIC_KEY + place, VIEWER_TOPIC_KEY + place],
  crosses: [],
  write({ viewer }, topic, { keys }) {
    keys[TOPIC_KEY + place] = keyOf(5, topic);
    keys[VIEWER_TOPIC_KEY + place] = mixKeys(13, viewer, topic);
  },
}));

export const firstTopicPart: Part = {
  keys: [],
  crosses: [0, 8, 10],
  write({ viewer, surface, group }, topic, { crosses }) {
    crosses[0] = mixKeys(32, viewer, topic);
    crosses[8] = mixKeys(40, topic, surface);
    crosses[10] = mixKeys(42, topic, group);
  },
};

export const secondTopicPart: Part = {
  keys: [],
  crosses: [1],
  write({ viewer }, topic, { crosses }) {
    crosses[1] = mixKeys(33, viewer, topic);
  },
};

export const categoryPart: Part = {
  keys: [8, 17],
  crosses: [3],
  write({ viewer }, category, { keys, crosses }) {
    keys[8] = keyOf(8, category);
    keys[17] = mixKeys(17, viewer, category);
    crosses[3] = mixKeys(35, viewer, category);
  },
};

export const formatPart: Part = {
  keys: [9, 18],
  crosses: [4, 9],
  write({ viewer, surface }, format, { keys, crosses }) {
    keys[9] = keyOf(9, format);
    keys[18] = mixKeys(18, viewer, format);
    crosses[4] = mixKeys(36, viewer, format);
    crosses[9] = mixKeys(41, format, surface);
  },
};

export const languagePart: Part = {
  keys: [10],
  crosses: [12],
  write(viewer, language, { keys, crosses }) {
    keys[10] = mixKeys(10, language, viewer.language);
    crosses[12] = mixKeys(44, language, viewer.language);
  },
};

/** Keys of what all candidates of a page share: surface, viewer, the two together. */
export const VIEWER_KEYS = [0, 2, 11] as const;

export function writeViewer({ viewer, surface }: ScoredViewer, { keys }: ExposureKeys): void {
  keys[0] = keyOf(0, surface);
  keys[2] = keyOf(2, viewer);
  keys[11] = mixKeys(11, viewer, surface);
}

/** Crosses of numbers with the surface or the format, and of the format with the first topic. */
export const MEETINGS = [11, 13, 14, 15] as const;

export function writeMeetings(
  { surface }: ScoredViewer,
  notes: ScoredNotes,
  at: number,
  { crosses }: ExposureKeys,
): void {
  const format = notes.format[at] as number;
  crosses[11] = mixKeys(43, format, notes.topics[at * SCORED_TOPICS] as number);
  crosses[13] = mixKeys(45, 1 + stepOf(notes.similarity[at] as number), surface);
  crosses[14] = mixKeys(46, 1 + stepOf(notes.closeness[at] as number), surface);
  crosses[15] = mixKeys(47, 1 + ageStep(notes.ageHours[at] as number), format);
}

/** All keys that differ from candidate to candidate. */
export function writeCandidate(viewer: ScoredViewer, notes: ScoredNotes, at: number, into: ExposureKeys): void {
  const firstTopic = at * SCORED_TOPICS;
  slotPart.write(viewer, notes.slot[at] as number, into);
  notePart.write(viewer, notes.note[at] as number, into);
  authorPart.write(viewer, notes.author[at] as number, into);
  for (let place = 0; place < SCORED_TOPICS; place += 1) {
    topicParts[place]?.write(viewer, notes.topics[firstTopic + place] as number, into);
  }
  firstTopicPart.write(viewer, notes.topics[firstTopic] as number, into);
  secondTopicPart.write(viewer, notes.topics[firstTopic + 1] as number, into);
  categoryPart.write(viewer, notes.category[at] as number, into);
  formatPart.write(viewer, notes.format[at] as number, into);
  languagePart.write(viewer, notes.language[at] as number, into);
  writeMeetings(viewer, notes, at, into);
}

// Twentieths.
function stepOf(part: number): number {
  return Math.floor(bounded(part, -1, 1) * 20) + 20;
}

// Doublings: 1 h, 2 h, 4 h … (the first for all below one hour).
function ageStep(hours: number): number {
  return 32 - Math.clz32(bounded(hours, 0, 1e6));
}
