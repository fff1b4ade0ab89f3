import type { feedControlRoutes, PageQuery, ResponseOf } from '@teahouse/contract';
import { z } from 'zod';
import type { Actor } from '../../http/context.ts';
import { fillPage } from '../../platform/fill-page.ts';
import type { ControlsDeps } from './controls-deps.ts';
import { type SparedPosition, selectSpared } from './spared.sql.ts';
import { sparedViews } from './spared-view.ts';

const position = z.object({ at: z.coerce.date(), note_id: z.uuid() });

export async function listSpared(
  deps: ControlsDeps,
  { memberId }: Actor,
  { cursor, limit }: PageQuery,
): Promise<ResponseOf<typeof feedControlRoutes.listSpared>> {
  const { cursors } = deps.readers;
  const scope = `feedControls.listSpared ${memberId}`;
  const page = await fillPage({
    size: limit,
    from: cursor === undefined ? undefined : cursors.decode(scope, cursor, position),
    read: (after: SparedPosition | undefined, take) => selectSpared(deps.db, memberId, after, take),
    show: (rows) => sparedViews(deps, memberId, rows),
  });
  if (!page.next) return { items: page.items };
  const { at, note_id } = page.next;
  return { items: page.items, nextCursor: cursors.encode(scope, { at, note_id }) };
}
