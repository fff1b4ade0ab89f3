import type { ResponseOf, translationReviewRoutes } from '@teahouse/contract';
import { z } from 'zod';
import type { Input } from '../../http/context.ts';
import type { Cursors } from '../../http/cursor.ts';
import type { Deps } from '../../platform/deps.ts';
import { selectInjections } from './injections.sql.ts';

type ListRoute = typeof translationReviewRoutes.listInjections;

const position = z.object({ id: z.uuid() });

export async function listInjections(
  { db }: Pick<Deps, 'db'>,
  { cursors }: { cursors: Cursors },
  { query, actor }: Input<ListRoute>,
): Promise<ResponseOf<ListRoute>> {
  const scope = `translationReview.listInjections ${actor.memberId}`;
  const before = query.cursor ? cursors.decode(scope, query.cursor, position).id : undefined;
  const rows = await selectInjections(db, before, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => ({
      id: row.id,
      of: row.address,
      to: row.language,
      engine: row.engine,
      excerpt: row.excerpt,
      outcome: row.outcome,
      at: row.at.toISOString(),
    })),
    ...(last ? { nextCursor: cursors.encode(scope, { id: last.id }) } : {}),
  };
}
