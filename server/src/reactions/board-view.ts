import type { BoardId, BoardView, NoteCard } from '@teahouse/contract';
import type { NoteReader } from '../notes/index.ts';
import type { BoardRow } from './boards.sql.ts';

const coversShown = 4;

/** Boards with the covers of their newest notes that this viewer may open. */
export async function boardViews(
  notes: Pick<NoteReader, 'cards'>,
  rows: readonly BoardRow[],
  viewerId: string | undefined,
): Promise<BoardView[]> {
  const newest = [...new Set(rows.flatMap((row) => row.newest))];
  const cards = newest.length > 0 ? await notes.cards(newest, viewerId, 'direct') : [];
  const covers = new Map(cards.map((card) => [card.id as string, card.cover]));
  return rows.map((row) => boardView(row, covers));
}

function boardView(row: BoardRow, covers: ReadonlyMap<string, NoteCard['cover']>): BoardView {
  return {
    id: row.id as BoardId,
    name: row.name,
    isOpen: row.is_open,
    isDefault: row.is_default,
    noteCount: row.notes,
    covers: row.newest.flatMap((id) => covers.get(id) ?? []).slice(0, coversShown),
    updatedAt: row.updated_at.toISOString(),
  };
}
