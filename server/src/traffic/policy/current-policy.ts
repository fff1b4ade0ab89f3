import { trafficPolicy } from '@teahouse/contract';
import { defaultPolicy, type TrafficPolicy } from '@teahouse/engine';
import type { Queryable } from '../../platform/db/database.ts';
import { selectNewestPolicy } from './policies.sql.ts';

/** The policy in force. The first version is the engine's own and stands in no row. */
export async function readCurrentPolicy(db: Queryable): Promise<TrafficPolicy> {
  const newest = await selectNewestPolicy(db);
  return newest === undefined ? defaultPolicy : trafficPolicy.parse(newest);
}
