import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import { Problem } from '@teahouse/contract';
import fastify, { type FastifyInstance } from 'fastify';
import type { Deps } from '../platform/deps.ts';
import { createHostGuard, refuseCrossSite } from './guards.ts';
import { installProblemHandler, sendProblem } from './problem-handler.ts';
import { answerUnreadable } from './unreadable-request.ts';
import { installViewerKey } from './viewer-key.ts';

const bodyLimitBytes = 256 * 1024;

/** Fastify with everything that holds for every answer: headers, hosts, cross-site refusal, problems, shedding, request ids. */
export async function createHttpServer(
  deps: Pick<Deps, 'config' | 'log' | 'metrics' | 'ids' | 'pagesUnderWay'>,
): Promise<FastifyInstance> {
  const { config, ids } = deps;
  const app = fastify({
    bodyLimit: bodyLimitBytes,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    genReqId: () => ids.next(),
    requestIdHeader: false,
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 2100, ignoreTrailingSlash: true },
    clientErrorHandler: answerUnreadable(ids),
    rewriteUrl: readableUrl,
    frameworkErrors: (_error, request, reply) => void sendProblem(reply, request, new Problem('not-found')),
  });
  // A form of another site may send text/plain without asking; nothing here speaks it.
  app.removeContentTypeParser('text/plain');
  installProblemHandler(app, deps);
  await app.register(cookie);
  await app.register(helmet, securityHeaders(config.origin?.startsWith('https:') ?? false));
  await app.register(rateLimit, { global: false, cache: 50_000 });
  if (config.shedsLoad) {
    await app.register(underPressure, {
      maxEventLoopDelay: 1000,
      pressureHandler: (request, reply) => {
        if (!request.url.startsWith('/health')) sendProblem(reply, request, new Problem('overloaded'));
      },
    });
  }
  installViewerKey(app, config);
  countPages(app, deps);
  const guardHost = createHostGuard(config);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    guardHost(request);
    refuseCrossSite(request);
  });
  app.addHook('onResponse', async (request, reply) => {
    deps.metrics.requests.observe(
      { route: request.routeOptions.url ?? 'none', status: `${Math.floor(reply.statusCode / 100)}xx` },
      reply.elapsedTime / 1000,
    );
  });
  return app;
}

/** Until they are sent, also when whoever asked has left. */
function countPages(app: FastifyInstance, { pagesUnderWay }: Pick<Deps, 'pagesUnderWay'>): void {
  app.addHook('onRequest', async ({ method }, reply) => {
    if (method === 'GET') reply.raw.once('close', pagesUnderWay.begin());
  });
}

/** A path that is no text would pass by every hook; as a path nobody has it gets the headers that all others get. */
function readableUrl({ url = '/' }: { url?: string | undefined }): string {
  const [path = ''] = url.split('?', 1);
  if (!path.includes('%')) return url;
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return '/unreadable-path';
  }
}

function securityHeaders(isHttps: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // Positions of the masonry and colours of thumbhashes are set on elements, never in style sheets of strangers.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    hsts: isHttps ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' as const },
    crossOriginOpenerPolicy: { policy: 'same-origin' as const },
    crossOriginResourcePolicy: { policy: 'same-origin' as const },
  };
}
