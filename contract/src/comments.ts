import { z } from 'zod';
import { commentId, mediaId, noteId } from './ids.ts';
import { commentView, threadView } from './note-views.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { memberText, optionalText } from './text.ts';

export const picturesPerComment = 3;

const byNote = z.object({ noteId });
const byComment = z.object({ noteId, commentId });
const reaction = z.object({ likes: z.boolean(), likeCount: z.number().int() });

export const commentRoutes = {
  list: defineRoute({
    id: 'comments.list',
    method: 'GET',
    path: '/api/notes/:noteId/comments',
    access: 'public',
    rate: 'read',
    summary: 'Comments with their first replies: pinned first, then newest',
    params: byNote,
    query: pageQuery,
    response: pageOf(threadView),
    problems: ['not-found', 'invalid-cursor'],
  }),
  getThread: defineRoute({
    id: 'comments.getThread',
    method: 'GET',
    path: '/api/notes/:noteId/comments/:commentId',
    access: 'public',
    rate: 'read',
    summary: 'The thread a comment stands in: its first replies, and the comment itself among them',
    params: byComment,
    response: threadView,
    problems: ['not-found'],
  }),
  listReplies: defineRoute({
    id: 'comments.listReplies',
    method: 'GET',
    path: '/api/notes/:noteId/comments/:commentId/replies',
    access: 'public',
    rate: 'read',
    summary: 'Replies to a comment, oldest first',
    params: byComment,
    query: pageQuery,
    response: pageOf(commentView),
    problems: ['not-found', 'invalid-cursor'],
  }),
  post: defineRoute({
    id: 'comments.post',
    method: 'POST',
    path: '/api/notes/:noteId/comments',
    access: 'member',
    rate: 'publish',
    status: 201,
    idempotent: true,
    summary: 'Comment or reply (two levels; deeper replies join the second)',
    params: byNote,
    body: z.object({
      text: optionalText('comment').default(''),
      parentId: commentId.optional(),
      /** Pictures need a description: a comment is read aloud, too. */
      pictures: z
        .array(z.object({ mediaId, alt: memberText('alt', { singleLine: true }) }))
        .max(picturesPerComment)
        .default([]),
    }),
    response: commentView,
    problems: ['not-found', 'blocked-by-member'],
  }),
  delete: defineRoute({
    id: 'comments.delete',
    method: 'DELETE',
    path: '/api/notes/:noteId/comments/:commentId',
    access: 'member',
    rate: 'write',
    summary: "Delete one's own comment, or any under one's own note",
    params: byComment,
    problems: ['not-found'],
  }),
  pin: defineRoute({
    id: 'comments.pin',
    method: 'PUT',
    path: '/api/notes/:noteId/comments/:commentId/pin',
    access: 'member',
    rate: 'write',
    summary: "Pin one comment to the top of one's own note",
    params: byComment,
    problems: ['not-found'],
  }),
  unpin: defineRoute({
    id: 'comments.unpin',
    method: 'DELETE',
    path: '/api/notes/:noteId/comments/:commentId/pin',
    access: 'member',
    rate: 'write',
    summary: 'Unpin',
    params: byComment,
    problems: ['not-found'],
  }),
  like: defineRoute({
    id: 'comments.like',
    method: 'PUT',
    path: '/api/notes/:noteId/comments/:commentId/like',
    access: 'member',
    rate: 'react',
    summary: 'Like a comment',
    params: byComment,
    response: reaction,
    problems: ['not-found', 'blocked-by-member'],
  }),
  unlike: defineRoute({
    id: 'comments.unlike',
    method: 'DELETE',
    path: '/api/notes/:noteId/comments/:commentId/like',
    access: 'member',
    rate: 'react',
    status: 200,
    summary: 'Take a comment like back',
    params: byComment,
    response: reaction,
    problems: ['not-found'],
  }),
};
