import { type Access, Problem, type ProblemField, type Role, type Route } from '@teahouse/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Deps } from '../platform/deps.ts';
import { sessionCookieOf } from '../platform/session-cookie.ts';
import type { Actor, Handlers, Input, RequestContext } from './context.ts';
import type { Idempotency } from './idempotency.ts';
import type { LimitCheck } from './limits.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | undefined;
    viewerKey: string;
    /** The viewer showed an id given by this house before. */
    viewerIsKnown: boolean;
  }
}

export interface MountOptions {
  deps: Pick<Deps, 'houseState' | 'metrics' | 'config'>;
  limits: LimitCheck;
  idempotency: Idempotency;
  /** Who a session cookie belongs to; answers from memory when warm. */
  findActor: (cookie: string | undefined) => Promise<Actor | undefined>;
}

type AnyHandler = (input: Input<Route>) => Promise<unknown> | unknown;

/** Binds a group of contract routes to its handlers: limits, session, access, validation, idempotency — in that order, once. */
export function mountRoutes<G extends Record<string, Route>>(
  app: FastifyInstance,
  options: MountOptions,
  group: G,
  handlers: Handlers<G>,
): void {
  for (const [key, route] of Object.entries(group)) {
    const handler = handlers[key as keyof G] as unknown as AnyHandler;
    app.route({
      method: route.method,
      url: route.path,
      ...(route.bodyBytes === undefined ? {} : { bodyLimit: route.bodyBytes }),
      handler: (request, reply) => answer(options, route, handler, request, reply),
    });
  }
}

async function answer(
  options: MountOptions,
  route: Route,
  handler: AnyHandler,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const cookie = request.cookies[sessionCookieOf(options.deps.config).name];
  const actor = await options.findActor(cookie);
  request.actor = actor;
  if (actor) {
    request.viewerKey = actor.memberId;
    request.viewerIsKnown = true;
  }
  await options.limits(route.rate, request, reply, actor);
  requireAccess(route.access, actor);
  refuseWhileClosed(options, route);
  const input = readInput(route, request, reply, actor, cookie, options.deps.config.origin);
  reply.header('cache-control', 'private, no-store');
  const idempotencyKey = request.headers['idempotency-key'];
  if (route.idempotent && actor && typeof idempotencyKey === 'string') {
    const once = await options.idempotency.once(
      route,
      actor.memberId,
      idempotencyKey,
      [input.params, input.body],
      async (reservedId) => {
        const body = await handler({ ...input, request: { ...input.request, reservedId } });
        return { status: route.status ?? 200, body };
      },
    );
    return send(reply, once.status, once.body);
  }
  const body = await handler(input as Input<Route>);
  if (route.raw) return reply;
  return route.response ? send(reply, route.status ?? 200, body) : reply.code(204).send();
}

function send(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

const rank: Record<Role, number> = { member: 1, moderator: 2, operator: 3 };

function requireAccess(access: Access, actor: Actor | undefined): void {
  if (access === 'public') return;
  if (!actor) throw new Problem('not-signed-in');
  if (rank[actor.role] < rank[access]) throw new Problem('not-allowed');
}

/** Signing out, ending sessions and deleting what is one's own stay possible. */
function refuseWhileClosed({ deps }: MountOptions, route: Route): void {
  if (deps.houseState.current !== 'read-only' || route.method === 'GET' || route.method === 'DELETE') return;
  if (route.id === 'accounts.signIn') return;
  throw new Problem('read-only', 'Drafts are kept in your browser; reading goes on.');
}

function readInput(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor | undefined,
  cookie: string | undefined,
  origin: string | undefined,
) {
  const fields: ProblemField[] = [];
  const params = parsePart(route.params, request.params, 'params', fields);
  const query = parsePart(route.query, request.query, 'query', fields);
  const body = parsePart(route.body, request.body ?? {}, 'body', fields);
  if (fields.length > 0) throw new Problem('invalid-request', undefined, { fields });
  const context: RequestContext = {
    id: request.id,
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    acceptLanguage: request.headers['accept-language'] ?? '',
    viewerKey: request.viewerKey,
    viewerIsKnown: request.viewerIsKnown,
    ifMatch: request.headers['if-match']?.replace(/^(W\/)?"|"$/g, ''),
    sessionCookie: cookie,
    origin: origin ?? `${request.protocol}://${request.host}`,
    reservedId: undefined,
    raw: request,
    reply,
  };
  return { params, query, body, actor, request: context } as unknown as Input<Route>;
}

function parsePart(schema: z.ZodType | undefined, value: unknown, part: string, fields: ProblemField[]): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues.slice(0, 20))
    fields.push({ pointer: `/${part}/${issue.path.join('/')}`, message: messageKey(issue) });
  return undefined;
}

/** Our own refinements carry keys (`too-long`, `empty`); the validator's sentences are not for members. */
function messageKey(issue: z.core.$ZodIssue): string {
  return /^[a-z][a-z-]*$/.test(issue.message) ? issue.message : issue.code.replaceAll('_', '-');
}
