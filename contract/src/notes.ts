import { z } from 'zod';
import { draftId, instant, languageTag, mediaId, noteId } from './ids.ts';
import { noteFormats, readableLanguageTags, textCovers } from './languages.ts';
import { noteView, threadView } from './note-views.ts';
import { pageOf } from './page.ts';
import { defineRoute } from './route.ts';
import { memberText, optionalText } from './text.ts';

export const picturesPerNote = 18;
export const topicsPerNote = 10;
/** Of all members mentioned in one text at most this many are told. */
export const mentionsNotified = 20;

const pictureInput = z.object({ mediaId, alt: optionalText('alt', { singleLine: true }).default('') });
const topicName = memberText('topic', { singleLine: true });

/** Languages a note can be written in by its author besides the first. */
export const versionsPerNote = 4;

/** The author's own words in another language. */
export const noteVersion = z.object({
  language: z.enum(readableLanguageTags),
  title: memberText('title', { singleLine: true }),
  text: optionalText('noteText').default(''),
});
export type NoteVersion = z.output<typeof noteVersion>;

const versions = z
  .array(noteVersion)
  .max(versionsPerNote)
  .refine((given) => new Set(given.map(({ language }) => language)).size === given.length, { message: 'duplicate' });

const noteContent = {
  title: memberText('title', { singleLine: true }),
  text: optionalText('noteText').default(''),
  format: z.enum(noteFormats).default('free'),
  pictures: z.array(pictureInput).max(picturesPerNote).refine(distinctMedia, { message: 'duplicate' }).default([]),
  /** Used when there is no picture. */
  textCover: z.enum(textCovers).optional(),
  topics: z.array(topicName).max(topicsPerNote).default([]),
  /** The author's own word on the language; a hint that detection may overrule. */
  language: languageTag.optional(),
  versions: versions.default([]),
};

export const publishNoteBody = z.object({ ...noteContent, draftId: draftId.optional() });
export type PublishNoteBody = z.output<typeof publishNoteBody>;

export const editNoteBody = z.object({
  title: noteContent.title.optional(),
  text: optionalText('noteText').optional(),
  format: z.enum(noteFormats).optional(),
  pictures: z.array(pictureInput).max(picturesPerNote).refine(distinctMedia, { message: 'duplicate' }).optional(),
  textCover: z.enum(textCovers).optional(),
  topics: z.array(topicName).max(topicsPerNote).optional(),
  /** Replaces all versions; absent leaves them as they are. */
  versions: versions.optional(),
});
export type EditNoteBody = z.output<typeof editNoteBody>;

/** Drafts are forgiving: any part may be missing. */
export const draftBody = z.object({
  title: optionalText('title', { singleLine: true }).default(''),
  text: optionalText('noteText').default(''),
  format: z.enum(noteFormats).default('free'),
  pictures: z.array(pictureInput).max(picturesPerNote).default([]),
  textCover: z.enum(textCovers).optional(),
  topics: z.array(topicName).max(topicsPerNote).default([]),
  versions: z
    .array(noteVersion.extend({ title: optionalText('title', { singleLine: true }).default('') }))
    .max(versionsPerNote)
    .default([]),
});
export const draftView = draftBody.extend({ id: draftId, updatedAt: instant });

export const revisionView = z.object({
  version: z.number().int(),
  title: z.string(),
  text: z.string(),
  editedAt: instant,
});

const byNote = z.object({ noteId });

export const noteRoutes = {
  publish: defineRoute({
    id: 'notes.publish',
    method: 'POST',
    path: '/api/notes',
    access: 'member',
    rate: 'publish',
    status: 201,
    idempotent: true,
    summary: 'Publish a note',
    body: publishNoteBody,
    response: noteView,
    problems: ['not-found', 'conflict'],
  }),
  get: defineRoute({
    id: 'notes.get',
    method: 'GET',
    path: '/api/notes/:noteId',
    access: 'public',
    rate: 'read',
    summary: 'A note',
    params: byNote,
    response: noteView,
    problems: ['not-found'],
  }),
  getThread: defineRoute({
    id: 'notes.getThread',
    method: 'GET',
    path: '/api/notes/:noteId/thread',
    access: 'public',
    rate: 'read',
    summary: 'A note with the first page of its comments',
    params: byNote,
    response: z.object({ note: noteView, comments: pageOf(threadView) }),
    problems: ['not-found'],
  }),
  edit: defineRoute({
    id: 'notes.edit',
    method: 'PATCH',
    path: '/api/notes/:noteId',
    access: 'member',
    rate: 'publish',
    summary: 'Change a note; the former version stays in its history',
    params: byNote,
    body: editNoteBody,
    response: noteView,
    problems: ['not-found', 'note-removed', 'changed-meanwhile'],
  }),
  delete: defineRoute({
    id: 'notes.delete',
    method: 'DELETE',
    path: '/api/notes/:noteId',
    access: 'member',
    rate: 'write',
    summary: 'Delete a note',
    params: byNote,
    problems: ['not-found'],
  }),
  history: defineRoute({
    id: 'notes.history',
    method: 'GET',
    path: '/api/notes/:noteId/history',
    access: 'public',
    rate: 'read',
    summary: 'Former versions of a note',
    params: byNote,
    response: z.object({ items: z.array(revisionView) }),
    problems: ['not-found'],
  }),
  correctLanguage: defineRoute({
    id: 'notes.correctLanguage',
    method: 'PUT',
    path: '/api/notes/:noteId/language',
    access: 'member',
    rate: 'write',
    summary: "Correct the detected language of one's own note",
    params: byNote,
    body: z.object({ language: languageTag }),
    response: noteView,
    problems: ['not-found'],
  }),
  listDrafts: defineRoute({
    id: 'drafts.list',
    method: 'GET',
    path: '/api/me/drafts',
    access: 'member',
    rate: 'read',
    summary: 'My drafts',
    response: z.object({ items: z.array(draftView) }),
  }),
  createDraft: defineRoute({
    id: 'drafts.create',
    method: 'POST',
    path: '/api/me/drafts',
    access: 'member',
    rate: 'write',
    status: 201,
    idempotent: true,
    summary: 'Keep a draft (at most 50)',
    body: draftBody,
    response: draftView,
    problems: ['conflict'],
  }),
  updateDraft: defineRoute({
    id: 'drafts.update',
    method: 'PUT',
    path: '/api/me/drafts/:draftId',
    access: 'member',
    rate: 'write',
    summary: 'Replace a draft',
    params: z.object({ draftId }),
    body: draftBody,
    response: draftView,
    problems: ['not-found'],
  }),
  deleteDraft: defineRoute({
    id: 'drafts.delete',
    method: 'DELETE',
    path: '/api/me/drafts/:draftId',
    access: 'member',
    rate: 'write',
    summary: 'Throw a draft away',
    params: z.object({ draftId }),
    problems: ['not-found'],
  }),
};

function distinctMedia(pictures: readonly { mediaId: string }[]): boolean {
  return new Set(pictures.map((picture) => picture.mediaId)).size === pictures.length;
}
