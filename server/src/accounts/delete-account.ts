import { Problem } from '@teahouse/contract';
import { handleKey } from '@teahouse/engine';
import type { Actor, RequestContext } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import { anonymiseMember, deleteAccountRow, reserveHandles } from './accounts.sql.ts';
import type { AccountDeps } from './accounts-deps.ts';
import { requirePassword } from './change-password.ts';
import { eraseTask } from './erase-member.ts';
import { reservedDays } from './handles.ts';

/** What is left of a member, in words a member understands. */
const kept = [
  {
    what: 'An empty row with your former id',
    why: 'Other members’ notifications and the audit log point to it; it holds no name, text, picture or address.',
  },
  {
    what: `Your handle, for ${reservedDays} days, without anything else`,
    why: 'Nobody else can take it meanwhile and be mistaken for you; then it is free.',
  },
  {
    what: 'Decisions of moderators and the audit log, without your words',
    why: 'The house must be able to show what was decided and under which rule.',
  },
  {
    what: 'Counts of views and impressions, under random keys',
    why: 'The numbers on other members’ notes stay right; they no longer say who looked.',
  },
  {
    what: 'For three days: the log from which feeds learn, with your id beside the notes you saw',
    why: 'A process of the house that starts again reads it, up to the line that says you left; then it is dropped.',
  },
];

/** At once nobody can find, read or be the member any more; a job then removes what they left, in batches. */
export async function deleteAccount(
  deps: AccountDeps,
  actor: Actor,
  body: { handle: string; password?: string | undefined },
  request: RequestContext,
): Promise<{ kept: typeof kept }> {
  const { memberId } = actor;
  if (handleKey(body.handle) !== handleKey(actor.handle)) {
    const fields = [{ pointer: '/body/handle', message: 'not-your-handle' }];
    throw new Problem('invalid-request', 'Type your own handle to delete your account.', { fields });
  }
  await requirePassword(deps, memberId, body.password, request);
  await inTransaction(deps.db, async (tx) => {
    const now = dateOf(deps.clock);
    if (!(await anonymiseMember(tx, memberId, now))) return;
    await reserveHandles(tx, memberId, undefined, new Date(now.getTime() + reservedDays * 86_400_000));
    await deleteAccountRow(tx, memberId);
    await deps.events.emit(tx, 'member.left', { memberId });
    await deps.jobs.add(tx, eraseTask, { memberId }, { key: `erase-${memberId}`, maxAttempts: 25 });
  });
  deps.events.wake();
  deps.sessions.forget(memberId);
  deps.sessions.takeBack(request);
  deps.readers.members.invalidate(memberId);
  return { kept };
}
