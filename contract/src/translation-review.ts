import { z } from 'zod';
import { instant, memberId, translationReviewId } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { memberText } from './text.ts';

/** Why a person looks at a translation: the rules of its language, a report, or many readers who call it wrong. */
export const translationReviewReasons = ['rules', 'report', 'disputed'] as const;

export const translationReviewView = z.object({
  id: translationReviewId,
  of: z.string(),
  from: z.string(),
  to: z.string(),
  reason: z.enum(translationReviewReasons),
  matchedTerms: z.array(z.string()),
  source: z.string(),
  output: z.string(),
  engine: z.string(),
  /** The output in the language of the source again; absent until asked for one by one. */
  backTranslation: z.string().optional(),
  /** The source is flagged by the rules of its own language, too. */
  sourceIsFlagged: z.boolean(),
  noteId: z.string().optional(),
  author: z.object({ id: memberId, handle: z.string(), name: z.string() }).optional(),
  reportCount: z.number().int(),
  details: z.array(z.string()),
  state: z.enum(['open', 'decided']),
  decision: z.enum(['release', 'withhold', 'correct']).optional(),
  createdAt: instant,
});
export type TranslationReviewView = z.infer<typeof translationReviewView>;

export const translationReviewRoutes = {
  list: defineRoute({
    id: 'translationReview.list',
    method: 'GET',
    path: '/api/moderation/translations',
    access: 'moderator',
    rate: 'read',
    summary: 'Translations under review, oldest first',
    query: pageQuery.extend({ state: z.enum(['open', 'decided']).default('open') }),
    response: pageOf(translationReviewView),
    problems: ['invalid-cursor'],
  }),
  get: defineRoute({
    id: 'translationReview.get',
    method: 'GET',
    path: '/api/moderation/translations/:reviewId',
    access: 'moderator',
    rate: 'translate',
    summary: 'One translation under review, with its back-translation',
    params: z.object({ reviewId: translationReviewId }),
    response: translationReviewView,
    problems: ['not-found'],
  }),
  decide: defineRoute({
    id: 'translationReview.decide',
    method: 'POST',
    path: '/api/moderation/translations/:reviewId/decision',
    access: 'moderator',
    rate: 'write',
    status: 200,
    summary: 'Release, withhold or correct a translation; never a strike for the author',
    params: z.object({ reviewId: translationReviewId }),
    body: z.discriminatedUnion('decision', [
      z.object({ decision: z.literal('release') }),
      z.object({ decision: z.literal('withhold') }),
      z.object({ decision: z.literal('correct'), text: memberText('noteText') }),
    ]),
    response: translationReviewView,
    problems: ['not-found', 'conflict'],
  }),
  listInjections: defineRoute({
    id: 'translationReview.listInjections',
    method: 'GET',
    path: '/api/moderation/injections',
    access: 'moderator',
    rate: 'read',
    summary: 'Texts that tried to give a translator orders, newest first: logged, not punished',
    query: pageQuery,
    response: pageOf(
      z.object({
        id: z.string(),
        of: z.string(),
        to: z.string(),
        engine: z.string(),
        excerpt: z.string(),
        outcome: z.enum(['translated', 'refused', 'original-shown']),
        at: instant,
      }),
    ),
    problems: ['invalid-cursor'],
  }),
};
