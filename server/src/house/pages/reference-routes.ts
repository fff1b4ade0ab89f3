import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import serverPackage from '../../../package.json' with { type: 'json' };
import { openApiDocument } from './openapi.ts';
import { referencePage } from './reference-page.ts';

const styles = new URL('./reference.css', import.meta.url);
const cacheControl = 'public, max-age=300';

/** The contract in machine form and for people; made at the first request, since most houses are never asked. */
export function mountReference(http: FastifyInstance, house: () => string): void {
  let document: ReturnType<typeof openApiDocument> | undefined;
  const read = () => {
    document ??= openApiDocument(serverPackage.version);
    return document;
  };
  http.get('/api/openapi.json', (_request, reply) =>
    reply.header('cache-control', cacheControl).type('application/json; charset=utf-8').send(JSON.stringify(read())),
  );
  http.get('/api/docs', (_request, reply) =>
    reply
      .header('cache-control', cacheControl)
      .type('text/html; charset=utf-8')
      .send(referencePage(house(), read() as unknown as Parameters<typeof referencePage>[1])),
  );
  http.get('/api/docs/reference.css', (_request, reply) =>
    reply.header('cache-control', cacheControl).type('text/css; charset=utf-8').send(readFileSync(styles, 'utf8')),
  );
}
