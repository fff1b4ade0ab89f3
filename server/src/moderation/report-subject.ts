import { Problem, type ReportId, type ResponseOf, type routes } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { insertReportOnce } from './reports.sql.ts';
import { findSubject, type Subject, type SubjectRef } from './subjects.ts';

type ReportRoute = typeof routes.moderation.report;

/** A member's report of something others can read; counts once a member while it is open. */
export async function reportSubject(
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>,
  readers: Pick<Readers, 'notes'>,
  { actor, body, request }: Input<ReportRoute>,
): Promise<ResponseOf<ReportRoute>> {
  const subject = await getReportable(deps, readers, body.subject, actor.memberId);
  const { id } = await inTransaction(deps.db, async (tx) => {
    const report = await insertReportOnce(tx, {
      id: request.reservedId ?? deps.ids.next(),
      reporter_id: actor.memberId,
      subject_kind: subject.kind,
      subject_id: subject.id,
      note_id: subject.noteId ?? null,
      author_id: subject.authorId,
      reason: body.reason,
      detail: body.detail,
      snapshot: JSON.stringify(subject.snapshot),
      created_at: dateOf(deps.clock),
    });
    if (report.isNew && subject.kind === 'note')
      await deps.events.emit(tx, 'note.reported', { noteId: subject.id, memberId: actor.memberId });
    return report;
  });
  return { id: id as ReportId };
}

/** Whatever a visitor could read can be reported: a member who blocks those they insult does not escape. */
async function getReportable(
  { db }: Pick<Deps, 'db'>,
  { notes }: Pick<Readers, 'notes'>,
  ref: SubjectRef,
  reporterId: string,
): Promise<Subject> {
  const subject = await findSubject(db, ref);
  if (!subject || subject.isGone) throw new Problem('not-found');
  if (subject.authorId === reporterId) {
    throw new Problem('invalid-request', undefined, { fields: [{ pointer: '/body/subject', message: 'own' }] });
  }
  const isPublic = subject.compliance === 'allowed' || subject.compliance === 'limited';
  if (!isPublic || subject.authorState !== 'active') throw new Problem('not-found');
  if (subject.noteId && !(await notes.findOpen(subject.noteId, undefined))) throw new Problem('not-found');
  return subject;
}
