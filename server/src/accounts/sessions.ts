import { createHash, randomBytes } from 'node:crypto';
import type { MemberId, Role, SessionId } from '@teahouse/contract';
import type { Actor, RequestContext } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import type { Queryable } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { createLoaderCache, timeToLive } from '../platform/loader-cache.ts';
import { sessionCookieOf } from '../platform/session-cookie.ts';
import { openCredentialStore } from './credential-store.ts';
import { deleteSessionByToken, type SessionRow, selectSessions, touchSessions, trimSessions } from './sessions.sql.ts';

const dayMilliseconds = 86_400_000;
export const idleMilliseconds = 14 * dayMilliseconds;
const staffIdleMilliseconds = dayMilliseconds / 2;
const absoluteMilliseconds = 90 * dayMilliseconds;
/** How exactly "last seen" is kept; far below the shortest idle time. */
const touchMilliseconds = 10 * 60_000;
/** A revocation by another process is noticed within this time; one by this process at once. */
const sharedMilliseconds = 4_000;
const mostPerMember = 50;
const maxEntries = 50_000;

export interface Sessions {
  findActor(cookie: string | undefined): Promise<Actor | undefined>;
  /** What is remembered about a member's sessions is read again: after a revocation or a change of role, handle or languages. */
  forget(memberId: string): void;
  /** Opens a session; the former one of this browser ends. Call `hand` with the result after the commit. */
  open(tx: Queryable, memberId: string, request: RequestContext): Promise<string>;
  hand(cookie: string, request: RequestContext): void;
  takeBack(request: RequestContext): void;
}

interface Remembered {
  actor: Actor;
  endsAt: number;
  seenAt: number;
  /** Order of the load among all `forget` calls. */
  order: number;
}

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'log' | 'config'>;

export function createSessions(deps: Needs): Sessions {
  const { db, clock, config } = deps;
  const forgotten = new Map<string, number>();
  let order = 0;
  const cache = createLoaderCache<Remembered>({
    load,
    ttlMilliseconds: timeToLive(config, sharedMilliseconds),
    maxEntries,
  });

  async function load(tokens: string[]): Promise<Map<string, Remembered>> {
    const startedAt = order;
    const rows = await selectSessions(db, tokens);
    await touch(rows.filter((row) => isOpen(row, clock.now())));
    return new Map(rows.map((row) => [row.token, remembered(row, startedAt)]));
  }

  async function touch(rows: SessionRow[]): Promise<void> {
    const stale = rows.filter((row) => clock.now() - row.seen_at.getTime() > touchMilliseconds).map((row) => row.id);
    if (stale.length === 0) return;
    // A house that cannot write at the moment still knows its members.
    await touchSessions(db, stale, dateOf(clock)).catch((error) =>
      deps.log.warn({ err: error }, 'sessions not touched'),
    );
  }

  async function findActor(cookie: string | undefined): Promise<Actor | undefined> {
    if (!cookie || cookie.length !== cookieLength) return undefined;
    const token = hashOf(cookie);
    const known = await cache.get(token);
    if (!known) return undefined;
    if ((forgotten.get(known.actor.memberId) ?? 0) > known.order) {
      cache.invalidate(token);
      return actorIfOpen(await cache.get(token), clock.now());
    }
    return actorIfOpen(known, clock.now());
  }

  return {
    findActor,
    forget(memberId) {
      if (forgotten.size >= maxEntries) {
        forgotten.clear();
        cache.clear();
      }
      order += 1;
      forgotten.set(memberId, order);
    },
    async open(tx, memberId, request) {
      const cookie = randomBytes(cookieBytes).toString('base64url');
      const store = await openCredentialStore(deps, tx);
      if (request.sessionCookie) await deleteSessionByToken(tx, hashOf(request.sessionCookie));
      await store.openSession(memberId, {
        token: hashOf(cookie),
        userAgent: request.userAgent.slice(0, 300),
        expiresAt: new Date(clock.now() + absoluteMilliseconds),
      });
      await trimSessions(tx, memberId, mostPerMember);
      return cookie;
    },
    hand(cookie, { reply, sessionCookie }) {
      if (sessionCookie) cache.invalidate(hashOf(sessionCookie));
      const { name, ...options } = sessionCookieOf(config);
      reply.setCookie(name, cookie, { ...options, maxAge: absoluteMilliseconds / 1000 });
    },
    takeBack({ reply, sessionCookie }) {
      if (sessionCookie) cache.invalidate(hashOf(sessionCookie));
      const { name, ...options } = sessionCookieOf(config);
      reply.clearCookie(name, options);
    },
  };
}

const cookieBytes = 32;
const cookieLength = 43;

/** The database holds hashes: whoever reads it cannot sign in with what it says. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

function remembered(row: SessionRow, order: number): Remembered {
  return {
    actor: {
      memberId: row.member_id as MemberId,
      handle: row.handle,
      role: row.role,
      sessionId: row.id as SessionId,
      languagesRead: row.languages_read,
    },
    endsAt: row.expires_at.getTime(),
    seenAt: row.seen_at.getTime(),
    order,
  };
}

function isOpen(row: SessionRow, now: number): boolean {
  return row.expires_at.getTime() > now && now - row.seen_at.getTime() < idleOf(row.role);
}

function actorIfOpen(known: Remembered | undefined, now: number): Actor | undefined {
  if (!known || known.endsAt <= now || now - known.seenAt >= idleOf(known.actor.role)) return undefined;
  return known.actor;
}

export function idleOf(role: Role): number {
  return role === 'member' ? idleMilliseconds : staffIdleMilliseconds;
}
