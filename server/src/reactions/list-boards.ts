import type { boardRoutes, ResponseOf } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { boardViews } from './board-view.ts';
import { selectBoards } from './boards.sql.ts';

export async function listBoards(
  { db }: Pick<Deps, 'db'>,
  { notes }: Pick<Readers, 'notes'>,
  { memberId }: Actor,
): Promise<ResponseOf<typeof boardRoutes.listMine>> {
  return { items: await boardViews(notes, await selectBoards(db, memberId), memberId) };
}
