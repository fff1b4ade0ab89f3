import { z } from 'zod';
import { instant, languageTag, noteId, suggestionId } from './ids.ts';
import { readableLanguageTags } from './languages.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { memberText, optionalText } from './text.ts';
import { textAddress } from './text-addresses.ts';

/** Most texts in one request: a page of comments with its note. */
export const textsPerRequest = 60;

/** How a reader meets texts in a language they do not read. `original`: only from the menu; `auto`: translated at once. */
export const translationModes = ['original', 'offer', 'auto'] as const;
export type TranslationMode = (typeof translationModes)[number];

/** The mode for every language, and exceptions by language. */
export const translationPreferences = z.object({
  mode: z.enum(translationModes),
  byLanguage: z.partialRecord(z.enum(readableLanguageTags), z.enum(translationModes)),
});
export type TranslationPreferences = z.infer<typeof translationPreferences>;

/**
 * What became of a text. `pending`: still being worked on. `word-help`: no engine serves the pair, so single words only.
 * `held`: a reviewer looks at the translation first. `locked`: its author wants no machine translation.
 */
export const translationStates = [
  'ok',
  'partial',
  'pending',
  'same-language',
  'no-letters',
  'undecodable',
  'held',
  'locked',
  'word-help',
  'engine-off',
  'too-long',
  'budget',
  'failed',
] as const;
export type TranslationState = (typeof translationStates)[number];

/** A footnote: a term of the glossary that occurs in the text. */
export const glossNote = z.object({
  id: z.string(),
  term: z.string(),
  /** As it stands in this text. */
  seen: z.string(),
  rendering: z.string(),
  note: z.string(),
  isCoarse: z.boolean(),
});
export type GlossNote = z.infer<typeof glossNote>;

export const translationOrigins = ['author', 'member', 'memory', 'machine'] as const;

export const translationView = z.object({
  of: z.string(),
  to: z.string(),
  state: z.enum(translationStates),
  /** The whole text in the reader's language; only with `ok` and `partial`. */
  text: z.string().optional(),
  /** Sentence by sentence, for reading side by side. */
  pairs: z.array(z.object({ source: z.string(), target: z.string(), from: z.string() })).optional(),
  /** Languages it was translated from. */
  from: z.array(z.string()),
  origin: z.enum(translationOrigins).optional(),
  /** Name of the engine, for `machine`. */
  engine: z.string().optional(),
  /** Who suggested it, for `member`. */
  by: z.object({ handle: z.string(), name: z.string() }).optional(),
  madeAt: instant.optional(),
  /** A better text is on its way. */
  isImproving: z.boolean(),
  /** The author wrote this version for an earlier wording. */
  isOutdated: z.boolean(),
  glosses: z.array(glossNote),
  /** Word help, for `word-help`. */
  words: z.array(z.object({ word: z.string(), rendering: z.string() })),
  feedback: z.object({ good: z.number().int(), wrong: z.number().int(), mine: z.enum(['good', 'wrong']).optional() }),
});
export type TranslationView = z.infer<typeof translationView>;

const to = z.enum(readableLanguageTags);
const target = z.object({ of: textAddress, to });

export const translationRequest = z.object({
  to,
  texts: z.array(textAddress).min(1).max(textsPerRequest),
  /** `now`: on the reader's screen. `next`: soon to be. */
  urgency: z.enum(['now', 'next']).default('now'),
  /** How long the answer may wait for texts that are not there yet. */
  waitMilliseconds: z.number().int().min(0).max(3000).default(0),
});

/** Frames of the stream: `event: <kind>`, `data: <JSON>`. It ends with `done`, or when the reader leaves. */
export const translationFrame = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('translation'), translation: translationView }),
  z.object({ kind: z.literal('done') }),
]);
export type TranslationFrame = z.infer<typeof translationFrame>;

