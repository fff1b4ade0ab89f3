import type { Selectable } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import type { TranslationEvaluationTable } from '../../platform/db/schema/translation.ts';

export function selectEvaluations(db: Queryable): Promise<Selectable<TranslationEvaluationTable>[]> {
  return db
    .selectFrom('translation_evaluation')
    .selectAll()
    .orderBy('pair')
    .orderBy('engine')
    .orderBy('set_name')
    .execute();
}

/** The latest run of a set counts. */
export async function upsertEvaluation(
  db: Queryable,
  { engine, pair, set_name, figures, weights, at }: Selectable<TranslationEvaluationTable>,
): Promise<void> {
  const measured = { figures: JSON.stringify(figures), weights, at };
  await db
    .insertInto('translation_evaluation')
    .values({ engine, pair, set_name, ...measured })
    .onConflict((conflict) => conflict.columns(['engine', 'pair', 'set_name']).doUpdateSet(measured))
    .execute();
}
