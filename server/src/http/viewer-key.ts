import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../platform/config.ts';
import { sessionCookieOf } from '../platform/session-cookie.ts';
import { createSigner } from '../platform/signing.ts';

const cookieName = 'teahouse_visitor';
const yearSeconds = 31_536_000;
/** Reads that a visit begins with; what is counted comes after one of them. */
const startsVisit = /^\/api\/(?:feed|notes|search)\//;

/** Gives every visitor a random, signed id, so that a view by someone not signed in counts once. */
export function installViewerKey(app: FastifyInstance, config: Pick<Config, 'secret' | 'origin'>): void {
  const signer = createSigner(config.secret, 'visitor');
  const session = sessionCookieOf(config);
  app.decorateRequest('actor', undefined);
  app.decorateRequest('viewerKey', '');
  app.decorateRequest('viewerIsKnown', false);
  app.addHook('onRequest', async (request, reply) => {
    const known = request.cookies[cookieName];
    const verified = known === undefined ? undefined : signer.verify(known);
    const visitor = verified ?? `v-${randomBytes(12).toString('base64url')}`;
    request.viewerKey = visitor;
    request.viewerIsKnown = verified !== undefined;
    // A member is counted as a member; only who comes without a session needs an id of this kind.
    const isMember = request.cookies[session.name] !== undefined;
    if (verified !== undefined || isMember || !startsVisit.test(request.url)) return;
    reply.setCookie(cookieName, signer.sign(visitor), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: session.secure,
      maxAge: yearSeconds,
    });
  });
}
