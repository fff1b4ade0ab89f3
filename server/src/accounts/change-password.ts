import { Problem } from '@teahouse/contract';
import type { Actor, RequestContext } from '../http/context.ts';
import { inTransaction } from '../platform/db/database.ts';
import { findAccount, findPasswordHash } from './accounts.sql.ts';
import type { AccountDeps } from './accounts-deps.ts';
import { readAddress } from './addresses.ts';
import { openCredentialStore } from './credential-store.ts';
import { deleteSessionsOf } from './sessions.sql.ts';

/** Changes or sets the password; every session but this one ends. */
export async function changePassword(
  deps: AccountDeps,
  actor: Actor,
  body: { currentPassword?: string | undefined; newPassword: string },
  request: RequestContext,
): Promise<void> {
  await requirePassword(deps, actor.memberId, body.currentPassword, request);
  await replacePassword(deps, actor.memberId, body.newPassword, { keep: actor.sessionId });
}

/** Whoever has a password must give it before something that cannot be taken back. */
export async function requirePassword(
  deps: AccountDeps,
  memberId: string,
  given: string | undefined,
  request: RequestContext,
): Promise<void> {
  const hash = await findPasswordHash(deps.db, memberId);
  if (hash === undefined) return;
  deps.wrongPasswords.check(memberId, request);
  if (given !== undefined && (await deps.passwords.verify(hash, given))) return;
  deps.wrongPasswords.count(memberId, request);
  throw new Problem('wrong-credentials');
}

/** Every session ends: whoever lost the password does not know who else has it. */
export async function resetPassword(
  deps: AccountDeps,
  body: { address: string; code: string; newPassword: string },
): Promise<void> {
  await deps.codes.check('reset-password', body.address, body.code);
  const account = await findAccount(deps.db, readAddress(body.address));
  if (!account || account.state === 'deleted') throw new Problem('invalid-code');
  await replacePassword(deps, account.id, body.newPassword, { spend: body.address });
}

async function replacePassword(
  deps: AccountDeps,
  memberId: string,
  password: string,
  { keep, spend }: { keep?: string; spend?: string },
): Promise<void> {
  const hash = await deps.passwords.hash(password);
  await inTransaction(deps.db, async (tx) => {
    if (spend !== undefined) await deps.codes.spend(tx, 'reset-password', spend);
    const store = await openCredentialStore(deps, tx);
    await store.setPassword(memberId, hash);
    await deleteSessionsOf(tx, memberId, keep);
  });
  deps.sessions.forget(memberId);
}
