import type { ResponseOf, trafficOperationsRoutes } from '@teahouse/contract';
import { z } from 'zod';
import type { Input } from '../../http/context.ts';
import { dateOf } from '../../platform/clock.ts';
import type { ExposureDeps } from '../exposure-deps.ts';
import { viewPromotion } from './promotion-view.ts';
import { selectPromotions } from './promotions.sql.ts';

type ListRoute = typeof trafficOperationsRoutes.promotions;

const position = z.tuple([z.iso.datetime(), z.uuid()]);

export async function listPromotions(
  { db, clock, readers: { cursors } }: Pick<ExposureDeps, 'db' | 'clock' | 'readers'>,
  { query, actor }: Input<ListRoute>,
): Promise<ResponseOf<ListRoute>> {
  const scope = `trafficOperations.promotions ${actor.memberId}`;
  const from = query.cursor === undefined ? undefined : cursors.decode(scope, query.cursor, position);
  const rows = await selectPromotions(db, from && { at: new Date(from[0]), id: from[1] }, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => viewPromotion(row, dateOf(clock))),
    ...(last ? { nextCursor: cursors.encode(scope, [last.starts_at.toISOString(), last.id]) } : {}),
  };
}
