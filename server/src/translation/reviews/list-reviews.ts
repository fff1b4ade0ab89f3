import type { ResponseOf, translationReviewRoutes } from '@teahouse/contract';
import { z } from 'zod';
import type { Input } from '../../http/context.ts';
import type { Cursors } from '../../http/cursor.ts';
import type { Deps } from '../../platform/deps.ts';
import { type ReviewViewParts, viewReviews } from './review-view.ts';
import { selectReviews } from './reviews.sql.ts';

type ListRoute = typeof translationReviewRoutes.list;

const position = z.object({ id: z.uuid() });

export async function listReviews(
  { db }: Pick<Deps, 'db'>,
  { cursors, ...parts }: ReviewViewParts & { cursors: Cursors },
  { query, actor }: Input<ListRoute>,
): Promise<ResponseOf<ListRoute>> {
  const scope = `translationReview.list ${query.state} ${actor.memberId}`;
  const after = query.cursor ? cursors.decode(scope, query.cursor, position).id : undefined;
  const rows = await selectReviews(db, query.state, after, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: await viewReviews(parts, page),
    ...(last ? { nextCursor: cursors.encode(scope, { id: last.id }) } : {}),
  };
}
