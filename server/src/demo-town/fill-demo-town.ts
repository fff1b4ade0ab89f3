import { readTown, type TownEvent, townHistory } from '@teahouse/demo';
import { seededRandom } from '@teahouse/engine';
import type { PoolConfig } from 'pg';
import { buildTeahouse } from '../app.ts';
import type { Config } from '../platform/config.ts';
import type { Log } from '../platform/log.ts';
import { rememberTown } from './remember-town.ts';
import { createStage } from './stage.ts';

const dayMilliseconds = 86_400_000;
const glancesAtOnce = 32;
/** The morning of the first arrivals. */
const townSeed = 20_250_113;

/**
 * Lets the demo town happen: its history runs through the use cases that serve members, on a clock that starts four years
 * ago and ends now. Nothing is written past the features, so counters, search, topics and notifications are right.
 */
export async function fillDemoTown(config: Config, connection: PoolConfig, log: Log): Promise<void> {
  const now = Date.now();
  const random = seededRandom(townSeed);
  const town = readTown();
  const history = townHistory(town, random);
  const time = { now: now - (history[0]?.daysAgo ?? 0) * dayMilliseconds };
  // A power cut while the town is being filled costs the demo, so commits need not wait for the disk.
  const house = await buildTeahouse(unhurried(config), withoutWaiting(connection), {
    clock: { now: () => time.now },
    random,
    log,
  });
  await house.features.traffic.start();
  const stage = createStage(house);
  let together: TownEvent[] = [];
  let deliverAt = time.now;
  for (const event of history) {
    if (isGlance(event)) together.push(event);
    if (isGlance(event) && together.length < glancesAtOnce) continue;
    time.now = Math.max(time.now, Math.round(now - event.daysAgo * dayMilliseconds));
    await Promise.all(together.map(stage.play));
    together = [];
    if (!isGlance(event)) await stage.play(event);
    if (time.now < deliverAt) continue;
    // Notifications of one half-day are told together: the town is years old, and telling each alone would take minutes.
    deliverAt = time.now + dayMilliseconds / 2;
    await house.deps.events.drain();
    // Pages of the next half-day are made by an engine that knows this one.
    await house.features.traffic.settle();
  }
  await Promise.all(together.map(stage.play));
  for (const names of town.topicConcepts) await stage.joinTopics(names);
  await rememberTown(house, town);
  for (const language of ['zh', 'en'] as const) await stage.translateNotes(language);
  await house.drain();
  time.now = now;
  await house.features.exposure.settle();
  await house.settings.update({ isDemo: true });
  await house.close();
}

/** What nobody answers to: it may happen together with its like. */
const glances = new Set<TownEvent['kind']>(['view', 'like', 'collect', 'follow', 'browse', 'visit']);

function isGlance(event: TownEvent): boolean {
  return glances.has(event.kind);
}

/** Nobody waits for a page of the past, so that the engine makes all of them. */
function unhurried(config: Config): Config {
  return { ...config, rateLimitScale: 0, shedsLoad: false, traffic: { ...config.traffic, pageMilliseconds: 10_000 } };
}

function withoutWaiting(connection: PoolConfig): PoolConfig {
  return { ...connection, options: '-c synchronous_commit=off' };
}
