import type { EngineTerm } from '../engines/port.ts';

/** The community's glossary as the pipeline sees it. */
export interface GlossaryReader {
  /** Changes with every term; what was prepared under another version is prepared again. */
  readonly version: number;
  /**
   * Terms of one sentence with their renderings in `to`. `hash` names exactly these terms in their present versions, empty
   * when there are none: it is part of the cache key of engines that take terms.
   */
  match(text: string, to: string): { terms: EngineTerm[]; hash: string };
  /** An abbreviation that is slang, not noise. */
  knows(word: string): boolean;
}

/** A house without a glossary. */
export const noGlossary: GlossaryReader = { version: 0, match: () => ({ terms: [], hash: '' }), knows: () => false };
