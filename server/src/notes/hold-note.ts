import type { NoteVersion } from '@teahouse/contract';
import type { HoldForReview } from '../moderation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { hold } from './publish-note.ts';
import { setNoteCompliance } from './set-note-compliance.ts';

interface NoteInDoubt {
  id: string;
  authorId: string;
  title: string;
  text: string;
  language: string;
  versions: readonly NoteVersion[];
}

/** Takes a standing note out of view until a moderator has read it, with the words of the bank that are the reason. */
export type HoldNote = (tx: Tx, note: NoteInDoubt, terms: readonly string[]) => Promise<void>;

export function createHoldNote({ events }: Pick<Deps, 'events'>, holdForReview: HoldForReview): HoldNote {
  return async (tx, note, terms) => {
    await setNoteCompliance(tx, note.id, 'held');
    await hold({ holdForReview }, tx, note, [], terms);
    await events.emit(tx, 'note.withdrawn', { noteId: note.id, authorId: note.authorId });
  };
}
