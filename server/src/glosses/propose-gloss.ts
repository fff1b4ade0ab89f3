import { type GlossId, type GlossView, type glossRoutes, Problem } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction, type Tx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { getGlossView } from './get-gloss.ts';
import type { GlossParts } from './gloss-parts.ts';
import { columnsOf, refuseTwin, refusingTwins, renderingRowsOf, requireFitWording } from './gloss-wording.ts';
import { replaceRenderings } from './glossary.sql.ts';
import { countProposals, insertGloss, lockGloss, lockProposals } from './glosses.sql.ts';
import { attachToRequest } from './requests.sql.ts';

type ProposeInput = Input<typeof glossRoutes.propose>;

/** More than anybody explains well, and few enough for the people who read them. */
const mostWaiting = 20;

/** A proposal is in the public list at once and in the texts when a moderator has approved it. */
export async function proposeGloss(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  parts: Pick<GlossParts, 'members' | 'wordBank'>,
  input: ProposeInput,
): Promise<GlossView> {
  requireFitWording(parts.wordBank, input.body);
  const id = (input.request.reservedId ?? deps.ids.next()) as GlossId;
  await refusingTwins(() => inTransaction(deps.db, (tx) => proposeOnce(deps, tx, id, input)));
  return getGlossView(deps.db, parts, id, input.actor);
}

async function proposeOnce(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  id: string,
  { body, actor }: ProposeInput,
): Promise<void> {
  await lockProposals(tx, actor.memberId);
  if (await lockGloss(tx, id)) return;
  await refuseTwin(tx, id, body);
  if ((await countProposals(tx, actor.memberId)) >= mostWaiting)
    throw new Problem('conflict', `${mostWaiting} of your terms are waiting for a moderator already.`);
  const now = dateOf(clock);
  await insertGloss(tx, { id, ...columnsOf(body), author_id: actor.memberId, created_at: now, updated_at: now });
  await replaceRenderings(tx, [], renderingRowsOf(id, body));
  if (body.requestId) await attachToRequest(tx, body.requestId, id);
}
