import type { Queryable } from '../../platform/db/database.ts';

export async function countOpenSignals(db: Queryable): Promise<number> {
  const row = await db
    .selectFrom('traffic_signal')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row?.count ?? 0;
}
