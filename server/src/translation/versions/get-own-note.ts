import { Problem } from '@teahouse/contract';
import type { Deps } from '../../platform/deps.ts';
import { type OwnNote, selectOwnNote } from './own-notes.sql.ts';

export async function getOwnNote({ db }: Pick<Deps, 'db'>, noteId: string, memberId: string): Promise<OwnNote> {
  const note = await selectOwnNote(db, noteId, memberId);
  if (!note) throw new Problem('not-found');
  return note;
}
