import type { ComplianceState } from '@teahouse/contract';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';
import type { AppealTable, DecisionTable } from '../platform/db/schema/order.ts';
import type { SubjectRef } from './subjects.ts';

type Decision = Selectable<DecisionTable>;
type Appeal = Selectable<AppealTable>;

/** A decision with its appeal, if there is one: what a statement of reasons is made of. */
export type DecisionRow = Decision & { appeal: AppealJson | null };
/** Times inside json come as text. */
export type AppealJson = Pick<Appeal, 'id' | 'state' | 'text' | 'answer'> & { created_at: string };

export async function insertDecision(tx: Queryable, decision: Insertable<DecisionTable>): Promise<void> {
  await tx.insertInto('decision').values(decision).execute();
}

const withAppeal = sql`decision.*, (
  select json_build_object('id', appeal.id, 'state', appeal.state, 'text', appeal.text, 'answer', appeal.answer, 'created_at', appeal.created_at)
  from appeal where appeal.decision_id = decision.id) as appeal`;

export async function selectDecision(db: Queryable, id: string): Promise<DecisionRow | undefined> {
  const { rows } = await sql<DecisionRow>`select ${withAppeal} from decision where id = ${id}`.execute(db);
  return rows[0];
}

export interface StatementPosition {
  id: string;
  at: Date;
}

/** Decisions a member is told about; a dismissed report is none of them. */
export async function selectStatements(
  db: Queryable,
  authorId: string,
  after: StatementPosition | undefined,
  limit: number,
): Promise<DecisionRow[]> {
  const rest = after ? sql`and (decided_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<DecisionRow>`
    select ${withAppeal} from decision where author_id = ${authorId} and action <> 'dismiss' ${rest}
    order by decided_at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

/** How the subject stood before the last decision of a kind. */
export async function selectFormerCompliance(
  tx: Queryable,
  { kind, id }: SubjectRef,
  action: 'remove',
): Promise<ComplianceState | undefined> {
  const row = await tx
    .selectFrom('decision')
    .select('former_compliance')
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('action', '=', action)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.former_compliance ?? undefined) as ComplianceState | undefined;
}

export async function selectInterfaceLanguage(db: Queryable, memberId: string): Promise<string> {
  const row = await db.selectFrom('member').select('interface_language').where('id', '=', memberId).executeTakeFirst();
  return row?.interface_language ?? 'en';
}
