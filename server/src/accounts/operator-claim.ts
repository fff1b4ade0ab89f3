import { randomBytes } from 'node:crypto';
import { type Me, Problem } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import { writeAudit } from '../platform/audit.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction, type Queryable } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { AccountDeps } from './accounts-deps.ts';
import { getMe } from './me-view.ts';
import { deleteOperatorToken, hasOperator, insertOperatorToken, setMemberRole } from './operator-claim.sql.ts';
import { hashOf } from './sessions.ts';

/** Makes a new one-time token while the house has no operator; a former one stops working. Only its hash is kept. */
export async function openOperatorClaim({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<string | undefined> {
  if (await hasOperator(db)) return undefined;
  const token = randomBytes(24).toString('base64url');
  await insertOperatorToken(db, hashOf(token), dateOf(clock));
  return token;
}

/** Refuses a token that is wrong, used, or replaced by a newer one; of several uses at once, one succeeds. */
export async function makeOperator(
  deps: Pick<Deps, 'clock' | 'ids'>,
  tx: Queryable,
  memberId: string,
  token: string,
): Promise<void> {
  const isRight = await deleteOperatorToken(tx, hashOf(token));
  if (!isRight || (await hasOperator(tx)))
    throw new Problem('invalid-code', 'This link was used before, or a newer one was made.');
  await setMemberRole(tx, memberId, 'operator', dateOf(deps.clock));
  await writeAudit(deps, tx, {
    actorId: memberId,
    verb: 'operator.claim',
    subjectKind: 'member',
    subjectId: memberId,
  });
}

export async function claimOperator(deps: AccountDeps, actor: Actor, token: string): Promise<{ me: Me }> {
  const { memberId } = actor;
  await inTransaction(deps.db, (tx) => makeOperator(deps, tx, memberId, token));
  deps.sessions.forget(memberId);
  deps.readers.members.invalidate(memberId);
  return { me: await getMe(deps.db, memberId) };
}
