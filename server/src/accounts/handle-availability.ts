import { checkHandle } from '@teahouse/engine';
import { dateOf } from '../platform/clock.ts';
import { isHandleFree } from './accounts.sql.ts';
import type { AccountDeps } from './accounts-deps.ts';

export async function handleAvailability(
  { db, clock }: Pick<AccountDeps, 'db' | 'clock'>,
  wished: string,
  memberId: string | undefined,
): Promise<{ available: boolean; reason?: 'taken' | 'reserved' | 'form' }> {
  const checked = checkHandle(wished);
  if (!checked.ok) return { available: false, reason: checked.problem === 'reserved' ? 'reserved' : 'form' };
  const isFree = await isHandleFree(db, checked.key, memberId, dateOf(clock));
  return isFree ? { available: true } : { available: false, reason: 'taken' };
}
