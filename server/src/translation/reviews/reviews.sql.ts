import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/database.ts';
import type { TranslationReviewTable } from '../../platform/db/schema/translation.ts';

/** A review with what members said about the translation. */
export type ReviewRow = Selectable<TranslationReviewTable> & {
  details: string[];
  reports: number;
};

// Written out: as a parameter of a prepared statement it would match no partial index.
const isOpen = sql<boolean>`state = 'open'`;

/** The id of the open review of a translation, whether it was opened now or before. */
export async function openReview(tx: Queryable, review: Insertable<TranslationReviewTable>): Promise<string> {
  const opened = await tx
    .insertInto('translation_review')
    .values(review)
    .onConflict((conflict) => conflict.columns(['address', 'language']).where(isOpen).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (opened) return opened.id;
  const known = await tx
    .selectFrom('translation_review')
    .select('id')
    .where('address', '=', review.address)
    .where('language', '=', review.language)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return known.id;
}

/** Where a review of the same translation is open already, nothing is opened. */
export async function openReviews(
  tx: Queryable,
  reviews: readonly Insertable<TranslationReviewTable>[],
): Promise<void> {
  if (reviews.length === 0) return;
  await tx
    .insertInto('translation_review')
    .values([...reviews])
    .onConflict((conflict) => conflict.columns(['address', 'language']).where(isOpen).doNothing())
    .execute();
}

const mostDetails = 50;

function withReports(db: Queryable) {
  return db
    .selectFrom('translation_review as review')
    .selectAll('review')
    .select([
      sql<number>`(select count(*)::integer from translation_report where review_id = review.id)`.as('reports'),
      sql<string[]>`array(select detail from translation_report where review_id = review.id and detail <> ''
        order by at limit ${sql.lit(mostDetails)})`.as('details'),
    ]);
}

/** Oldest first. */
export function selectReviews(
  db: Queryable,
  state: 'open' | 'decided',
  after: string | undefined,
  limit: number,
): Promise<ReviewRow[]> {
  return withReports(db)
    .where('review.state', '=', state)
    .$if(after !== undefined, (query) => query.where('review.id', '>', after ?? ''))
    .orderBy('review.id')
    .limit(limit)
    .execute();
}

export function selectReview(db: Queryable, id: string): Promise<ReviewRow | undefined> {
  return withReports(db).where('review.id', '=', id).executeTakeFirst();
}

/** The row stays locked to the end of the transaction. */
export function lockReview(tx: Tx, id: string) {
  return tx.selectFrom('translation_review').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function closeReview(
  tx: Tx,
  id: string,
  decision: 'release' | 'withhold' | 'correct',
  moderatorId: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('translation_review')
    .set({ state: 'decided', decision, moderator_id: moderatorId, decided_at: at })
    .where('id', '=', id)
    .execute();
}
