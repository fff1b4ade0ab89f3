import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { Problem } from '@teahouse/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../../platform/deps.ts';
import type { ShareSubjects } from '../../share/index.ts';
import type { Settings } from '../settings.ts';
import { noteHead, type PageHead, plainHead, profileHead, topicHead } from './page-head.ts';
import { openShell } from './page-shell.ts';
import { mountReference } from './reference-routes.ts';

export interface PageOptions {
  config: Pick<Deps['config'], 'origin'>;
  settings: Settings;
  subjects: ShareSubjects;
  /** Where the built client lies; the repository's own build when absent. */
  clientFolder?: string;
}

const builtClient = fileURLToPath(new URL('../../../../web/dist', import.meta.url));
const yearSeconds = 31_536_000;

/** Pages of the client that have no words of their own to show; the client's router knows the same ones. */
export const clientPaths = [
  '/',
  '/publish',
  '/drafts',
  '/search',
  '/notifications',
  '/settings',
  '/settings/:section',
  '/moderation',
  '/statements',
  '/suggestions',
  '/glossary',
  '/glossary/:glossId',
  '/accuracy',
  '/exposure',
  '/studio',
  '/notes/:noteId/exposure',
  '/operations/translation',
  '/operations/traffic',
  '/rules',
  '/welcome',
  '/sign-in',
  '/boards/:boardId',
  '/notes/:noteId/edit',
  '/members/:handle/people',
] as const;
/** Only these are worth a search engine's visit. */
const indexedPaths = new Set<string>(['/', '/rules', '/glossary', '/accuracy', '/exposure']);

const robots = `User-agent: *
Disallow: /api/
Disallow: /settings
Disallow: /moderation
Disallow: /notifications
Disallow: /statements
Disallow: /suggestions
Disallow: /operations
Disallow: /drafts
Disallow: /studio
Allow: /
`;

type Find = (request: FastifyRequest<{ Params: Record<string, string> }>) => Promise<PageHead | undefined>;

/** Serves the client: files as they are, and its page with the words of the note, member or topic asked for. */
export async function mountPages(http: FastifyInstance, options: PageOptions): Promise<void> {
  const { settings, subjects, clientFolder = builtClient } = options;
  const fillShell = openShell(clientFolder);
  const house = () => settings.current.name;

  function page(path: string, find: Find): void {
    http.get<{ Params: Record<string, string> }>(path, async (request, reply) => {
      const found = await find(request);
      const head = found ?? plainHead(request.url.split('?')[0] ?? '/', house(), false);
      return sendPage(reply.code(found ? 200 : 404), fillShell(head, house(), originOf(options, request)));
    });
  }

  page('/notes/:noteId', async ({ params }) => {
    const note = await subjects.findNote(params.noteId ?? '');
    return note && noteHead(note, house());
  });
  page('/members/:handle', async ({ params }) => {
    const profile = await subjects.findProfile(params.handle ?? '');
    return profile && profileHead(profile, house());
  });
  page('/topics/:name', async ({ params }) => {
    const topic = await subjects.findTopic(params.name ?? '');
    return topic && topicHead(topic, house());
  });
  for (const path of clientPaths) {
    page(path, async ({ url }) => plainHead(url.split('?')[0] ?? '/', house(), indexedPaths.has(path)));
  }
  page('/*', async (request) => {
    if (!isPageRequest(request)) throw new Problem('not-found');
    return undefined;
  });
  http.get('/robots.txt', (_request, reply) => reply.type('text/plain; charset=utf-8').send(robots));
  mountReference(http, house);
  if (existsSync(join(clientFolder, 'assets'))) await serveFiles(http, clientFolder);
}

/**
 * Files under `assets` carry their content's hash in the name: kept for ever, and found even when they were built after the
 * start. The others are few and asked for again each time.
 */
async function serveFiles(http: FastifyInstance, root: string): Promise<void> {
  const files = { dotfiles: 'ignore', index: false, cacheControl: false } as const;
  const keeping = (value: string) => (reply: { header(name: string, value: string): unknown }) => {
    reply.header('cache-control', value);
  };
  await http.register(fastifyStatic, {
    ...files,
    root: join(root, 'assets'),
    prefix: '/assets/',
    setHeaders: keeping(`public, max-age=${yearSeconds}, immutable`),
  });
  await http.register(fastifyStatic, {
    ...files,
    root,
    wildcard: false,
    globIgnore: ['assets/**'],
    decorateReply: false,
    setHeaders: keeping('no-cache'),
  });
}

/** A person's browser asking for a page, not a program for a file or an interface. */
function isPageRequest({ url, headers }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? '';
  if (/^\/(api|media|share|health|assets)(\/|$)/.test(path) || path.includes('.')) return false;
  return headers.accept?.includes('text/html') ?? false;
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);
}

function originOf({ config }: PageOptions, request: FastifyRequest): string {
  return config.origin ?? `${request.protocol}://${request.host}`;
}
