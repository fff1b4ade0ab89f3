import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { type InterfaceLanguage, Problem } from '@teahouse/contract';
import { z } from 'zod';
import { dateOf } from '../platform/clock.ts';
import type { Queryable } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { findAccount } from './accounts.sql.ts';
import { readAddress } from './addresses.ts';
import { codeMessage } from './code-message.ts';
import { countTry, deleteCode, findNonce, upsertCode } from './codes.sql.ts';

export type CodePurpose = 'sign-up' | 'sign-in' | 'reset-password';

/** One-time codes for e-mail addresses and phone numbers. */
export interface Codes {
  /** Queues a code. Does the same work whether the address is known or not. */
  request(purpose: CodePurpose, address: string, language: InterfaceLanguage): Promise<void>;
  /** Refuses a wrong code and counts the try; the code stays good until it is spent. */
  check(purpose: CodePurpose, address: string, code: string): Promise<void>;
  /** Of several uses at once, one succeeds. */
  spend(tx: Queryable, purpose: CodePurpose, address: string): Promise<void>;
}

export const codeSeconds = 600;
const mostTries = 5;
const secondsBetween = 60;
/** With five tries each, guessing succeeds once in 20,000 days. */
const mostPerDay = 10;
const task = 'accounts.sendCode';
const payload = z.object({
  purpose: z.enum(['sign-up', 'sign-in', 'reset-password']),
  address: z.string(),
  language: z.enum(['en', 'zh']),
});

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'config' | 'mailer' | 'texts'>;

export function createCodes(deps: Needs, houseName: () => string): Codes {
  const { db, clock, ids, jobs, config } = deps;
  const key = Buffer.from(hkdfSync('sha256', config.secret, '', 'teahouse/code', 32));

  /** The database keeps a random id; the code itself is nowhere but in the message. */
  function codeOf(identifier: string, nonce: string): string {
    const mac = createHmac('sha256', key).update(`${identifier} ${nonce}`).digest();
    return String(mac.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
  }

  async function send({ purpose, address, language }: z.output<typeof payload>): Promise<void> {
    const identifier = identifierOf(purpose, address);
    const nonce = await findNonce(db, identifier, dateOf(clock));
    if (!nonce) return;
    if (purpose !== 'sign-up' && !(await findAccount(db, readAddress(address)))) return;
    const message = codeMessage(language, purpose, codeOf(identifier, nonce), houseName(), config.origin);
    if (address.startsWith('+')) await deps.texts.send(address, message.short);
    else await deps.mailer.send({ to: address, subject: message.subject, text: message.text });
  }

  jobs.define(task, payload, send);

  return {
    async request(purpose, address, language) {
      const now = dateOf(clock);
      const isNew = await upsertCode(db, identifierOf(purpose, address), {
        id: ids.next(),
        now,
        expiresAt: new Date(now.getTime() + codeSeconds * 1000),
        secondsBetween,
        mostPerDay,
      });
      if (isNew) await jobs.add(db, task, { purpose, address, language }, { maxAttempts: 4 });
    },
    async check(purpose, address, code) {
      const identifier = identifierOf(purpose, address);
      const nonce = await countTry(db, identifier, mostTries, dateOf(clock));
      const expected = Buffer.from(codeOf(identifier, nonce ?? 'none'));
      if (!timingSafeEqual(expected, Buffer.from(code)) || !nonce) throw new Problem('invalid-code');
    },
    async spend(tx, purpose, address) {
      if (!(await deleteCode(tx, identifierOf(purpose, address)))) throw new Problem('invalid-code');
    },
  };
}

function identifierOf(purpose: CodePurpose, address: string): string {
  return `${purpose} ${address}`;
}
