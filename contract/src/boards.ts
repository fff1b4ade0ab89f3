import { z } from 'zod';
import { boardId, instant } from './ids.ts';
import { cover, noteCard } from './note-views.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { memberText } from './text.ts';

export const boardView = z.object({
  id: boardId,
  name: z.string(),
  isOpen: z.boolean(),
  isDefault: z.boolean(),
  noteCount: z.number().int(),
  /** Up to four covers of the newest notes. */
  covers: z.array(cover),
  updatedAt: instant,
});
export type BoardView = z.infer<typeof boardView>;

const params = z.object({ boardId });
const name = memberText('boardName', { singleLine: true });

export const boardRoutes = {
  listMine: defineRoute({
    id: 'boards.listMine',
    method: 'GET',
    path: '/api/me/boards',
    access: 'member',
    rate: 'read',
    summary: 'My boards',
    response: z.object({ items: z.array(boardView) }),
  }),
  create: defineRoute({
    id: 'boards.create',
    method: 'POST',
    path: '/api/me/boards',
    access: 'member',
    rate: 'write',
    status: 201,
    idempotent: true,
    summary: 'Make a board (at most 200)',
    body: z.object({ name, isOpen: z.boolean().default(true) }),
    response: boardView,
    problems: ['conflict'],
  }),
  update: defineRoute({
    id: 'boards.update',
    method: 'PATCH',
    path: '/api/me/boards/:boardId',
    access: 'member',
    rate: 'write',
    summary: 'Rename, open or close a board',
    params,
    body: z.object({ name: name.optional(), isOpen: z.boolean().optional() }),
    response: boardView,
    problems: ['not-found', 'conflict'],
  }),
  delete: defineRoute({
    id: 'boards.delete',
    method: 'DELETE',
    path: '/api/me/boards/:boardId',
    access: 'member',
    rate: 'write',
    summary: 'Delete a board and what was collected into it (not the default one)',
    params,
    problems: ['not-found', 'conflict'],
  }),
  listNotes: defineRoute({
    id: 'boards.listNotes',
    method: 'GET',
    path: '/api/boards/:boardId/notes',
    access: 'public',
    rate: 'read',
    summary: 'Notes in a board, last collected first',
    params,
    query: pageQuery,
    response: pageOf(noteCard).extend({ board: boardView, owner: z.object({ handle: z.string(), name: z.string() }) }),
    problems: ['not-found', 'invalid-cursor'],
  }),
};
