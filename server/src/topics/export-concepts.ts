import type { ResponseOf, topicRoutes } from '@teahouse/contract';
import { dateOf } from '../platform/clock.ts';
import type { Deps } from '../platform/deps.ts';
import { selectConcepts } from './concepts.sql.ts';

export async function exportConcepts({
  db,
  clock,
}: Pick<Deps, 'db' | 'clock'>): Promise<ResponseOf<typeof topicRoutes.exportConcepts>> {
  return { concepts: await selectConcepts(db), exportedAt: dateOf(clock).toISOString() };
}
