import { Problem, type translationRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { deleteNoteVersion } from '../../notes/index.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { lockOwnNote } from './own-notes.sql.ts';
import type { VersionParts } from './put-version.ts';

export async function deleteVersion(
  deps: Pick<Deps, 'db' | 'events'>,
  { notes, texts }: Pick<VersionParts, 'notes' | 'texts'>,
  { params, actor }: Input<typeof translationRoutes.deleteVersion>,
): Promise<undefined> {
  await inTransaction(deps.db, async (tx) => {
    const note = await lockOwnNote(tx, params.noteId, actor.memberId);
    if (!note || !(await deleteNoteVersion(tx, note.id, params.language))) throw new Problem('not-found');
    await deps.events.emit(tx, 'note.changed', { noteId: note.id, authorId: actor.memberId });
  });
  deps.events.wake();
  notes.invalidate(params.noteId);
  texts.invalidate(params.noteId);
}
