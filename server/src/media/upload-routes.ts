import { Readable } from 'node:stream';
import { Problem } from '@teahouse/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../http/context.ts';
import type { LimitCheck } from '../http/limits.ts';
import { type Uploads, uploadsPath } from './uploads.ts';

export interface MediaMountOptions {
  limits: LimitCheck;
  findActor: (cookie: string | undefined) => Promise<Actor | undefined>;
  sessionCookie: string;
}

/** Binds the upload protocol, which is no JSON and therefore not in the contract's table. */
export function mountUploads(http: FastifyInstance, uploads: Uploads, options: MediaMountOptions): void {
  http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The body is a file: it is never read into memory, but handed on as it arrives.
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.route({
      method: ['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'],
      url: uploadsPath,
      handler: (request, reply) => serve(uploads, options, request, reply),
    });
    scope.route({
      method: ['HEAD', 'PATCH', 'DELETE', 'OPTIONS'],
      url: `${uploadsPath}/:mediaId`,
      handler: (request, reply) => serve(uploads, options, request, reply),
    });
  });
}

async function serve(
  uploads: Uploads,
  { limits, findActor, sessionCookie }: MediaMountOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  // What is left of a refused body is not read; the connection ends with the answer.
  if (request.method === 'POST' || request.method === 'PATCH') reply.header('connection', 'close');
  const actor = await findActor(request.cookies[sessionCookie]);
  request.actor = actor;
  await limits('upload', request, reply, actor);
  if (!actor) throw new Problem('not-signed-in');
  const response = await uploads.serve(asWebRequest(request), actor.memberId);
  reply.removeHeader('connection');
  for (const [name, value] of response.headers) {
    if (!name.startsWith('access-control-')) reply.header(name, value);
  }
  return reply.header('cache-control', 'no-store').code(response.status).send();
}

function asWebRequest({ method, url, headers, raw, protocol, host }: FastifyRequest): Request {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  const hasBody = method === 'POST' || method === 'PATCH';
  return new Request(`${protocol}://${host}${url}`, {
    method,
    headers: given,
    ...(hasBody ? { body: Readable.toWeb(raw) as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
  } as RequestInit);
}
