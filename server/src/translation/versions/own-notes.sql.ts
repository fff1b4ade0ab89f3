import type { Queryable, Tx } from '../../platform/db/database.ts';

/** A note of one's own that still stands; anybody else's is not there. */
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

/** Translations of a note's own texts; those of its comments are others' words. */
export function selectMade(db: Queryable, noteId: string) {
  return db
    .selectFrom('translation')
    .select(['address', 'language', 'origin', 'source_hash as hash'])
    .where('home_id', '=', noteId)
    .where('address', 'like', 'note.%')
    .execute();
}

export type MadeRow = Awaited<ReturnType<typeof selectMade>>[number];
