import type { Columns } from '../memory/columns.ts';
import type { noteColumns } from '../notes/note-columns.ts';
import type { TrafficPolicy } from '../traffic/policy.ts';

/** What page assembly reads of a note. */
export type PageNotes = Pick<Columns<typeof noteColumns>, 'noteVector' | 'noteAuthor' | 'noteTopics' | 'noteDuplicate'>;

/** Bits of a candidate's flags. */
export const candidateFlags = {
  /** Waits for its first audience and was chosen for this viewer. */
  firstPool: 1,
  /** Answers a fresh search of the viewer. */
  search: 2,
  /** In a language that the viewer does not read. */
  foreign: 4,
  /** By a newcomer. */
  newcomer: 8,
  /** By somebody whom the viewer follows. */
  followed: 16,
  /** A promotion pays for it. */
  promoted: 32,
  /** Of a topic that the viewer asked to see more of. */
  wished: 64,
} as const;

/** Notes by row with their flags; the first `count` entries count. */
export interface FlaggedNotes {
  count: number;
  rows: Uint32Array;
  flags: Uint16Array;
}

/** In any order, a row once; among first-pool picks the earlier are the more urgent. */
export interface PageCandidates extends FlaggedNotes {
  scores: Float32Array;
}

export interface PageInput {
  candidates: PageCandidates;
  /**
   * What this walk has shown, oldest first; the last 60 count. `firstPool` says that a note stood in a first-pool slot: where
   * that is not known and the bit is left out, the bounds on foreign notes and newcomers are only stricter.
   */
  before: FlaggedNotes;
  size: number;
  policy: TrafficPolicy['page'];
  /** Number that varies from page to page and viewer to viewer: moves first-pool and paid slots over the columns. */
  turn: number;
  /** Largest parts of the page, 0–1; first-pool slots and what the viewer asked for stand outside. */
  foreignShare: number;
  newcomerShare: number;
  /** Least part of the page that answers a fresh search, 0–1, as far as such candidates fit. */
  searchShare: number;
  /** First-pool slots of a page of `policy.size`, at most. */
  firstPoolSlots: number;
}

/** Which rule filled a slot: `ranked` is by score and variety alone. */
export const slotKinds = ['ranked', 'first-pool', 'search', 'promoted'] as const;
export type SlotKind = (typeof slotKinds)[number];

export interface ComposedSlot {
  /** Index among the candidates. */
  candidate: number;
  row: number;
  kind: SlotKind;
}

/**
 * Hard limits, in the order in which they give way when candidates run out: sameness of subject first, then of author, then
 * the bounds that keep a viewer's page theirs, the same content twice last.
 */
export const pageConstraints = [
  'topic-run',
  'topic-share',
  'author-gap',
  'author-share',
  'newcomer-share',
  'foreign-share',
  'near-duplicate',
] as const;
export type PageConstraint = (typeof pageConstraints)[number];

export interface ComposedPage {
  slots: ComposedSlot[];
  /** Slots that could only be filled by breaking the named constraints, in slot order. */
  relaxed: { slot: number; constraints: PageConstraint[] }[];
}
