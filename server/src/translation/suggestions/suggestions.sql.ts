import type { Insertable, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/database.ts';
import type { TranslationSuggestionTable } from '../../platform/db/schema/translation.ts';

export type SuggestionRow = Selectable<TranslationSuggestionTable>;

/** A member has one open suggestion for a text and language: a newer one takes its place, under the id of the first. */
export async function putSuggestion(
  tx: Tx,
  row: Insertable<TranslationSuggestionTable>,
): Promise<{ id: string; isNew: boolean }> {
  const put = await tx
    .insertInto('translation_suggestion')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['address', 'language', 'member_id'])
        .where('state', '=', 'open')
        .doUpdateSet((eb) => ({
          text: eb.ref('excluded.text'),
          source: eb.ref('excluded.source'),
          source_hash: eb.ref('excluded.source_hash'),
        })),
    )
    .returning(['id', sql<boolean>`xmax = 0`.as('isNew')])
    .executeTakeFirstOrThrow();
  return put;
}

export function selectSuggestion(db: Queryable, id: string): Promise<SuggestionRow | undefined> {
  return db.selectFrom('translation_suggestion').selectAll().where('id', '=', id).executeTakeFirst();
}

export function lockSuggestion(tx: Tx, id: string): Promise<SuggestionRow | undefined> {
  return tx.selectFrom('translation_suggestion').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Open ones for what a member wrote, or all of them; oldest first. */
export function selectOpenSuggestions(
  db: Queryable,
  authorId: string | undefined,
  after: string | undefined,
  limit: number,
): Promise<SuggestionRow[]> {
  return db
    .selectFrom('translation_suggestion')
    .selectAll()
    .where('state', '=', 'open')
    .$if(authorId !== undefined, (query) => query.where('author_id', '=', authorId ?? ''))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
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
