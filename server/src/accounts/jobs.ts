import { memberId } from '@teahouse/contract';
import { z } from 'zod';
import { dateOf } from '../platform/clock.ts';
import type { AccountDeps } from './accounts-deps.ts';
import { deleteOldCodes } from './codes.sql.ts';
import { eraseMember, eraseTask } from './erase-member.ts';
import { deleteEndedSessions } from './sessions.sql.ts';
import { idleMilliseconds } from './sessions.ts';

const tidyTask = 'accounts.tidy';
/** A code's row remembers how many were sent on its day. */
const codesKeptMilliseconds = 86_400_000;

export function defineAccountJobs(deps: AccountDeps): void {
  deps.jobs.define(eraseTask, z.object({ memberId }), (payload) => eraseMember(deps, payload.memberId));
  deps.jobs.define(tidyTask, z.unknown(), () => tidy(deps));
  deps.jobs.schedule('23 * * * *', tidyTask);
}

/** Removes what nobody can use any more. */
export async function tidy({ db, clock }: Pick<AccountDeps, 'db' | 'clock'>): Promise<void> {
  await deleteOldCodes(db, new Date(clock.now() - codesKeptMilliseconds));
  await deleteEndedSessions(db, dateOf(clock), new Date(clock.now() - idleMilliseconds));
}
