import { Problem, type ResponseOf, type routes } from '@teahouse/contract';
import type { Actor, Input } from '../http/context.ts';
import { writeAudit } from '../platform/audit.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction, type Tx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { announceStanding, changeStanding } from './change-standing.ts';
import { insertDecision, selectDecision, selectFormerCompliance, selectInterfaceLanguage } from './decisions.sql.ts';
import type { ModerationOthers } from './moderation-others.ts';
import { closeReports } from './reports.sql.ts';
import { currentRulesVersion, getRule } from './rules/house-rules.ts';
import { type Action, outcomeOf } from './standing.ts';
import { statementView } from './statement-view.ts';
import { excerptOf, findSubject, type Subject, type SubjectRef } from './subjects.ts';

type DecideRoute = typeof routes.moderation.decide;
type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>;

/** A moderator's decision under a numbered rule. Standing, reports, statement, audit and events change together or not at all. */
export async function decide(
  deps: Needs,
  others: ModerationOthers,
  input: Input<DecideRoute>,
): Promise<ResponseOf<DecideRoute>> {
  const id = input.request.reservedId ?? deps.ids.next();
  const language = await selectInterfaceLanguage(deps.db, input.actor.memberId);
  getRule(input.body.rule, language);
  const subject = await inTransaction(deps.db, (tx) => decideOnce(deps, tx, id, input));
  if (subject) announceStanding(deps, others, subject);
  const decision = await selectDecision(deps.db, id);
  if (!decision) throw new Problem('not-found');
  return statementView(decision, language);
}

/** The subject, or nothing when this very decision was made before. */
async function decideOnce(
  deps: Needs,
  tx: Tx,
  id: string,
  { actor, body }: Input<DecideRoute>,
): Promise<Subject | undefined> {
  if (await selectDecision(tx, id)) return undefined;
  const subject = await getDecidable(tx, body.subject, body.action);
  requireRight(actor, subject);
  // To dismiss the house's own doubt about a held text is to let it be read.
  const action = body.action === 'dismiss' && subject.compliance === 'held' ? 'restore' : body.action;
  const to = await getOutcome(tx, action, subject);
  if (to !== subject.compliance) await changeStanding(deps, tx, subject, to);
  const reasons = await closeReports(tx, subject, body.action === 'dismiss' ? 'dismissed' : 'decided', id);
  await insertDecision(tx, {
    id,
    subject_kind: subject.kind,
    subject_id: subject.id,
    note_id: subject.noteId ?? null,
    author_id: subject.authorId,
    moderator_id: actor.memberId,
    action,
    former_compliance: subject.compliance,
    rule_number: body.rule,
    rule_version: currentRulesVersion,
    explanation: body.explanation,
    excerpt: excerptOf(subject.snapshot),
    source: sourceOf(reasons),
    decided_at: dateOf(deps.clock),
  });
  await writeAudit(deps, tx, {
    actorId: actor.memberId,
    verb: `${subject.kind}.${action}`,
    subjectKind: subject.kind,
    subjectId: subject.id,
    detail: { decisionId: id, rule: body.rule, from: subject.compliance, to, reports: reasons.length },
  });
  // A report that came to nothing is no news for the author.
  if (action !== 'dismiss')
    await deps.events.emit(tx, 'decision.made', { decisionId: id, memberId: subject.authorId, action });
  return subject;
}

/** What its author has deleted can only be taken off the queue. */
async function getDecidable(tx: Tx, ref: SubjectRef, action: Action): Promise<Subject> {
  const subject = await findSubject(tx, ref, { locks: true });
  if (!subject || (subject.isGone && action !== 'dismiss')) throw new Problem('not-found');
  return subject;
}

function requireRight(actor: Actor, subject: Subject): void {
  if (subject.authorId === actor.memberId)
    throw new Problem('not-allowed', 'Someone else decides about your own words.');
  if (subject.authorRole === 'operator' && actor.role !== 'operator')
    throw new Problem('not-allowed', 'Only an operator decides about an operator.');
}

async function getOutcome(tx: Tx, action: Action, subject: Subject) {
  const beforeRemoval = action === 'restore' ? await selectFormerCompliance(tx, subject, 'remove') : undefined;
  const outcome = outcomeOf(action, { kind: subject.kind, compliance: subject.compliance, beforeRemoval });
  if (outcome === 'unfit')
    throw new Problem('invalid-request', undefined, { fields: [{ pointer: '/body/action', message: 'unfit' }] });
  if (outcome === 'no-change') throw new Problem('conflict', 'Somebody has already decided so.');
  return outcome.compliance;
}

function sourceOf(reasons: readonly string[]): 'report' | 'word-bank' | 'own-initiative' {
  if (reasons.some((reason) => reason !== 'word-bank')) return 'report';
  return reasons.length > 0 ? 'word-bank' : 'own-initiative';
}
