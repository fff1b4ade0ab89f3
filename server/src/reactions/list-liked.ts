import type { PageQuery, ResponseOf, reactionRoutes } from '@teahouse/contract';
import { z } from 'zod';
import type { Actor } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import { fillPage } from '../platform/fill-page.ts';
import type { Readers } from '../readers.ts';
import { type LikePosition, selectLiked } from './likes.sql.ts';

const position = z.object({ at: z.coerce.date(), note_id: z.uuid() });

/** Last liked first. */
export async function listLiked(
  { db }: Pick<Deps, 'db'>,
  { notes, cursors }: Readers,
  { memberId }: Actor,
  { cursor, limit }: PageQuery,
): Promise<ResponseOf<typeof reactionRoutes.listLiked>> {
  const scope = `notes.listLiked ${memberId}`;
  const page = await fillPage({
    size: limit,
    from: cursor === undefined ? undefined : cursors.decode(scope, cursor, position),
    read: (after: LikePosition | undefined, take) => selectLiked(db, memberId, after, take),
    show: (rows) =>
      notes.cards(
        rows.map((row) => row.note_id),
        memberId,
        'direct',
      ),
  });
  return { items: page.items, ...(page.next ? { nextCursor: cursors.encode(scope, page.next) } : {}) };
}
