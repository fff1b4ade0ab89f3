import { z } from 'zod';
import { appealId, decisionId, instant, memberId, reportId } from './ids.ts';
import { complianceState } from './note-views.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { memberText, optionalText } from './text.ts';

/** Reasons a member can give; each names the rule it belongs to. */
export const reportReasons = [
  'spam',
  'abuse',
  'hate',
  'sexual',
  'violence',
  'self-harm',
  'minors',
  'fraud',
  'privacy',
  'copyright',
  'other',
] as const;
export const subjectKinds = ['note', 'comment', 'member'] as const;

const subject = z.object({ kind: z.enum(subjectKinds), id: z.uuid({ version: 'v7' }) });

/** What was reported, as it read at that time. */
export const subjectView = z.object({
  kind: z.enum(subjectKinds),
  id: z.string(),
  noteId: z.string().optional(),
  author: z.object({ id: memberId, handle: z.string(), name: z.string() }),
  title: z.string().optional(),
  text: z.string(),
  language: z.string(),
  pictureUrls: z.array(z.string()),
  /** What the author wrote in other languages. */
  versions: z.array(z.object({ language: z.string(), title: z.string(), text: z.string() })),
  compliance: complianceState,
});

export const reportView = z.object({
  id: reportId,
  subject: subjectView,
  reason: z.enum([...reportReasons, 'word-bank']),
  detail: z.string(),
  /** Terms of the word bank that matched, when the house itself held the text. */
  matchedTerms: z.array(z.string()),
  reportCount: z.number().int(),
  state: z.enum(['open', 'decided', 'dismissed']),
  createdAt: instant,
});

export const moderationActions = ['limit', 'remove', 'restore', 'dismiss', 'suspend', 'unsuspend'] as const;

/** Statement of reasons: what the author is told. */
export const statementView = z.object({
  id: decisionId,
  subject: z.object({ kind: z.enum(subjectKinds), id: z.string(), excerpt: z.string() }),
  action: z.enum(['hold', ...moderationActions]),
  rule: z.object({ number: z.number().int(), version: z.number().int(), title: z.string(), text: z.string() }),
  explanation: z.string(),
  /** Found by a report or by the house's own word bank. */
  source: z.enum(['report', 'word-bank', 'own-initiative']),
  decidedAt: instant,
  appeal: z
    .object({
      id: appealId,
      state: z.enum(['open', 'upheld', 'overturned']),
      text: z.string(),
      answer: z.string(),
      createdAt: instant,
    })
    .optional(),
});

const rule = z.object({ number: z.number().int(), title: z.string(), text: z.string() });

export const moderationRoutes = {
  rules: defineRoute({
    id: 'moderation.rules',
    method: 'GET',
    path: '/api/rules',
    access: 'public',
    rate: 'read',
    summary: 'The house rules, versioned',
    query: z.object({ language: z.string().max(16).default('en') }),
    response: z.object({
      version: z.number().int(),
      language: z.string(),
      preamble: z.string(),
      rules: z.array(rule),
      effectiveAt: instant,
    }),
  }),
  report: defineRoute({
    id: 'moderation.report',
    method: 'POST',
    path: '/api/reports',
    access: 'member',
    rate: 'write',
    status: 201,
    idempotent: true,
    summary: 'Report a note, comment or member',
    body: z.object({ subject, reason: z.enum(reportReasons), detail: optionalText('reason').default('') }),
    response: z.object({ id: reportId }),
    problems: ['not-found'],
  }),
  listReports: defineRoute({
    id: 'moderation.listReports',
    method: 'GET',
    path: '/api/moderation/reports',
    access: 'moderator',
    rate: 'read',
    summary: 'Reports and held texts, oldest first',
    query: pageQuery.extend({ state: z.enum(['open', 'decided', 'dismissed']).default('open') }),
    response: pageOf(reportView),
    problems: ['invalid-cursor'],
  }),
  decide: defineRoute({
    id: 'moderation.decide',
    method: 'POST',
    path: '/api/moderation/decisions',
    access: 'moderator',
    rate: 'write',
    status: 201,
    idempotent: true,
    summary: 'Decide about a subject under a numbered rule; the author gets a statement of reasons',
    body: z.object({
      subject,
      action: z.enum(moderationActions),
      rule: z.number().int().min(1).max(99),
      explanation: memberText('reason'),
    }),
    response: statementView,
    problems: ['not-found', 'conflict', 'not-allowed'],
  }),
  listStatements: defineRoute({
    id: 'moderation.listStatements',
    method: 'GET',
    path: '/api/me/statements',
    access: 'member',
    rate: 'read',
    summary: 'Decisions about what I wrote',
    query: pageQuery,
    response: pageOf(statementView),
    problems: ['invalid-cursor'],
  }),
  appeal: defineRoute({
    id: 'moderation.appeal',
    method: 'POST',
    path: '/api/me/statements/:decisionId/appeal',
    access: 'member',
    rate: 'write',
    status: 201,
    summary: 'Ask another moderator to look again (once per decision)',
    params: z.object({ decisionId }),
    body: z.object({ text: memberText('reason') }),
    response: statementView,
    problems: ['not-found', 'conflict'],
  }),
  listAppeals: defineRoute({
    id: 'moderation.listAppeals',
    method: 'GET',
    path: '/api/moderation/appeals',
    access: 'moderator',
    rate: 'read',
    summary: 'Open appeals, oldest first',
    query: pageQuery,
    response: pageOf(z.object({ id: appealId, statement: statementView, subject: subjectView, decidedBy: z.string() })),
    problems: ['invalid-cursor'],
  }),
  decideAppeal: defineRoute({
    id: 'moderation.decideAppeal',
    method: 'POST',
    path: '/api/moderation/appeals/:appealId/decision',
    access: 'moderator',
    rate: 'write',
    status: 200,
    summary: 'Answer an appeal; not by the moderator who decided',
    params: z.object({ appealId }),
    body: z.object({ outcome: z.enum(['upheld', 'overturned']), answer: memberText('reason') }),
    response: statementView,
    problems: ['not-found', 'conflict', 'not-allowed'],
  }),
  audit: defineRoute({
    id: 'moderation.audit',
    method: 'GET',
    path: '/api/moderation/audit',
    access: 'moderator',
    rate: 'read',
    summary: 'Who did what, newest first',
    query: pageQuery,
    response: pageOf(
      z.object({
        id: z.string(),
        at: instant,
        actor: z.string(),
        verb: z.string(),
        subjectKind: z.string(),
        subjectId: z.string(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
    problems: ['invalid-cursor'],
  }),
};
