import { type GlossView, type glossRoutes, Problem } from '@teahouse/contract';
import type { Actor, Input } from '../http/context.ts';
import { writeAudit } from '../platform/audit.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction, type Tx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { announceGlossary } from './announce-glossary.ts';
import { getGlossView, maySee } from './get-gloss.ts';
import type { GlossParts } from './gloss-parts.ts';
import { columnsOf, refuseTwin, refusingTwins, renderingRowsOf, requireFitWording } from './gloss-wording.ts';
import { replaceRenderings } from './glossary.sql.ts';
import { type GlossRow, lockGloss, updateGloss } from './glosses.sql.ts';
import { countVotes, deleteVotes } from './votes-and-remarks.sql.ts';

type ChangeInput = Input<typeof glossRoutes.change>;
type ChangeDeps = Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>;

export async function changeGloss(
  deps: ChangeDeps,
  parts: Pick<GlossParts, 'members' | 'wordBank' | 'glossary'>,
  input: ChangeInput,
): Promise<GlossView> {
  requireFitWording(parts.wordBank, input.body);
  await refusingTwins(() => inTransaction(deps.db, (tx) => changeOnce(deps, tx, input)));
  deps.events.wake();
  await parts.glossary.refresh();
  return getGlossView(deps.db, parts, input.params.glossId, input.actor);
}

async function changeOnce(deps: ChangeDeps, tx: Tx, { params, body, actor, request }: ChangeInput): Promise<void> {
  const former = await lockGloss(tx, params.glossId);
  if (!former || !maySee(former, actor)) throw new Problem('not-found');
  requireRight(actor, former);
  requireVersion(request.ifMatch, former);
  await refuseTwin(tx, former.id, body);
  const isApproved = former.state === 'approved';
  await updateGloss(tx, former.id, {
    ...columnsOf(body),
    // Marks a shipped term as the community's own: a new edition of the shipped ones leaves it alone.
    ...(isApproved ? { decided_by: actor.memberId } : {}),
    updated_at: dateOf(deps.clock),
  });
  await replaceRenderings(tx, [former.id], renderingRowsOf(former.id, body));
  if (isApproved) await announceGlossary(deps, tx);
  else await forgetVotes(tx, former.id);
  if (!isApproved && actor.memberId === former.author_id) return;
  await writeAudit(deps, tx, {
    actorId: actor.memberId,
    verb: 'gloss.change',
    subjectKind: 'gloss',
    subjectId: former.id,
    detail: { term: body.term, former: former.term, version: former.version + 1 },
  });
}

function requireRight(actor: Actor, { author_id, state }: GlossRow): void {
  if (actor.role !== 'member') return;
  if (author_id !== actor.memberId) throw new Problem('not-allowed', 'Its proposer or a moderator changes it.');
  if (state !== 'proposed') throw new Problem('not-allowed', 'It has been decided about; a moderator can change it.');
}

export function requireVersion(ifMatch: string | undefined, { version }: GlossRow): void {
  if (ifMatch !== undefined && ifMatch !== String(version)) throw new Problem('changed-meanwhile');
}

/** They were given to other words. */
async function forgetVotes(tx: Tx, glossId: string): Promise<void> {
  await deleteVotes(tx, glossId);
  await countVotes(tx, glossId);
}
