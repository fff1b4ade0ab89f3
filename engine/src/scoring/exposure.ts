/** Topics of a note that the scorer looks at, the most telling first. */
export const SCORED_TOPICS = 3;

/** Who looks, and where: the same for all candidates of a page. Keys are `hash32`es; 0 stands for unknown. */
export interface ScoredViewer {
  /** 0: nothing of this viewer's behaviour is used or kept. */
  viewer: number;
  /** Index in `memberGroups`, plus one. */
  group: number;
  /** The language they read most. */
  language: number;
  /** Index in `surfaces`, plus one. */
  surface: number;
}

/**
 * Candidates, each a row of every column. Keys are `hash32`es (any 32-bit name that stays the same); 0 stands for unknown.
 */
export interface ScoredNotes {
  readonly note: Uint32Array;
  readonly author: Uint32Array;
  /** `SCORED_TOPICS` a row. */
  readonly topics: Uint32Array;
  readonly category: Uint32Array;
  readonly language: Uint32Array;
  /** Pictures, text, short or long video. */
  readonly format: Uint32Array;
  /** Cosine of the note and the viewer's nearest interest, -1–1. */
  readonly similarity: Float32Array;
  /** How strongly what the viewer met last leads here, 0–1. */
  readonly closeness: Float32Array;
  readonly ageHours: Float32Array;
  /** 1 or 0: in a language the viewer reads. */
  readonly languageMatch: Uint8Array;
  readonly translated: Uint8Array;
  readonly follows: Uint8Array;
  /** Place on the page plus one; 0 while places are not given yet. */
  readonly slot: Uint8Array;
}

/** Columns for `count` candidates, all unknown. */
export function createScoredNotes(count: number): ScoredNotes {
  return {
    note: new Uint32Array(count),
    author: new Uint32Array(count),
    topics: new Uint32Array(count * SCORED_TOPICS),
    category: new Uint32Array(count),
    language: new Uint32Array(count),
    format: new Uint32Array(count),
    similarity: new Float32Array(count),
    closeness: new Float32Array(count),
    ageHours: new Float32Array(count),
    languageMatch: new Uint8Array(count),
    translated: new Uint8Array(count),
    follows: new Uint8Array(count),
    slot: new Uint8Array(count),
  };
}
