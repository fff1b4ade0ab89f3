import type { Insertable, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/database.ts';
import type { TranslationSuggestionTable } from '../../platform/db/schema/translation.ts';

export type SuggestionRow = Selectable<TranslationSuggestionTable>;

/**
 * A member has one open suggestion for a text and language. A newer one takes its place under an id of its own: whoever was about
 * to accept the former one does not accept this unread.
 */
export function putSuggestion(
  tx: Tx,
  row: Insertable<TranslationSuggestionTable>,
): Promise<SuggestionRow & { isNew: boolean }> {
  return tx
    .insertInto('translation_suggestion')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['address', 'language', 'member_id'])
        .where(sql<boolean>`state = 'open'`)
        .doUpdateSet((eb) => ({
          id: eb.ref('excluded.id'),
          text: eb.ref('excluded.text'),
          source: eb.ref('excluded.source'),
          source_language: eb.ref('excluded.source_language'),
          source_hash: eb.ref('excluded.source_hash'),
          created_at: eb.ref('excluded.created_at'),
        })),
    )
    .returningAll()
    .returning(sql<boolean>`xmax = 0`.as('isNew'))
    .executeTakeFirstOrThrow();
}

export function selectSuggestion(db: Queryable, id: string): Promise<SuggestionRow | undefined> {
  return db.selectFrom('translation_suggestion').selectAll().where('id', '=', id).executeTakeFirst();
}

export function lockSuggestion(tx: Tx, id: string): Promise<SuggestionRow | undefined> {
  return tx.selectFrom('translation_suggestion').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

interface OpenSuggestions {
  /** Of everybody's texts where absent. */
  authorId: string | undefined;
  /** Suggested by anyone but these. */
  but: readonly string[];
  after: string | undefined;
  limit: number;
}

/** Oldest first. */
export function selectOpenSuggestions(
  db: Queryable,
  { authorId, but, after, limit }: OpenSuggestions,
): Promise<SuggestionRow[]> {
  return (
    db
      .selectFrom('translation_suggestion')
      .selectAll()
      // Written out: as a parameter of a prepared statement it would match no partial index.
      .where(sql<boolean>`state = 'open'`)
      .where('member_id', '<>', sql<string>`all(${[...but]}::uuid[])`)
      .$if(authorId !== undefined, (query) => query.where('author_id', '=', authorId ?? ''))
      .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(limit)
      .execute()
  );
}

export async function closeSuggestion(
  tx: Tx,
  id: string,
  state: 'accepted' | 'declined',
  decidedBy: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('translation_suggestion')
    .set({ state, decided_by: decidedBy, decided_at: at })
    .where('id', '=', id)
    .execute();
}
