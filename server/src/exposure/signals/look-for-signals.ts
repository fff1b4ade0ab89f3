import { dateOf } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { findArrivals } from './find-arrivals.ts';
import { findConcentration } from './find-concentration.ts';
import { findTrafficTags } from './find-traffic-tags.ts';
import { keepSignals } from './signals.sql.ts';

/** Looks at what was shown, written and liked, and writes down what a person should look at. Nothing is done by itself. */
export async function lookForSignals({ db, clock, ids }: Pick<Deps, 'db' | 'clock' | 'ids'>): Promise<void> {
  const now = dateOf(clock);
  const found = await Promise.all([findConcentration(db, now), findTrafficTags(db, now), findArrivals(db, now)]);
  const signals = found.flat().map((signal) => ({ ...signal, id: ids.next() }));
  await inTransaction(db, (tx) => keepSignals(tx, signals, now));
}
