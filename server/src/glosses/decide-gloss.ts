import { type GlossView, type glossRoutes, Problem } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import { writeAudit } from '../platform/audit.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction, type Tx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { announceGlossary } from './announce-glossary.ts';
import { requireVersion } from './change-gloss.ts';
import { getGlossView } from './get-gloss.ts';
import type { GlossParts } from './gloss-parts.ts';
import { refusingTwins } from './gloss-wording.ts';
import { lockGloss, updateGloss } from './glosses.sql.ts';
import { detachRequests } from './requests.sql.ts';
import { tellAskers } from './tell-askers.ts';

type DecideInput = Input<typeof glossRoutes.decide>;
type DecideDeps = Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>;

/** An approved term stands under the texts at once; one that is declined, earlier or later, does not. */
export async function decideGloss(
  deps: DecideDeps,
  parts: Pick<GlossParts, 'members' | 'glossary'>,
  input: DecideInput,
): Promise<GlossView> {
  await refusingTwins(() => inTransaction(deps.db, (tx) => decideOnce(deps, tx, input)));
  deps.events.wake();
  await parts.glossary.refresh();
  return getGlossView(deps.db, parts, input.params.glossId, input.actor);
}

async function decideOnce(deps: DecideDeps, tx: Tx, { params, body, actor, request }: DecideInput): Promise<void> {
  const gloss = await lockGloss(tx, params.glossId);
  if (!gloss) throw new Problem('not-found');
  if (gloss.author_id === actor.memberId) throw new Problem('not-allowed', 'Someone else decides about your own term.');
  requireVersion(request.ifMatch, gloss);
  const isApproved = body.decision === 'approve';
  const state = isApproved ? 'approved' : 'declined';
  if (gloss.state === state) throw new Problem('conflict', 'Somebody has already decided so.');
  await updateGloss(tx, gloss.id, { state, decided_by: actor.memberId, updated_at: dateOf(deps.clock) });
  if (isApproved) await tellAskers(deps, tx, gloss, actor.memberId);
  else await detachRequests(tx, gloss.id);
  if (isApproved || gloss.state === 'approved') await announceGlossary(deps, tx);
  await writeAudit(deps, tx, {
    actorId: actor.memberId,
    verb: isApproved ? 'gloss.approve' : 'gloss.decline',
    subjectKind: 'gloss',
    subjectId: gloss.id,
    detail: { term: gloss.term, from: gloss.state, version: gloss.version + 1 },
  });
}
