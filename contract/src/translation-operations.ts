import { z } from 'zod';
import { instant } from './ids.ts';
import { readableLanguageTags } from './languages.ts';
import { defineRoute } from './route.ts';

const language = z.enum(readableLanguageTags);
const pair = z.object({ from: language, to: language });

export const engineView = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['ready', 'loading', 'off', 'failing']),
  detail: z.string().optional(),
  /** `open`: no calls until `retryAt`, after too many failures. */
  breaker: z.enum(['closed', 'half-open', 'open']),
  retryAt: instant.optional(),
  isLocal: z.boolean(),
  isPaid: z.boolean(),
  pairs: z.array(z.string()),
  /** Characters today, and how many a day allows. */
  charactersToday: z.number().int(),
  charactersPerDay: z.number().int().optional(),
});

export const modelView = z.object({
  from: z.string(),
  to: z.string(),
  version: z.string(),
  architecture: z.string(),
  bytes: z.number().int(),
  state: z.enum(['available', 'queued', 'downloading', 'checking', 'ready', 'damaged', 'failed']),
  receivedBytes: z.number().int().optional(),
  problem: z.string().optional(),
});
export type ModelView = z.infer<typeof modelView>;

export const translationOperationsRoutes = {
  overview: defineRoute({
    id: 'translationOperations.overview',
    method: 'GET',
    path: '/api/operations/translation',
    access: 'operator',
    rate: 'read',
    summary: 'Engines, queue, spend and what readers got, by language pair',
    query: z.object({ hours: z.coerce.number().int().min(1).max(720).default(24) }),
    response: z.object({
      engines: z.array(engineView),
      queue: z.object({
        waiting: z.number().int(),
        running: z.number().int(),
        oldestMilliseconds: z.number().int(),
        dropped: z.number().int(),
      }),
      pairs: z.array(
        z.object({
          from: z.string(),
          to: z.string(),
          engine: z.string(),
          asked: z.number().int(),
          cached: z.number().int(),
          made: z.number().int(),
          failed: z.number().int(),
          characters: z.number().int(),
          held: z.number().int(),
          reported: z.number().int(),
          meanMilliseconds: z.number(),
        }),
      ),
      /** Share of asked texts that were there already. */
      hitRate: z.number().optional(),
      heldPer10000: z.number().optional(),
      reportedPer10000: z.number().optional(),
      memoryEntries: z.number().int(),
      openReviews: z.number().int(),
      asOf: instant,
    }),
  }),
  models: defineRoute({
    id: 'translationOperations.models',
    method: 'GET',
    path: '/api/operations/translation/models',
    access: 'operator',
    rate: 'read',
    summary: 'Models installed, being fetched, and on offer',
    response: z.object({ items: z.array(modelView), source: z.string(), registryProblem: z.string().optional() }),
  }),
  pullModel: defineRoute({
    id: 'translationOperations.pullModel',
    method: 'POST',
    path: '/api/operations/translation/models',
    access: 'operator',
    rate: 'write',
    status: 202,
    summary: 'Fetch a model in the background',
    body: pair,
    response: modelView,
    problems: ['not-found', 'conflict'],
  }),
  removeModel: defineRoute({
    id: 'translationOperations.removeModel',
    method: 'DELETE',
    path: '/api/operations/translation/models/:from/:to',
    access: 'operator',
    rate: 'write',
    summary: 'Remove a model, or stop fetching it',
    params: pair,
    problems: ['not-found', 'conflict'],
  }),
  importMemory: defineRoute({
    id: 'translationOperations.importMemory',
    method: 'POST',
    path: '/api/operations/translation/memory',
    access: 'operator',
    rate: 'upload',
    status: 200,
    summary: 'Add a TMX file to the translation memory',
    bodyBytes: 4_000_000,
    body: z.object({
      tmx: z.string().min(1).max(900_000),
      /** Where it comes from and under which terms; kept with every entry. */
      attribution: z.string().trim().min(1).max(300),
    }),
    response: z.object({ added: z.number().int(), replaced: z.number().int(), skipped: z.number().int() }),
  }),
  exportMemory: defineRoute({
    id: 'translationOperations.exportMemory',
    method: 'GET',
    path: '/api/operations/translation/memory.tmx',
    access: 'operator',
    rate: 'export',
    raw: 'application/xml',
    summary: 'The translation memory as TMX',
  }),
};
