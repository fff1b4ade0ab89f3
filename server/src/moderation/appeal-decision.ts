import { Problem, type ResponseOf, type routes } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import { writeAudit } from '../platform/audit.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { insertAppealOnce } from './appeals.sql.ts';
import { type DecisionRow, selectDecision, selectInterfaceLanguage } from './decisions.sql.ts';
import { standingAfter } from './standing.ts';
import { statementView } from './statement-view.ts';

type AppealRoute = typeof routes.moderation.appeal;

/** Six months, as the Digital Services Act (Article 20) asks of larger houses. */
const appealDays = 183;

/** The author asks another moderator to look again: once a decision, and only against one that took something away. */
export async function appealDecision(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  { actor, params, body }: Input<AppealRoute>,
): Promise<ResponseOf<AppealRoute>> {
  const { db, clock, ids } = deps;
  const decision = await getOwnDecision(deps, params.decisionId, actor.memberId);
  requireAppealable(decision, clock.now());
  await inTransaction(db, async (tx) => {
    const isFirst = await insertAppealOnce(tx, {
      id: ids.next(),
      decision_id: decision.id,
      member_id: actor.memberId,
      text: body.text,
      created_at: dateOf(clock),
    });
    if (!isFirst) throw new Problem('conflict', 'This decision was appealed before.');
    await writeAudit(deps, tx, {
      actorId: actor.memberId,
      verb: 'decision.appeal',
      subjectKind: decision.subject_kind,
      subjectId: decision.subject_id,
      detail: { decisionId: decision.id },
    });
  });
  const appealed = await getOwnDecision(deps, params.decisionId, actor.memberId);
  return statementView(appealed, await selectInterfaceLanguage(db, actor.memberId));
}

async function getOwnDecision({ db }: Pick<Deps, 'db'>, id: string, memberId: string): Promise<DecisionRow> {
  const decision = await selectDecision(db, id);
  if (!decision || decision.author_id !== memberId || decision.action === 'dismiss') throw new Problem('not-found');
  return decision;
}

function requireAppealable(decision: DecisionRow, now: number): void {
  if (standingAfter(decision.action) === undefined)
    throw new Problem('conflict', 'This decision took nothing away from you.');
  if (now - decision.decided_at.getTime() > appealDays * 86_400_000)
    throw new Problem('conflict', `An appeal is possible for ${appealDays} days.`);
}
