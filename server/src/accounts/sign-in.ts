import { type Me, Problem, type signInBody } from '@teahouse/contract';
import type { z } from 'zod';
import type { RequestContext } from '../http/context.ts';
import { inTransaction } from '../platform/db/database.ts';
import { findAccount } from './accounts.sql.ts';
import type { AccountDeps } from './accounts-deps.ts';
import { readAddress, readIdentifier } from './addresses.ts';
import { getMe } from './me-view.ts';
import { deleteSessionByToken } from './sessions.sql.ts';
import { hashOf } from './sessions.ts';

type SignInBody = z.output<typeof signInBody>;

export async function signIn(deps: AccountDeps, body: SignInBody, request: RequestContext): Promise<{ me: Me }> {
  const memberId =
    body.by === 'password'
      ? await checkPassword(deps, body.identifier, body.password, request)
      : await checkCode(deps, body.address, body.code);
  return openSessionFor(deps, memberId, request);
}

/** Every way of signing in ends here: a new session, never one the browser brought along. */
export async function openSessionFor(deps: AccountDeps, memberId: string, request: RequestContext) {
  const { me, cookie } = await inTransaction(deps.db, async (tx) => {
    const opened = await deps.sessions.open(tx, memberId, request);
    return { me: await getMe(tx, memberId), cookie: opened };
  });
  deps.sessions.hand(cookie, request);
  deps.wrongPasswords.welcome(memberId, request);
  return { me };
}

async function checkPassword(deps: AccountDeps, typed: string, password: string, request: RequestContext) {
  const identifier = readIdentifier(typed);
  const account = await findAccount(deps.db, identifier);
  // Unknown names are counted like known ones: the answer must not tell them apart.
  const counted = account?.id ?? hashOf(JSON.stringify(identifier));
  deps.wrongPasswords.check(counted, request);
  const isRight = await deps.passwords.verify(account?.password ?? undefined, password);
  if (!account || !isRight || account.state === 'deleted') {
    deps.wrongPasswords.count(counted, request);
    throw new Problem('wrong-credentials');
  }
  refuseSuspended(account.state);
  return account.id;
}

async function checkCode(deps: AccountDeps, address: string, code: string): Promise<string> {
  await deps.codes.check('sign-in', address, code);
  await deps.codes.spend(deps.db, 'sign-in', address);
  const account = await findAccount(deps.db, readAddress(address));
  if (!account || account.state === 'deleted') throw new Problem('invalid-code');
  refuseSuspended(account.state);
  return account.id;
}

export function refuseSuspended(state: string): void {
  if (state === 'suspended') throw new Problem('not-allowed', 'This account is suspended.');
}

export async function signOut(deps: AccountDeps, request: RequestContext): Promise<void> {
  if (request.sessionCookie) await deleteSessionByToken(deps.db, hashOf(request.sessionCookie));
  deps.sessions.takeBack(request);
}
