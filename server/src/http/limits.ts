import { Problem, type RateClass } from '@teahouse/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressKey } from '../platform/address-key.ts';
import type { Config } from '../platform/config.ts';
import type { Actor } from './context.ts';

interface Limit {
  /** Requests of one member in the window. */
  member: number;
  /** Requests of one address (IPv4 /32, IPv6 /64) in the window; many people may share one. */
  address: number;
  windowSeconds: number;
}

/**
 * Starting points are what trusted projects run with: Mastodon 1,500 reads / 5 min and member, 300 anonymous; Lemmy 6 notes / 10 min;
 * Bluesky sign-in 30 / 5 min. A class is one bucket for all its routes.
 */
export const rateLimits: Record<RateClass, Limit> = {
  read: { member: 1500, address: 3000, windowSeconds: 300 },
  search: { member: 120, address: 300, windowSeconds: 60 },
  // A page of comments is one request; a reader who scrolls makes one every few seconds.
  translate: { member: 300, address: 900, windowSeconds: 60 },
  react: { member: 300, address: 1500, windowSeconds: 60 },
  write: { member: 120, address: 600, windowSeconds: 60 },
  publish: { member: 60, address: 300, windowSeconds: 600 },
  upload: { member: 300, address: 900, windowSeconds: 600 },
  beacon: { member: 120, address: 1200, windowSeconds: 60 },
  'sign-in': { member: 30, address: 60, windowSeconds: 300 },
  code: { member: 10, address: 30, windowSeconds: 600 },
  export: { member: 5, address: 20, windowSeconds: 3600 },
};

export type LimitCheck = (
  rate: RateClass,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor | undefined,
) => Promise<void>;

/** Counts a request against its member and its address; the fuller of the two decides. */
export function createLimits(app: FastifyInstance, config: Pick<Config, 'rateLimitScale'>): LimitCheck {
  if (config.rateLimitScale === 0) return async () => {};
  const classes = Object.keys(rateLimits) as RateClass[];
  const checks = new Map(classes.map((rate) => [rate, createChecks(app, rateLimits[rate], config.rateLimitScale)]));
  return async (rate, request, reply, actor) => {
    const check = checks.get(rate);
    if (!check) return;
    const results = actor
      ? [await check.byMember(request), await check.byAddress(request)]
      : [await check.byAddress(request)];
    for (const result of results) {
      if (result.isAllowed) continue;
      reply
        .header('ratelimit-limit', result.max)
        .header('ratelimit-remaining', result.remaining)
        .header('ratelimit-reset', result.ttlInSeconds);
      if (result.isExceeded) throw new Problem('rate-limited', undefined, { retryAfterSeconds: result.ttlInSeconds });
    }
  };
}

function createChecks(app: FastifyInstance, limit: Limit, scale: number) {
  const timeWindow = limit.windowSeconds * 1000;
  return {
    byMember: app.createRateLimit({
      max: Math.ceil(limit.member * scale),
      timeWindow,
      keyGenerator: (request) => request.actor?.memberId ?? request.ip,
    }),
    byAddress: app.createRateLimit({
      max: Math.ceil(limit.address * scale),
      timeWindow,
      // The socket of a reader who left meanwhile has no address any more.
      keyGenerator: (request) => addressKey(request.ip ?? ''),
    }),
  };
}
