import { type Me, Problem, type SignUpBody } from '@teahouse/contract';
import { hash32 } from '@teahouse/engine';
import type { RequestContext } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction, sqlState, type Tx } from '../platform/db/database.ts';
import { insertMember, isHandleFree, takeHandle } from './accounts.sql.ts';
import type { AccountDeps } from './accounts-deps.ts';
import { readAddress } from './addresses.ts';
import { openCredentialStore } from './credential-store.ts';
import { acceptHandle } from './handles.ts';
import { getMe } from './me-view.ts';
import { makeOperator } from './operator-claim.ts';
import { acceptTimeZone } from './time-zone.ts';

const defaultBoardName = { en: 'My collection', zh: '我的收藏' };

/** Member, handle, counters, default board, credentials and session in one transaction. */
export async function signUp(deps: AccountDeps, body: SignUpBody, request: RequestContext): Promise<{ me: Me }> {
  const accepted = await accept(deps, body, request);
  const { me, cookie } = await inTransaction(deps.db, async (tx) => {
    if (body.by === 'code') await deps.codes.spend(tx, 'sign-up', body.address);
    const id = await writeMember(deps, tx, body, accepted);
    return { cookie: await deps.sessions.open(tx, id, request), me: await getMe(tx, id) };
  }).catch((error: unknown) => {
    // Of the unique values only an address can collide here.
    throw sqlState(error) === '23505' ? new Problem('address-taken', undefined, { cause: error }) : error;
  });
  deps.events.wake();
  deps.sessions.hand(cookie, request);
  deps.wrongPasswords.welcome(me.id, request);
  return { me };
}

type Accepted = Awaited<ReturnType<typeof accept>>;

/** All that can be refused before something is written, the cheap things first: hashing takes 85 ms of a core. */
async function accept(deps: AccountDeps, body: SignUpBody, request: RequestContext) {
  if (!deps.settings.current.signUpIsOpen) throw new Problem('sign-up-closed');
  const { handle, key } = acceptHandle(body.handle);
  const timeZone = acceptTimeZone(body.timeZone ?? 'UTC');
  const requireFree = async () => {
    if (!(await isHandleFree(deps.db, key, undefined, dateOf(deps.clock)))) throw new Problem('handle-taken');
  };
  await requireFree();
  if (body.by === 'code') await deps.codes.check('sign-up', body.address, body.code);
  deps.signUpLimit.count(request.address);
  const passwordHash = body.password === undefined ? undefined : await deps.passwords.hash(body.password, requireFree);
  return { handle, key, timeZone, passwordHash };
}

async function writeMember(
  deps: AccountDeps,
  tx: Tx,
  body: SignUpBody,
  { handle, key, timeZone, passwordHash }: Accepted,
): Promise<string> {
  const id = deps.ids.next();
  const now = dateOf(deps.clock);
  if (!(await takeHandle(tx, key, id, now))) throw new Problem('handle-taken');
  const store = await openCredentialStore(deps, tx);
  await store.createAccount({ id, name: handle, ...(body.by === 'code' ? readAddress(body.address) : {}) });
  if (passwordHash !== undefined) await store.setPassword(id, passwordHash);
  const member = {
    id,
    handle,
    name: body.name,
    avatar_media_id: null,
    avatar_hue: hash32(id) % 360,
    languages_read: body.languagesRead,
    interests: body.interests,
    interface_language: body.interfaceLanguage,
    time_zone: timeZone,
    accepted_rules_version: body.acceptedRulesVersion,
    country: null,
    joined_at: now,
    updated_at: now,
  };
  await insertMember(tx, member, { id: deps.ids.next(), name: defaultBoardName[body.interfaceLanguage] });
  if (body.operatorToken !== undefined) await makeOperator(deps, tx, id, body.operatorToken);
  await deps.events.emit(tx, 'member.joined', { memberId: id });
  return id;
}
