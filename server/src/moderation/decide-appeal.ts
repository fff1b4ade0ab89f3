import { type ComplianceState, Problem, type ResponseOf, type routes } from '@teahouse/contract';
import type { Actor, Input } from '../http/context.ts';
import { writeAudit } from '../platform/audit.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction, type Tx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { answerAppeal, lockAppeal } from './appeals.sql.ts';
import { announceStanding, changeStanding } from './change-standing.ts';
import { type DecisionRow, selectDecision, selectInterfaceLanguage } from './decisions.sql.ts';
import type { ModerationOthers } from './moderation-others.ts';
import { closeReports } from './reports.sql.ts';
import { released, standingAfter } from './standing.ts';
import { statementView } from './statement-view.ts';
import { findSubject, type Subject } from './subjects.ts';

type AnswerRoute = typeof routes.moderation.decideAppeal;
type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>;

/** Another moderator than the one who decided looks again; an overturned decision is undone at once. */
export async function decideAppeal(
  deps: Needs,
  others: ModerationOthers,
  input: Input<AnswerRoute>,
): Promise<ResponseOf<AnswerRoute>> {
  const { decisionId, subject } = await inTransaction(deps.db, (tx) => answer(deps, tx, input));
  if (subject) announceStanding(deps, others, subject);
  else deps.events.wake();
  const decision = await selectDecision(deps.db, decisionId);
  if (!decision) throw new Problem('not-found');
  return statementView(decision, await selectInterfaceLanguage(deps.db, input.actor.memberId));
}

async function answer(deps: Needs, tx: Tx, { actor, params, body }: Input<AnswerRoute>) {
  const appeal = await lockAppeal(tx, params.appealId);
  const decision = appeal && (await selectDecision(tx, appeal.decision_id));
  if (!appeal || !decision) throw new Problem('not-found');
  requireSecondPerson(actor, decision);
  if (appeal.state !== 'open') throw new Problem('conflict', 'This appeal has been answered.');
  const subject = body.outcome === 'overturned' ? await undo(deps, tx, decision) : undefined;
  await answerAppeal(tx, appeal.id, {
    state: body.outcome,
    answer: body.answer,
    decided_by: actor.memberId,
    decided_at: dateOf(deps.clock),
  });
  await writeAudit(deps, tx, {
    actorId: actor.memberId,
    verb: `appeal.${body.outcome}`,
    subjectKind: decision.subject_kind,
    subjectId: decision.subject_id,
    detail: { appealId: appeal.id, decisionId: decision.id },
  });
  await deps.events.emit(tx, 'decision.made', {
    decisionId: decision.id,
    memberId: decision.author_id,
    action: body.outcome,
  });
  return { decisionId: decision.id, subject };
}

function requireSecondPerson(actor: Actor, decision: DecisionRow): void {
  if (decision.author_id === actor.memberId) throw new Problem('not-allowed', 'Someone else answers your own appeal.');
  if (decision.moderator_id === actor.memberId)
    throw new Problem('not-allowed', 'Another moderator than the one who decided answers.');
}

/** Only where the decision still stands: a later one keeps its effect. */
async function undo(deps: Needs, tx: Tx, decision: DecisionRow): Promise<Subject | undefined> {
  const subject = await findSubject(tx, { kind: decision.subject_kind, id: decision.subject_id }, { locks: true });
  if (!subject || subject.isGone || subject.compliance !== standingAfter(decision.action)) return undefined;
  await changeStanding(deps, tx, subject, released(decision.former_compliance as ComplianceState));
  await closeReports(tx, subject, 'decided', decision.id);
  return subject;
}
