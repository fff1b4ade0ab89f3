import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../http/context.ts';

/** No HTTP stands behind the town's calls; the handlers used here read only the plain values. */
export function playedRequest(viewerKey: string, address: string, acceptLanguage = ''): RequestContext {
  return {
    id: '',
    address,
    userAgent: '',
    acceptLanguage,
    viewerKey,
    viewerIsKnown: true,
    ifMatch: undefined,
    sessionCookie: undefined,
    origin: 'http://localhost',
    reservedId: undefined,
    raw: {} as FastifyRequest,
    reply: {} as FastifyReply,
  };
}
