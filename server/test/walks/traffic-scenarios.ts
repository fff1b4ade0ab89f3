import { routes as r } from '@teahouse/contract';
import { defaultPolicy } from '@teahouse/engine';
import { openReplica } from '../../src/traffic/replica/open-replica.ts';
import { leastSize } from '../../src/traffic/replica/replica-size.ts';
import { startThread } from '../../src/traffic/replica/thread.ts';
import { byStranger, type TrafficScenarios } from './scenario.ts';
import type { World } from './world.ts';

/** A successful call of every route about the rules of traffic and the engine that follows them. */
export const trafficScenarios: TrafficScenarios = {
  'exposure.policy': byStranger,
  'trafficOperations.overview': ({ wei }) => ({ as: wei }),
  'trafficOperations.changePolicy': async (world) => {
    const { version, ...policy } = await currentPolicy(world);
    return { as: world.wei, body: { policy, why: 'Nothing yet.', basedOn: version } };
  },
  'trafficOperations.whatIf': async (world) => {
    const { version: _, ...policy } = await currentPolicy(world);
    await keepSomething(world);
    return { as: world.wei, body: { policy, pages: 20 } };
  },
};

async function currentPolicy({ wei }: World) {
  return (await wei.call(r.exposure.policy)).policy;
}

/** What would be replayed: a snapshot of an engine that has read the tables. The house of the walk itself has none. */
async function keepSomething({ house }: World): Promise<void> {
  const { deps } = house.teahouse;
  if ((await house.db.selectFrom('traffic_snapshot').select('position').execute()).length > 0) return;
  const options = { readers: 0, size: leastSize, policy: defaultPolicy, isLeased: false, startThread };
  const { threads } = await openReplica(deps, options);
  await threads.end();
}
