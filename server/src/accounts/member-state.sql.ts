import { dateOf } from '../platform/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';

/** Closes or opens an account without touching what it wrote; a deleted one stays deleted. */
export async function setMemberState(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  memberId: string,
  state: 'active' | 'suspended',
): Promise<void> {
  await tx
    .updateTable('member')
    .set({ state, updated_at: dateOf(clock) })
    .where('id', '=', memberId)
    .where('state', '<>', 'deleted')
    .execute();
}
