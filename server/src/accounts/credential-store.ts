import type { BetterAuthOptions } from 'better-auth';
import { createInternalAdapter } from 'better-auth/db';
import { getAdapter } from 'better-auth/db/adapter';
import { dateOf } from '../platform/clock.ts';
import type { Queryable } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';

const snakeCaseDates = { createdAt: 'created_at', updatedAt: 'updated_at' };

/**
 * better-auth keeps who may sign in and how. It is asked through its adapter, bound to the caller's transaction, so that a member and
 * their credentials are written together; its HTTP handler, its cookies and its clock stay unused.
 */
export type CredentialStore = Awaited<ReturnType<typeof openCredentialStore>>;

type Needs = Pick<Deps, 'ids' | 'clock' | 'log'>;

export async function openCredentialStore({ ids, clock, log }: Needs, db: Queryable) {
  const options = {
    database: { db, type: 'postgres' },
    advanced: { database: { generateId: () => ids.next(), validateSchema: false } },
    telemetry: { enabled: false },
    user: {
      modelName: 'account',
      fields: { ...snakeCaseDates, emailVerified: 'email_verified' },
      additionalFields: { phone: { type: 'string', required: false, unique: true } },
    },
    account: {
      modelName: 'account_credential',
      fields: {
        ...snakeCaseDates,
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    session: {
      modelName: 'account_session',
      fields: {
        ...snakeCaseDates,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    verification: {
      modelName: 'account_code',
      fields: { ...snakeCaseDates, expiresAt: 'expires_at' },
      disableCleanup: true,
    },
  } satisfies BetterAuthOptions;
  const adapter = await getAdapter(options);
  const internal = createInternalAdapter(adapter, {
    options,
    hooks: [],
    generateId: () => ids.next(),
    logger: {
      level: 'warn',
      debug: () => {},
      info: () => {},
      success: () => {},
      warn: (message: string) => log.warn({ from: 'better-auth' }, message),
      error: (message: string) => log.error({ from: 'better-auth' }, message),
    },
  });
  const stamps = () => ({ createdAt: dateOf(clock), updatedAt: dateOf(clock) });

  return {
    async createAccount(account: NewAccount): Promise<void> {
      const { email = null, phone = null } = account;
      const data = { ...account, email, phone, emailVerified: email !== null, ...stamps() };
      await adapter.create({ model: 'user', data, forceAllowId: true });
    },
    /** Sets the first password or replaces the present one. */
    async setPassword(memberId: string, hash: string): Promise<void> {
      if (await internal.findCredentialAccount(memberId)) return internal.updatePassword(memberId, hash);
      const link = { userId: memberId, accountId: memberId, providerId: 'credential', password: hash, ...stamps() };
      await internal.linkAccount(link);
    },
    async openSession(memberId: string, session: NewSession): Promise<void> {
      await internal.createSession(memberId, false, { ...session, ipAddress: '', ...stamps() }, true);
    },
  };
}

interface NewAccount {
  /** The member's id. */
  id: string;
  name: string;
  email?: string | undefined;
  phone?: string | undefined;
}

interface NewSession {
  /** Hash of the cookie. */
  token: string;
  userAgent: string;
  expiresAt: Date;
}
