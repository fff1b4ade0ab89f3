import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { Problem } from '@teahouse/contract';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../platform/config.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser says where a request comes from (Sec-Fetch-Site, Origin); one that comes from another site may not change anything.
 * Programs that are no browser send neither.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  if (safeMethods.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('cross-site-request');
  if (origin !== undefined && hostOf(origin) !== request.host) throw new Problem('cross-site-request');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** Refuses names that are not ours: a rebinding page cannot reach a house on the local machine. */
export function createHostGuard({ origin }: Pick<Config, 'origin'>): (request: FastifyRequest) => void {
  const known = origin ? new URL(origin).hostname : undefined;
  const local = new Set(['localhost', hostname().toLowerCase()]);
  return (request) => {
    const name = request.hostname.toLowerCase();
    const bare = name.replace(/^\[|\]$/g, '');
    if (name === known || local.has(name) || (known === undefined && isIP(bare) !== 0) || isLoopback(bare)) return;
    throw new Problem('wrong-host');
  };
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address);
}
