import type { BoardId, BoardView } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import type { MemberDeps } from './member-deps.ts';
import { selectOpenBoards } from './members.sql.ts';
import { findShownMember } from './shown-member.ts';

const coversShown = 4;
const coversRead = 8;

export async function listBoards(
  deps: MemberDeps,
  handle: string,
  actor: Actor | undefined,
): Promise<{ items: BoardView[] }> {
  const { id, relations } = await findShownMember(deps, handle, actor);
  if (relations.blocks.has(id)) return { items: [] };
  const boards = await selectOpenBoards(deps.db, id, coversRead);
  const noteIds = [...new Set(boards.flatMap((board) => board.newest))];
  const cards = await deps.readers.notes.cards(noteIds, actor?.memberId, 'direct');
  const covers = new Map<string, BoardView['covers'][number]>(cards.map((card) => [card.id, card.cover]));
  const items = boards.map((board) => ({
    id: board.id as BoardId,
    name: board.name,
    isOpen: true,
    isDefault: board.is_default,
    noteCount: board.note_count,
    covers: board.newest.flatMap((noteId) => covers.get(noteId) ?? []).slice(0, coversShown),
    updatedAt: board.updated_at.toISOString(),
  }));
  return { items };
}
