import { z } from 'zod';
import { glossId, glossRemarkId, glossRequestId, instant } from './ids.ts';
import { readableLanguageTags } from './languages.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { memberText, optionalText } from './text.ts';
import { textAddress } from './text-addresses.ts';

const language = z.enum(readableLanguageTags);

export const glossStates = ['proposed', 'approved', 'declined'] as const;

const renderings = z
  .partialRecord(
    language,
    z.object({ text: memberText('glossRendering', { singleLine: true }), note: optionalText('glossNote').default('') }),
  )
  .refine((given) => Object.keys(given).length > 0, { message: 'empty' });

const glossContent = {
  term: memberText('glossTerm', { singleLine: true }),
  language,
  variants: z
    .array(memberText('glossTerm', { singleLine: true }))
    .max(12)
    .default([]),
  /** What it means, in the language of the term. */
  sense: memberText('glossNote'),
  renderings,
  isCoarse: z.boolean().default(false),
  /** It also is an ordinary word: footnoted only where the context fits. */
  isAmbiguous: z.boolean().default(false),
};

export const glossView = z.object({
  id: glossId,
  term: z.string(),
  language: z.string(),
  variants: z.array(z.string()),
  sense: z.string(),
  renderings: z.record(z.string(), z.object({ text: z.string(), note: z.string() })),
  isCoarse: z.boolean(),
  isAmbiguous: z.boolean(),
  state: z.enum(glossStates),
  /** Came with the house. */
  isShipped: z.boolean(),
  version: z.number().int(),
  by: z.object({ handle: z.string(), name: z.string() }).optional(),
  votes: z.object({ up: z.number().int(), down: z.number().int(), mine: z.enum(['up', 'down']).optional() }),
  remarkCount: z.number().int(),
  updatedAt: instant,
});
export type GlossView = z.infer<typeof glossView>;

export const glossRemarkView = z.object({
  id: glossRemarkId,
  by: z.object({ handle: z.string(), name: z.string() }),
  text: z.string(),
  language: z.string(),
  createdAt: instant,
});

export const glossRequestView = z.object({
  id: glossRequestId,
  words: z.string(),
  language: z.string(),
  /** A text it stands in, as long as it may be read. */
  example: z.string().optional(),
  noteId: z.string().optional(),
  /** How many members asked. */
  askedBy: z.number().int(),
  createdAt: instant,
});
export type GlossRequestView = z.infer<typeof glossRequestView>;

const byGloss = z.object({ glossId });

export const glossRoutes = {
  list: defineRoute({
    id: 'glosses.list',
    method: 'GET',
    path: '/api/glosses',
    access: 'public',
    rate: 'search',
    summary: 'The glossary, by term',
    query: pageQuery.extend({
      search: z.string().max(100).default(''),
      language: language.optional(),
      state: z.enum(glossStates).default('approved'),
    }),
    response: pageOf(glossView).extend({ version: z.number().int(), termCount: z.number().int() }),
    problems: ['invalid-cursor'],
  }),
  get: defineRoute({
    id: 'glosses.get',
    method: 'GET',
    path: '/api/glosses/:glossId',
    access: 'public',
    rate: 'read',
    summary: 'A term with what members say about it',
    params: byGloss,
    response: glossView.extend({ remarks: z.array(glossRemarkView) }),
    problems: ['not-found'],
  }),
  propose: defineRoute({
    id: 'glosses.propose',
    method: 'POST',
    path: '/api/glosses',
    access: 'member',
    rate: 'publish',
    status: 201,
    idempotent: true,
    summary: 'Propose a term',
    body: z.object({ ...glossContent, requestId: glossRequestId.optional() }),
    response: glossView,
    problems: ['conflict'],
  }),
  change: defineRoute({
    id: 'glosses.change',
    method: 'PUT',
    path: '/api/glosses/:glossId',
    access: 'member',
    rate: 'publish',
    status: 200,
    summary: 'Change a term: its proposer while it is proposed, a moderator always; `If-Match` with the version',
    params: byGloss,
    body: z.object(glossContent),
    response: glossView,
    problems: ['not-found', 'not-allowed', 'conflict', 'changed-meanwhile'],
  }),
  vote: defineRoute({
    id: 'glosses.vote',
    method: 'PUT',
    path: '/api/glosses/:glossId/vote',
    access: 'member',
    rate: 'react',
    status: 200,
    summary: 'Say whether a term is explained well; `none` takes it back',
    params: byGloss,
    body: z.object({ vote: z.enum(['up', 'down', 'none']) }),
    response: glossView.shape.votes,
    problems: ['not-found', 'not-allowed'],
  }),
  remark: defineRoute({
    id: 'glosses.remark',
    method: 'POST',
    path: '/api/glosses/:glossId/remarks',
    access: 'member',
    rate: 'publish',
    status: 201,
    idempotent: true,
    summary: 'Say something about a term',
    params: byGloss,
    body: z.object({ text: memberText('comment') }),
    response: glossRemarkView,
    problems: ['not-found'],
  }),
  decide: defineRoute({
    id: 'glosses.decide',
    method: 'POST',
    path: '/api/glosses/:glossId/decision',
    access: 'moderator',
    rate: 'write',
    status: 200,
    summary: 'Approve or decline a term of somebody else; `If-Match` with the version that was read',
    params: byGloss,
    body: z.object({ decision: z.enum(['approve', 'decline']) }),
    response: glossView,
    problems: ['not-found', 'not-allowed', 'conflict', 'changed-meanwhile'],
  }),
  ask: defineRoute({
    id: 'glosses.ask',
    method: 'POST',
    path: '/api/gloss-requests',
    access: 'member',
    rate: 'write',
    status: 202,
    summary: 'Ask the community to explain a word or a text that no machine understands',
    body: z.object({ words: memberText('glossTerm', { singleLine: true }), of: textAddress.optional() }),
    response: glossRequestView,
    problems: ['not-found'],
  }),
  listRequests: defineRoute({
    id: 'glosses.listRequests',
    method: 'GET',
    path: '/api/gloss-requests',
    access: 'member',
    rate: 'read',
    summary: 'Words that members would like explained, most asked first',
    query: pageQuery,
    response: pageOf(glossRequestView),
    problems: ['invalid-cursor'],
  }),
};
