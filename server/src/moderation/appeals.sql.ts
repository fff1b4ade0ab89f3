import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';
import type { AppealTable } from '../platform/db/schema/order.ts';
import type { DecisionRow } from './decisions.sql.ts';

/** False when the decision was appealed before. */
export async function insertAppealOnce(tx: Queryable, appeal: Insertable<AppealTable>): Promise<boolean> {
  const written = await tx
    .insertInto('appeal')
    .values(appeal)
    .onConflict((c) => c.column('decision_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

export function lockAppeal(tx: Queryable, id: string): Promise<Selectable<AppealTable> | undefined> {
  return tx.selectFrom('appeal').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function answerAppeal(
  tx: Queryable,
  id: string,
  answer: { state: 'upheld' | 'overturned'; answer: string; decided_by: string; decided_at: Date },
): Promise<void> {
  await tx.updateTable('appeal').set(answer).where('id', '=', id).execute();
}

export interface OpenAppealRow extends DecisionRow {
  appeal: NonNullable<DecisionRow['appeal']>;
  appeal_at: Date;
  /** As it read when it was reported or held; as it reads now where nobody had reported it. */
  snapshot: unknown;
}

export interface AppealPosition {
  id: string;
  at: Date;
}

export async function selectOpenAppeals(
  db: Queryable,
  after: AppealPosition | undefined,
  limit: number,
): Promise<OpenAppealRow[]> {
  const rest = after ? sql`and (appeal.created_at, appeal.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<OpenAppealRow>`
    select decision.*, appeal.created_at as appeal_at,
      json_build_object('id', appeal.id, 'state', appeal.state, 'text', appeal.text, 'answer', appeal.answer,
        'created_at', appeal.created_at) as appeal,
      coalesce(
        (select snapshot from report where report.subject_kind = decision.subject_kind and report.subject_id = decision.subject_id
          and report.created_at <= decision.decided_at order by created_at desc, id desc limit 1),
        (select jsonb_build_object('title', title, 'text', text, 'language', language, 'pictureUrls', '[]'::jsonb)
          from note where id = decision.subject_id and decision.subject_kind = 'note'),
        (select jsonb_build_object('text', text, 'language', language, 'pictureUrls', '[]'::jsonb)
          from comment where id = decision.subject_id and decision.subject_kind = 'comment')) as snapshot
    from appeal join decision on decision.id = appeal.decision_id
    where appeal.state = 'open' ${rest} order by appeal.created_at, appeal.id limit ${limit}`.execute(db);
  return rows;
}
