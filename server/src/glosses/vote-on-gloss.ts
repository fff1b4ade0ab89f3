import { type GlossView, type glossRoutes, Problem } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { lockGloss } from './glosses.sql.ts';
import { countVotes, deleteVote, putVote } from './votes-and-remarks.sql.ts';

export function voteOnGloss(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { params: { glossId }, body: { vote }, actor: { memberId } }: Input<typeof glossRoutes.vote>,
): Promise<GlossView['votes']> {
  return inTransaction(db, async (tx) => {
    const gloss = await lockGloss(tx, glossId);
    if (!gloss || gloss.state === 'declined') throw new Problem('not-found');
    if (gloss.author_id === memberId) throw new Problem('not-allowed', 'Others say whether yours is explained well.');
    if (vote === 'none') await deleteVote(tx, glossId, memberId);
    else await putVote(tx, { glossId, memberId, vote, at: dateOf(clock) });
    const votes = await countVotes(tx, glossId);
    return vote === 'none' ? votes : { ...votes, mine: vote };
  });
}
