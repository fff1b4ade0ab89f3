import { readTown, townHistory } from '@teahouse/demo';
import { seededRandom } from '@teahouse/engine';
import type { PoolConfig } from 'pg';
import { buildTeahouse } from '../app.ts';
import type { Config } from '../platform/config.ts';
import type { Log } from '../platform/log.ts';
import { createStage } from './stage.ts';

const dayMilliseconds = 86_400_000;
/** The morning of the first arrivals. */
const townSeed = 20_250_113;

/**
 * Lets the demo town happen: its history runs through the use cases that serve members, on a clock that starts four years
 * ago and ends now. Nothing is written past the features, so counters, search, topics and notifications are right.
 */
export async function fillDemoTown(config: Config, connection: PoolConfig, log: Log): Promise<void> {
  const now = Date.now();
  const random = seededRandom(townSeed);
  const history = townHistory(readTown(), random);
  const time = { now: now - (history[0]?.daysAgo ?? 0) * dayMilliseconds };
  const house = await buildTeahouse({ ...config, rateLimitScale: 0 }, connection, {
    clock: { now: () => time.now },
    random,
    log,
  });
  const stage = createStage(house);
  let deliverAt = time.now;
  for (const event of history) {
    time.now = Math.max(time.now, Math.round(now - event.daysAgo * dayMilliseconds));
    await stage.play(event);
    if (time.now < deliverAt) continue;
    // Notifications of one half-day are told together: the town is years old, and telling each alone would take minutes.
    deliverAt = time.now + dayMilliseconds / 2;
    await house.deps.events.drain();
  }
  await house.drain();
  await house.settings.update({ isDemo: true });
  await house.close();
}
