import type { ReportId, ResponseOf, routes } from '@teahouse/contract';
import { z } from 'zod';
import type { Input } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { selectTickets, type TicketRow } from './reports.sql.ts';
import { loadSubjectFacts, type SubjectView } from './subject-view.ts';

type ListRoute = typeof routes.moderation.listReports;
type ReportView = ResponseOf<ListRoute>['items'][number];

const position = z.object({ id: z.string(), at: z.coerce.date() });

/** The queue: one line a subject, the one that waits longest first. */
export async function listReports(
  { db }: Pick<Deps, 'db'>,
  { cursors, members }: Pick<Readers, 'cursors' | 'members'>,
  { actor, query }: Input<ListRoute>,
): Promise<ResponseOf<ListRoute>> {
  const scope = `moderation.listReports ${query.state} ${actor.memberId}`;
  const after = query.cursor ? cursors.decode(scope, query.cursor, position) : undefined;
  const tickets = await selectTickets(db, query.state, after, query.limit + 1);
  const page = tickets.slice(0, query.limit);
  const facts = await loadSubjectFacts(db, members, page);
  const last = tickets.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => reportView(row, facts.view(row, row.snapshot))),
    ...(last ? { nextCursor: cursors.encode(scope, { id: last.id, at: last.created_at }) } : {}),
  };
}

function reportView(row: TicketRow, subject: SubjectView): ReportView {
  return {
    id: row.id as ReportId,
    subject,
    reason: row.reason as ReportView['reason'],
    detail: row.detail,
    matchedTerms: row.all_terms,
    reportCount: row.report_count,
    state: row.state,
    createdAt: row.created_at.toISOString(),
  };
}
