import { Problem, type translationRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { forgetMade } from './forget-made.ts';
import { lockOwnNote, setLocked } from './own-notes.sql.ts';
import type { VersionParts } from './put-version.ts';

/** An author may want no machine to speak for them: what machines made of the note goes at once. */
export async function lockTranslation(
  deps: Pick<Deps, 'db' | 'events'>,
  { notes, texts }: Pick<VersionParts, 'notes' | 'texts'>,
  { params, body, actor }: Input<typeof translationRoutes.lock>,
): Promise<undefined> {
  await inTransaction(deps.db, async (tx) => {
    const note = await lockOwnNote(tx, params.noteId, actor.memberId);
    if (!note) throw new Problem('not-found');
    await setLocked(tx, note.id, body.isLocked);
    if (body.isLocked) await forgetMade(deps, tx, note.id, ({ origin }) => origin !== 'member');
    await deps.events.emit(tx, 'note.changed', { noteId: note.id, authorId: actor.memberId });
  });
  deps.events.wake();
  notes.invalidate(params.noteId);
  texts.invalidate(params.noteId);
}
