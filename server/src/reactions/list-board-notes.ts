import { type BoardId, type boardRoutes, type PageQuery, Problem, type ResponseOf } from '@teahouse/contract';
import { z } from 'zod';
import { noRelations } from '../follows/index.ts';
import type { Actor } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import { fillPage } from '../platform/fill-page.ts';
import type { Readers } from '../readers.ts';
import { boardViews } from './board-view.ts';
import { type BoardRow, selectBoard } from './boards.sql.ts';
import { type CollectPosition, selectCollected } from './collects.sql.ts';

const position = z.object({ at: z.coerce.date(), note_id: z.uuid() });

/** Last collected first. A closed board is nobody's business but its owner's. */
export async function listBoardNotes(
  { db }: Pick<Deps, 'db'>,
  readers: Readers,
  actor: Actor | undefined,
  boardId: BoardId,
  { cursor, limit }: PageQuery,
): Promise<ResponseOf<typeof boardRoutes.listNotes>> {
  const { cursors, notes } = readers;
  const viewerId = actor?.memberId;
  const board = await selectBoard(db, boardId);
  const owner = board && (await findOwner(readers, board, viewerId));
  if (!board || !owner) throw new Problem('not-found');
  const scope = `boards.listNotes ${boardId} ${viewerId ?? ''}`;
  const [page, [view]] = await Promise.all([
    fillPage({
      size: limit,
      from: cursor === undefined ? undefined : cursors.decode(scope, cursor, position),
      read: (after: CollectPosition | undefined, take) => selectCollected(db, boardId, after, take),
      show: (rows) =>
        notes.cards(
          rows.map((row) => row.note_id),
          viewerId,
          'direct',
        ),
    }),
    boardViews(notes, [board], viewerId),
  ]);
  if (!view) throw new Problem('not-found');
  return {
    board: view,
    owner,
    items: page.items,
    ...(page.next ? { nextCursor: cursors.encode(scope, page.next) } : {}),
  };
}

async function findOwner({ members, relations }: Readers, board: BoardRow, viewerId: string | undefined) {
  const isOwner = board.member_id === viewerId;
  if (!board.is_open && !isOwner) return undefined;
  const [known, relation] = await Promise.all([
    members.summaries([board.member_id]),
    viewerId ? relations.of(viewerId) : noRelations,
  ]);
  const summary = known.get(board.member_id);
  if (summary?.state !== 'active' || relation.blocked.has(board.member_id)) return undefined;
  return { handle: summary.view.handle, name: summary.view.name };
}
