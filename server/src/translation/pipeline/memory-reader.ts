export interface MemoryQuestion {
  text: string;
  /** Language of the text; `und` and `mul` fit any but `to`. */
  from: string;
  to: string;
}

/** What people translated: author's versions, accepted suggestions, imports, the phrasebook. */
export interface MemoryReader {
  /** In order; undefined where nobody translated exactly this. One query at most. */
  findExact(questions: readonly MemoryQuestion[]): Promise<(string | undefined)[]>;
}

/** Longest wording that is remembered, in UTF-16 units: its key must fit into a row of the index. */
export const longestPhrase = 600;
