import type { ComplianceState, ResponseOf, routes } from '@teahouse/contract';
import type { MemberReader, MemberSummary } from '../members/index.ts';
import type { Queryable } from '../platform/db/database.ts';
import { selectStandings } from './subjects.sql.ts';
import { snapshot } from './subjects.ts';

export type SubjectView = ResponseOf<typeof routes.moderation.listReports>['items'][number]['subject'];

interface SubjectColumns {
  subject_kind: string;
  subject_id: string;
  note_id: string | null;
  author_id: string;
}

/** Names of authors and present standing of subjects, for a page of them, each in one query. */
export async function loadSubjectFacts(db: Queryable, members: MemberReader, rows: readonly SubjectColumns[]) {
  const [authors, standings] = await Promise.all([
    members.summaries(rows.map((row) => row.author_id)),
    selectStandings(
      db,
      rows.map((row) => ({ kind: row.subject_kind, id: row.subject_id })),
    ),
  ]);
  const complianceBySubject = new Map(standings.map((row) => [`${row.kind} ${row.id}`, row.compliance]));
  return {
    view: (row: SubjectColumns, kept: unknown): SubjectView =>
      subjectView(
        row,
        kept,
        authors.get(row.author_id),
        complianceBySubject.get(`${row.subject_kind} ${row.subject_id}`),
      ),
  };
}

function subjectView(
  row: SubjectColumns,
  kept: unknown,
  author: MemberSummary | undefined,
  compliance: ComplianceState = 'removed',
): SubjectView {
  const { title, ...words } = snapshot.parse(kept);
  return {
    kind: row.subject_kind as SubjectView['kind'],
    id: row.subject_id,
    ...(row.note_id ? { noteId: row.note_id } : {}),
    author: {
      id: row.author_id as SubjectView['author']['id'],
      handle: author?.view.handle ?? '',
      name: author?.view.name ?? '',
    },
    ...(title === undefined ? {} : { title }),
    ...words,
    compliance,
  };
}
