import { type glossRoutes, Problem, type ResponseOf } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { GlossParts } from './gloss-parts.ts';
import { requireFreeOfHeldWords } from './gloss-wording.ts';
import { lockGloss } from './glosses.sql.ts';
import { viewRemarks } from './remark-view.ts';
import { countRemark, insertRemark } from './votes-and-remarks.sql.ts';

type RemarkRoute = typeof glossRoutes.remark;

export async function remarkOnGloss(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  parts: Pick<GlossParts, 'members' | 'relations' | 'wordBank' | 'detectLanguage'>,
  { params: { glossId }, body: { text }, actor, request }: Input<RemarkRoute>,
): Promise<ResponseOf<RemarkRoute>> {
  requireFreeOfHeldWords(parts.wordBank, [['/body/text', text]]);
  const remark = {
    gloss_id: glossId,
    id: request.reservedId ?? deps.ids.next(),
    member_id: actor.memberId,
    text,
    language: parts.detectLanguage(text, { priors: actor.languagesRead }).language,
    created_at: dateOf(deps.clock),
  };
  await inTransaction(deps.db, async (tx) => {
    const gloss = await lockGloss(tx, glossId);
    if (!gloss || gloss.state === 'declined') throw new Problem('not-found');
    if (await insertRemark(tx, remark)) await countRemark(tx, glossId);
  });
  const [view] = await viewRemarks(parts, [remark], actor);
  if (!view) throw new Problem('not-found');
  return view;
}
