import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { type Me, type PasskeyId, Problem, type passkeyView } from '@teahouse/contract';
import { z } from 'zod';
import type { Actor, RequestContext } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { AccountDeps } from './accounts-deps.ts';
import { insertChallenge, takeChallenge } from './codes.sql.ts';
import { deletePasskey, findPasskey, insertPasskey, selectPasskeys, setPasskeyUsed } from './passkeys.sql.ts';
import { openSessionFor, refuseSuspended } from './sign-in.ts';

type PasskeyView = z.input<typeof passkeyView>;
type Ceremony = Record<string, unknown>;

const challengeSeconds = 300;
const mostPerMember = 20;
const signInPurpose = 'passkey-sign-in';

// The library checks the ceremony itself; only what it assumes about the shape is checked here.
const bytes = z.string().regex(/^[A-Za-z0-9_-]{1,20000}$/);
const credential = z.looseObject({ id: bytes, rawId: bytes, type: z.literal('public-key') });
const registration = credential.extend({
  response: z.looseObject({ clientDataJSON: bytes, attestationObject: bytes }),
  clientExtensionResults: z.looseObject({}).default({}),
});
const assertion = credential.extend({
  response: z.looseObject({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
  clientExtensionResults: z.looseObject({}).default({}),
});

export async function passkeyOptions(deps: AccountDeps, actor: Actor, request: RequestContext) {
  const known = await selectPasskeys(deps.db, actor.memberId);
  if (known.length >= mostPerMember) throw new Problem('conflict', 'Remove a passkey first.');
  const options = await generateRegistrationOptions({
    rpName: deps.settings.current.name,
    rpID: hostOf(request),
    userID: new TextEncoder().encode(actor.memberId),
    userName: actor.handle,
    attestationType: 'none',
    excludeCredentials: known.map((passkey) => ({ id: passkey.credential_id, transports: passkey.transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  });
  await keepChallenge(deps, addPurpose(actor), options.challenge);
  return { options: { ...options } };
}

export async function addPasskey(
  deps: AccountDeps,
  actor: Actor,
  { name, response }: { name: string; response: Ceremony },
  request: RequestContext,
): Promise<PasskeyView> {
  const verified = await verifyRegistrationResponse({
    response: readCeremony(registration, response, 'invalid-code') as unknown as RegistrationResponseJSON,
    expectedChallenge: (challenge) => spendChallenge(deps, addPurpose(actor), challenge),
    expectedOrigin: request.origin,
    expectedRPID: hostOf(request),
    requireUserVerification: false,
  }).catch(refuseAs('invalid-code'));
  if (!verified.verified) throw new Problem('invalid-code');
  const { id: credential_id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  const created_at = dateOf(deps.clock);
  const passkey = { id: deps.ids.next(), member_id: actor.memberId, name, created_at, credential_id };
  const isNew = await insertPasskey(deps.db, { ...passkey, public_key: Buffer.from(publicKey), counter, transports });
  if (!isNew) throw new Problem('invalid-code', 'This passkey is in use already.');
  return { id: passkey.id as PasskeyId, name, createdAt: created_at.toISOString() };
}

export async function listPasskeys({ db }: AccountDeps, actor: Actor): Promise<{ items: PasskeyView[] }> {
  const rows = await selectPasskeys(db, actor.memberId);
  return {
    items: rows.map((row) => ({ id: row.id as PasskeyId, name: row.name, createdAt: row.created_at.toISOString() })),
  };
}

export async function removePasskey({ db }: AccountDeps, actor: Actor, passkeyId: PasskeyId): Promise<void> {
  const outcome = await inTransaction(db, (tx) => deletePasskey(tx, actor.memberId, passkeyId));
  if (outcome === 'unknown') throw new Problem('not-found');
  if (outcome === 'is-last-way')
    throw new Problem('conflict', 'This is the only way into the account. Set a password first.');
}

export async function passkeySignInOptions(deps: AccountDeps, request: RequestContext) {
  const options = await generateAuthenticationOptions({ rpID: hostOf(request), userVerification: 'preferred' });
  await keepChallenge(deps, signInPurpose, options.challenge);
  return { options: { ...options } };
}

export async function passkeySignIn(
  deps: AccountDeps,
  ceremony: Ceremony,
  request: RequestContext,
): Promise<{ me: Me }> {
  const response = readCeremony(assertion, ceremony, 'wrong-credentials') as unknown as AuthenticationResponseJSON;
  const passkey = await findPasskey(deps.db, response.id);
  if (!passkey || passkey.state === 'deleted') throw new Problem('wrong-credentials');
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => spendChallenge(deps, signInPurpose, challenge),
    expectedOrigin: request.origin,
    expectedRPID: hostOf(request),
    credential: {
      id: response.id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: passkey.counter,
      transports: passkey.transports,
    },
    requireUserVerification: false,
  }).catch(refuseAs('wrong-credentials'));
  if (!verified) throw new Problem('wrong-credentials');
  refuseSuspended(passkey.state);
  await setPasskeyUsed(deps.db, passkey.id, authenticationInfo.newCounter, dateOf(deps.clock));
  return openSessionFor(deps, passkey.member_id, request);
}

function addPurpose({ memberId }: Actor): string {
  return `passkey-add ${memberId}`;
}

function hostOf(request: RequestContext): string {
  return new URL(request.origin).hostname;
}

async function keepChallenge({ db, ids, clock }: AccountDeps, purpose: string, challenge: string): Promise<void> {
  const expiresAt = new Date(clock.now() + challengeSeconds * 1000);
  await insertChallenge(db, ids.next(), `${purpose} ${challenge}`, dateOf(clock), expiresAt);
}

/** A challenge is good for one answer. */
function spendChallenge({ db, clock }: AccountDeps, purpose: string, challenge: string): Promise<boolean> {
  return takeChallenge(db, `${purpose} ${challenge}`, dateOf(clock));
}

function readCeremony<S extends z.ZodType>(schema: S, value: Ceremony, code: 'invalid-code' | 'wrong-credentials') {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Problem(code, undefined, { cause: parsed.error });
  return parsed.data;
}

/** The library throws for everything that is not right; what exactly is for the log. */
function refuseAs(code: 'invalid-code' | 'wrong-credentials') {
  return (cause: unknown): never => {
    throw new Problem(code, undefined, { cause });
  };
}
