import { type Insertable, type Selectable, sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';
import type { ReportTable } from '../platform/db/schema/order.ts';
import type { SubjectRef } from './subjects.ts';

type Report = Selectable<ReportTable>;
export type ReportState = Report['state'];

/** The id of the report, whether it was written now or before. */
export async function insertReportOnce(
  tx: Queryable,
  report: Insertable<ReportTable> & { reporter_id: string },
): Promise<{ id: string; isNew: boolean }> {
  const written = await tx
    .insertInto('report')
    .values(report)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (written) return { id: written.id, isNew: true };
  const known = await tx
    .selectFrom('report')
    .select('id')
    .where('reporter_id', '=', report.reporter_id)
    .where('subject_kind', '=', report.subject_kind)
    .where('subject_id', '=', report.subject_id)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { id: known.id, isNew: false };
}

export async function insertHouseReport(tx: Queryable, report: Insertable<ReportTable>): Promise<void> {
  await tx.insertInto('report').values(report).execute();
}

/** The house's own open report about a subject: a text that is held again replaces what was held before. */
export async function closeHouseReports(tx: Queryable, { kind, id }: SubjectRef): Promise<void> {
  await tx
    .updateTable('report')
    .set({ state: 'dismissed' })
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('reason', '=', 'word-bank')
    .where('state', '=', 'open')
    .execute();
}

export interface TicketRow extends Report {
  report_count: number;
  all_terms: string[];
}

export interface TicketPosition {
  id: string;
  at: Date;
}

/** One line a subject: its first report in that state, with the number of all of them; oldest first. */
export async function selectTickets(
  db: Queryable,
  state: ReportState,
  after: TicketPosition | undefined,
  limit: number,
): Promise<TicketRow[]> {
  const rest = after ? sql`and (report.created_at, report.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<TicketRow>`
    select report.*, every.report_count, every.all_terms
    from report cross join lateral (
      select count(distinct alike.id)::integer as report_count, coalesce(array_agg(distinct term) filter (where term is not null), '{}') as all_terms
      from report as alike left join lateral unnest(alike.matched_terms) as term on true
      where alike.subject_kind = report.subject_kind and alike.subject_id = report.subject_id and alike.state = report.state) as every
    where report.state = ${state} ${rest} and not exists (
      select from report as earlier
      where earlier.subject_kind = report.subject_kind and earlier.subject_id = report.subject_id and earlier.state = report.state
        and (earlier.created_at, earlier.id) < (report.created_at, report.id))
    order by report.created_at, report.id limit ${limit}`.execute(db);
  return rows;
}

/** Closes every open report about a subject; returns the reasons they gave. */
export async function closeReports(
  tx: Queryable,
  { kind, id }: SubjectRef,
  state: 'decided' | 'dismissed',
  decisionId: string,
): Promise<string[]> {
  const closed = await tx
    .updateTable('report')
    .set({ state, decision_id: decisionId })
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('state', '=', 'open')
    .returning('reason')
    .execute();
  return closed.map(({ reason }) => reason);
}
