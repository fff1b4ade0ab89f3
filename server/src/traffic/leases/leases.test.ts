import { routes } from '@teahouse/contract';
import { defaultPolicy, type ImpressionFact, pick, seededRandom } from '@teahouse/engine';
import { expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../../test/harness.ts';
import { appendFacts } from '../log/keep-log.ts';
import type { OpenReplica } from '../replica/open-replica.ts';
import { renewLeases } from './renew-leases.ts';

const rounds = 90;
const pagesPerRound = 12;
/** Slots that viewers leave unseen. */
const unseen = 0.3;

async function openReplicaOf(house: TestHouse): Promise<OpenReplica> {
  const { traffic } = house.teahouse.features;
  await traffic.start();
  await traffic.replica.whenReady();
  return traffic.replica.open as OpenReplica;
}

test.each([
  { quota: 20, notes: 6 },
  { quota: 50, notes: 2 },
])('three processes with random traffic keep within a quota of $quota for every note', async ({ quota, notes }) => {
  await using house = await openTeahouse(
    { isAlone: false, traffic: { ranking: 'engine', threads: 0, pageMilliseconds: 5_000 } },
    { traffic: { size: { notes: 200, members: 500, rates: 2 ** 12 } } },
  );
  const linwan = await house.as('linwan');
  const priya = await house.as('priya');
  const houses = [house, await house.secondProcess(), await house.secondProcess()];
  const replicas = await Promise.all(houses.map(openReplicaOf));
  const firstPool = { ...defaultPolicy.firstPool, leastQuota: quota, mostQuota: quota };
  const at = house.teahouse.deps.clock.now();
  await appendFacts(house.teahouse.deps, [{ kind: 'policy', at, policy: { ...defaultPolicy, version: 2, firstPool } }]);
  for (let number = 0; number < notes; number += 1)
    await (number % 2 ? linwan : priya).call(routes.notes.publish, {
      body: { title: `${number} 号茶`, text: `${'水火木金土风'[number]}`.repeat(40) },
    });
  await house.drain();
  const random = seededRandom('three processes');
  const shown = new Map<string, number>();
  let viewers = 0;

  async function visit(process: number): Promise<ImpressionFact[]> {
    viewers += 1;
    const viewer = `viewer ${viewers}`;
    const now = house.teahouse.deps.clock.now();
    const order = { viewer, now, size: 20, languages: ['zh'], followedAuthors: [], hiddenAuthors: [], shown: [] };
    const page = await houses[process]?.teahouse.features.traffic.page({ ...order, isPersonal: true });
    const firsts = page?.slots.filter(({ reasons }) => reasons[0]?.code === 'first-audience') ?? [];
    return firsts.flatMap(({ note, pool, propensity }, slot): ImpressionFact[] => {
      if (random() < unseen) return [];
      shown.set(note, (shown.get(note) ?? 0) + 1);
      const seen = { kind: 'impression', surface: 'discover', traffic: 'free', reason: 'first-audience' } as const;
      return [{ ...seen, at: now, viewer, note, pool, slot, propensity }];
    });
  }

  async function renewAll(): Promise<void> {
    for (const replica of replicas) await renewLeases(house.teahouse.deps, replica);
  }

  for (let round = 0; round < rounds; round += 1) {
    await renewAll();
    const process = pick([...replicas.keys()], random) ?? 0;
    const seen: ImpressionFact[] = [];
    for (let page = 0; page < pagesPerRound; page += 1) seen.push(...(await visit(process)));
    await appendFacts(house.teahouse.deps, seen);
    // The log reaches some processes at once, and the others minutes later.
    for (const { tail } of replicas.filter(() => random() < 0.5)) await tail.catchUp();
    house.advance('5m');
    for (const { tail } of replicas) await tail.catchUp();
    await renewAll();
    house.advance('10m');
  }
  const most = Math.max(quota + 1, quota * 1.05);
  expect(Math.max(...shown.values())).toBeLessThanOrEqual(most);
  // Tickets that were ever leased, used or not.
  const leased = await house.db
    .selectFrom('first_pool_lease')
    .select(({ fn }) => ['note_id', fn.sum<number>('slots').as('slots')])
    .groupBy('note_id')
    .execute();
  expect(leased).toHaveLength(notes);
  for (const { slots } of leased) expect(Number(slots)).toBeLessThanOrEqual(quota);
  // The engine spreads what it owes over the day, which is not over yet.
  const total = [...shown.values()].reduce((sum, count) => sum + count, 0);
  expect(total).toBeGreaterThanOrEqual(quota * notes * 0.25);
});
