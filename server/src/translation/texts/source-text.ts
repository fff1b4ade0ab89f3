import type { TextAddress, TextPlace } from '@teahouse/contract';

/** A member's text as the translation path needs it, whoever asks. */
export interface SourceText {
  address: TextAddress;
  place: TextPlace;
  text: string;
  /** Languages found in it when it was written, main one first; undefined where that was never looked at. */
  languages: string[] | undefined;
  /** Likely languages beyond those. */
  priors: string[];
  authorId: string | undefined;
  /** Of comments: held and removed ones are their author's alone. */
  compliance: 'allowed' | 'limited' | 'held' | 'removed';
  isOpenBoard?: boolean;
  /** Of what stands under a declined term: whose the term is, null for a shipped one. Absent under all others. */
  declinedTermOf?: string | null | undefined;
  /** Wording around it. */
  context: string | undefined;
  /** Who reads it in translation has read the note in translation: its text, or the title of a note without one. */
  isNoteItself: boolean;
  /** The author wants no machine translation. */
  isLocked: boolean;
  /** The author's own words, by language. */
  versions: ReadonlyMap<string, { text: string; isOutdated: boolean }>;
}