export const suggestionView = z.object({
  id: suggestionId,
  of: z.string(),
  to: z.string(),
  text: z.string(),
  by: z.object({ handle: z.string(), name: z.string() }),
  state: z.enum(['open', 'accepted', 'declined']),
  /** What it is about, and how it reads now. */
  source: z.string(),
  sourceLanguage: z.string(),
  current: z.string().optional(),
  createdAt: instant,
});
export type SuggestionView = z.infer<typeof suggestionView>;

/** How a text would read elsewhere, before it is published. */
export const previewView = z.object({
  to: z.string(),
  state: z.enum(translationStates),
  title: z.string(),
  text: z.string(),
  engine: z.string().optional(),
  glosses: z.array(glossNote),
  /** Where meaning or form is at risk, with the place in the source. */
  warnings: z.array(
    z.object({ kind: z.enum(['span', 'unknown-slang', 'long-sentence', 'undecodable']), excerpt: z.string() }),
  ),
});
export type PreviewView = z.infer<typeof previewView>;

export const translationRoutes = {
  request: defineRoute({
    id: 'translations.request',
    method: 'POST',
    path: '/api/translations',
    access: 'public',
    rate: 'translate',
    status: 200,
    summary: 'Texts in another language: what is known at once, the rest as `pending`',
    body: translationRequest,
    response: z.object({ items: z.array(translationView) }),
  }),
  stream: defineRoute({
    id: 'translations.stream',
    method: 'POST',
    path: '/api/translations/stream',
    access: 'public',
    rate: 'translate',
    raw: 'text/event-stream',
    summary: 'The same as server-sent events, each text when it is ready, improved ones again',
    body: translationRequest.omit({ waitMilliseconds: true }),
  }),
  rate: defineRoute({
    id: 'translations.rate',
    method: 'PUT',
    path: '/api/translations/verdict',
    access: 'member',
    rate: 'react',
    status: 200,
    summary: 'Say whether a translation is good or wrong; `none` takes it back',
    body: target.extend({ verdict: z.enum(['good', 'wrong', 'none']) }),
    response: translationView.shape.feedback,
    problems: ['not-found'],
  }),
  report: defineRoute({
    id: 'translations.report',
    method: 'POST',
    path: '/api/translations/reports',
    access: 'member',
    rate: 'write',
    status: 202,
    summary: 'Report a translation that says what nobody wrote; its author is not blamed',
    body: target.extend({ detail: optionalText('reason').default('') }),
    response: z.object({ isHeld: z.boolean() }),
    problems: ['not-found'],
  }),
  suggest: defineRoute({
    id: 'translations.suggest',
    method: 'POST',
    path: '/api/translations/suggestions',
    access: 'member',
    rate: 'publish',
    status: 201,
    idempotent: true,
    summary: 'Propose a better translation',
    body: target.extend({ text: memberText('noteText') }),
    response: suggestionView,
    problems: ['not-found', 'conflict'],
  }),
  listSuggestions: defineRoute({
    id: 'translations.listSuggestions',
    method: 'GET',
    path: '/api/translations/suggestions',
    access: 'member',
    rate: 'read',
    summary: 'Open suggestions for what I wrote; for moderators, all of them',
    query: pageQuery,
    response: pageOf(suggestionView),
    problems: ['invalid-cursor'],
  }),
  decideSuggestion: defineRoute({
    id: 'translations.decideSuggestion',
    method: 'POST',
    path: '/api/translations/suggestions/:suggestionId/decision',
    access: 'member',
    rate: 'write',
    status: 200,
    summary: 'Accept or decline a suggestion: the author of the text, or a moderator',
    params: z.object({ suggestionId }),
    body: z.object({ decision: z.enum(['accept', 'decline']) }),
    response: suggestionView,
    problems: ['not-found', 'conflict', 'not-allowed'],
  }),
  preview: defineRoute({
    id: 'translations.preview',
    method: 'POST',
    path: '/api/translations/preview',
    access: 'member',
    rate: 'translate',
    status: 200,
    summary: 'How a note would read in another language',
    body: z.object({
      title: optionalText('title', { singleLine: true }).default(''),
      text: optionalText('noteText').default(''),
      language: languageTag.optional(),
      to,
    }),
    response: previewView,
  }),
  putVersion: defineRoute({
    id: 'translations.putVersion',
    method: 'PUT',
    path: '/api/notes/:noteId/versions/:language',
    access: 'member',
    rate: 'publish',
    summary: "The author's own version of a note in another language; it comes before any machine's",
    params: z.object({ noteId, language: to }),
    body: z.object({ title: memberText('title', { singleLine: true }), text: optionalText('noteText').default('') }),
    problems: ['not-found', 'conflict'],
  }),
  deleteVersion: defineRoute({
    id: 'translations.deleteVersion',
    method: 'DELETE',
    path: '/api/notes/:noteId/versions/:language',
    access: 'member',
    rate: 'write',
    summary: "Take the author's version back",
    params: z.object({ noteId, language: to }),
    problems: ['not-found'],
  }),
  listVersions: defineRoute({
    id: 'translations.listVersions',
    method: 'GET',
    path: '/api/notes/:noteId/versions',
    access: 'member',
    rate: 'read',
    summary: "The author's versions of their own note",
    params: z.object({ noteId }),
    response: z.object({
      items: z.array(
        z.object({
          language: z.string(),
          title: z.string(),
          text: z.string(),
          isOutdated: z.boolean(),
          updatedAt: instant,
        }),
      ),
    }),
    problems: ['not-found'],
  }),
  lock: defineRoute({
    id: 'translations.lock',
    method: 'PUT',
    path: '/api/notes/:noteId/translation-lock',
    access: 'member',
    rate: 'write',
    summary: 'Allow or forbid machine translation of my note',
    params: z.object({ noteId }),
    body: z.object({ isLocked: z.boolean() }),
    problems: ['not-found'],
  }),
  readers: defineRoute({
    id: 'translations.readers',
    method: 'GET',
    path: '/api/notes/:noteId/readers',
    access: 'member',
    rate: 'read',
    summary: 'In which languages my note is read',
    params: z.object({ noteId }),
    response: z.object({
      views: z.number().int(),
      /** Viewers who read at least one text of the note in translation, each once. */
      translatedViews: z.number().int(),
      byLanguage: z.array(z.object({ language: z.string(), viewers: z.number().int() })),
    }),
    problems: ['not-found'],
  }),
  pinyin: defineRoute({
    id: 'translations.pinyin',
    method: 'POST',
    path: '/api/pinyin',
    access: 'public',
    rate: 'translate',
    status: 200,
    summary: 'How a Chinese text is read aloud, for learners',
    body: z.object({ text: memberText('noteText') }),
    response: z.object({ parts: z.array(z.object({ text: z.string(), pinyin: z.string().optional() })) }),
  }),
  accuracy: defineRoute({
    id: 'translations.accuracy',
    method: 'GET',
    path: '/api/translations/accuracy',
    access: 'public',
    rate: 'read',
    summary: 'How well this house translates, by engine and pair, and what its members say about it',
    response: z.object({
      /** From `npm run eval -- translation --record`; empty until someone ran it here. */
      evaluations: z.array(
        z.object({
          engine: z.string(),
          pair: z.string(),
          set: z.string(),
          chrf: z.number().optional(),
          slangSuccess: z.number().optional(),
          spansExact: z.number().optional(),
          attacksResisted: z.number().optional(),
          undecodableHonest: z.number().optional(),
          /** `real`, `random` or `replayed` weights. */
          weights: z.string(),
          at: instant,
        }),
      ),
      /** Of the last 30 days. */
      members: z.array(
        z.object({
          engine: z.string(),
          pair: z.string(),
          made: z.number().int(),
          good: z.number().int(),
          wrong: z.number().int(),
          held: z.number().int(),
          reported: z.number().int(),
        }),
      ),
      glossaryTerms: z.number().int(),
      injectionsSeen: z.number().int(),
    }),
  }),
};
