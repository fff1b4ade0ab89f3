import type { Queryable, Tx } from '../../platform/db/database.ts';

function ownNote(db: Queryable, noteId: string, memberId: string) {
  return db
    .selectFrom('note')
    .select(['id', 'author_id as authorId', 'title', 'text', 'language', 'version', 'compliance'])
    .where('id', '=', noteId)
    .where('author_id', '=', memberId)
    .where('deleted_at', 'is', null)
    .where('compliance', '<>', 'removed');
}

export function selectOwnNote(db: Queryable, noteId: string, memberId: string) {
  return ownNote(db, noteId, memberId).executeTakeFirst();
}

export type OwnNote = NonNullable<Awaited<ReturnType<typeof selectOwnNote>>>;

/** The row stays locked to the end of the transaction. */
export function lockOwnNote(tx: Tx, noteId: string, memberId: string) {
  return ownNote(tx, noteId, memberId).forUpdate().executeTakeFirst();
}

export async function setLocked(tx: Tx, noteId: string, isLocked: boolean): Promise<void> {
  await tx.updateTable('note').set({ translation_locked: isLocked }).where('id', '=', noteId).execute();
}

/** What machines made of a note in a language, now that its author has said it themselves. */
export async function forgetLanguage(tx: Queryable, noteId: string, language: string): Promise<void> {
  await tx
    .deleteFrom('translation')
    .where('home_id', '=', noteId)
    .where('address', 'in', [`note.title:${noteId}`, `note.text:${noteId}`])
    .where('language', '=', language)
    .execute();
}

/** Everything machines made of a note; what members suggested stays. */
export async function forgetMachines(tx: Queryable, noteId: string): Promise<void> {
  await tx
    .deleteFrom('translation')
    .where('home_id', '=', noteId)
    .where('address', 'like', `note.%:${noteId}%`)
    .where('origin', '<>', 'member')
    .execute();
}
