import type { routes } from '@teahouse/contract';
import type { Sparing } from '../feed/index.ts';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { collectNote, uncollectNote } from './collect-note.ts';
import { createBoard } from './create-board.ts';
import { deleteBoard } from './delete-board.ts';
import { likeNote, unlikeNote } from './like-note.ts';
import { listBoardNotes } from './list-board-notes.ts';
import { listBoards } from './list-boards.ts';
import { listLiked } from './list-liked.ts';
import { shareNote } from './share-note.ts';
import { updateBoard } from './update-board.ts';

export function reactionHandlers(deps: Deps, readers: Readers, sparing: Sparing): Handlers<typeof routes.reactions> {
  return {
    like: ({ actor, params }) => likeNote(deps, readers, actor, params.noteId),
    unlike: ({ actor, params }) => unlikeNote(deps, readers, actor, params.noteId),
    collect: ({ actor, params, body }) => collectNote(deps, readers, actor, params.noteId, body.boardId),
    uncollect: ({ actor, params }) => uncollectNote(deps, readers, actor, params.noteId),
    share: ({ actor, params }) => shareNote(deps, readers, actor, params.noteId),
    notInterested: ({ actor, params, body, request: { viewerKey, viewerIsKnown } }) =>
      sparing.spare(
        { viewerId: actor.memberId, viewerKey, viewerIsKnown, languages: actor.languagesRead },
        params.noteId,
        body,
      ),
    undoNotInterested: ({ actor, params }) => sparing.unspare(actor.memberId, params.noteId),
    listLiked: ({ actor, query }) => listLiked(deps, readers, actor, query),
  };
}

export function boardHandlers(deps: Deps, readers: Readers): Handlers<typeof routes.boards> {
  return {
    listMine: ({ actor }) => listBoards(deps, readers, actor),
    create: ({ actor, body, request }) => createBoard(deps, readers, actor, body, request.reservedId),
    update: ({ actor, params, body }) => updateBoard(deps, readers, actor, params.boardId, body),
    delete: ({ actor, params }) => deleteBoard(deps, readers, actor, params.boardId),
    listNotes: ({ actor, params, query }) => listBoardNotes(deps, readers, actor, params.boardId, query),
  };
}
