import type { NoteCard, NoteView } from '@teahouse/contract';

/** What every arrangement of a note is made from. */
export interface NoteParts {
  query: { data: NoteView | undefined; error: unknown; refetch: () => unknown };
  /** What a feed already told, until the note is here. */
  card: NoteCard | undefined;
  /** Where to go when the note is deleted. */
  onGone: () => void;
}
