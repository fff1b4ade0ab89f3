import type { Readers } from '../readers.ts';

/** What moderation uses of the rest of the house. */
export interface ModerationOthers extends Readers {
  /** A suspended member's sessions end at once. */
  forgetSessions(memberId: string): void;
  /** The remembered first page of a note's comments. */
  forgetComments(noteId: string): void;
}
