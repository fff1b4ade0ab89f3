import { z } from 'zod';
import { sparedView } from './feed-controls.ts';
import { boardId, noteId, topicId } from './ids.ts';
import { interests } from './languages.ts';
import { noteCard } from './note-views.ts';
import { cursor, pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const byNote = z.object({ noteId });
const reaction = z.object({ likes: z.boolean(), likeCount: z.number().int() });

export const reactionRoutes = {
  like: defineRoute({
    id: 'notes.like',
    method: 'PUT',
    path: '/api/notes/:noteId/like',
    access: 'member',
    rate: 'react',
    summary: 'Like',
    params: byNote,
    response: reaction,
    problems: ['not-found', 'blocked-by-member'],
  }),
  unlike: defineRoute({
    id: 'notes.unlike',
    method: 'DELETE',
    path: '/api/notes/:noteId/like',
    access: 'member',
    rate: 'react',
    status: 200,
    summary: 'Take a like back',
    params: byNote,
    response: reaction,
    problems: ['not-found'],
  }),
  collect: defineRoute({
    id: 'notes.collect',
    method: 'PUT',
    path: '/api/notes/:noteId/collect',
    access: 'member',
    rate: 'react',
    summary: 'Collect into a board (the default board when none is named)',
    params: byNote,
    body: z.object({ boardId: boardId.optional() }).default({}),
    response: z.object({ collects: z.boolean(), collectCount: z.number().int(), boardId }),
    problems: ['not-found', 'blocked-by-member'],
  }),
  uncollect: defineRoute({
    id: 'notes.uncollect',
    method: 'DELETE',
    path: '/api/notes/:noteId/collect',
    access: 'member',
    rate: 'react',
    status: 200,
    summary: 'Remove from my boards',
    params: byNote,
    response: z.object({ collects: z.boolean(), collectCount: z.number().int() }),
    problems: ['not-found'],
  }),
  share: defineRoute({
    id: 'notes.share',
    method: 'POST',
    path: '/api/notes/:noteId/shares',
    access: 'member',
    rate: 'react',
    status: 201,
    summary: 'Count a share (once per member)',
    params: byNote,
    response: z.object({ shareCount: z.number().int() }),
    problems: ['not-found'],
  }),
  notInterested: defineRoute({
    id: 'notes.notInterested',
    method: 'PUT',
    path: '/api/notes/:noteId/not-interested',
    access: 'member',
    rate: 'react',
    summary:
      'Less of this from now: the note, its author, a topic or its language; the unseen rest of the page is filled anew',
    params: byNote,
    body: z.object({
      reason: z.enum(['note', 'author', 'topic', 'language']),
      /** Which of the note's topics; all of them when absent. */
      topicId: topicId.optional(),
      /** The page it happens on, to be filled anew: its notes below the viewport, and where the next page would start. */
      page: z
        .object({
          unseen: z.array(noteId).max(60),
          cursor: cursor.optional(),
          category: z.enum(interests).optional(),
        })
        .optional(),
    }),
    response: z.object({
      receipt: sparedView,
      /** Notes of the page that no longer belong on it, this one first. */
      removed: z.array(noteId),
      /** In their places, best first; fewer when there are no more. */
      replacements: z.array(noteCard),
      nextCursor: z.string().optional(),
    }),
    problems: ['not-found', 'invalid-cursor'],
  }),
  undoNotInterested: defineRoute({
    id: 'notes.undoNotInterested',
    method: 'DELETE',
    path: '/api/notes/:noteId/not-interested',
    access: 'member',
    rate: 'react',
    summary: 'Take it back',
    params: byNote,
    problems: ['not-found'],
  }),
  listLiked: defineRoute({
    id: 'notes.listLiked',
    method: 'GET',
    path: '/api/me/likes',
    access: 'member',
    rate: 'read',
    summary: 'Notes I like',
    query: pageQuery,
    response: pageOf(noteCard),
    problems: ['invalid-cursor'],
  }),
};
