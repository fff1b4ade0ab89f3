import { routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../../test/harness.ts';
import { appendFacts } from '../log/keep-log.ts';
import { writeReport } from '../reports/write-report.ts';

async function openHouse(): Promise<TestHouse> {
  const house = await openTeahouse(
    { traffic: { ranking: 'engine', threads: 0, pageMilliseconds: 5_000 } },
    { traffic: { size: { notes: 200, members: 200, rates: 2 ** 12 } } },
  );
  await house.teahouse.features.traffic.start();
  await house.teahouse.features.traffic.replica.whenReady();
  return house;
}

async function publishOne(house: TestHouse): Promise<string> {
  const linwan = await house.as('linwan');
  const { id } = await linwan.call(routes.notes.publish, { body: { title: '龙井', text: '明前茶，水八十度' } });
  await house.drain();
  return id;
}

/** So many viewers see the note, a second after each other. */
async function show(house: TestHouse, note: string, viewers: number): Promise<void> {
  const at = house.teahouse.deps.clock.now();
  const seen = { kind: 'impression', note, surface: 'discover', traffic: 'free', reason: 'first-audience' } as const;
  await appendFacts(
    house.teahouse.deps,
    Array.from({ length: viewers }, (_, viewer) => {
      return { ...seen, at: at + viewer, viewer: `viewer ${viewer}`, pool: 1, slot: 3, propensity: 0.5 };
    }),
  );
  await house.teahouse.features.traffic.settle();
}

function poolOf(house: TestHouse, note: string) {
  return house.db.selectFrom('note_pool').selectAll().where('note_id', '=', note).executeTakeFirst();
}

function stepsOf(house: TestHouse, note: string) {
  return house.db.selectFrom('note_pool_step').selectAll().where('note_id', '=', note).orderBy('position').execute();
}

test('a note waits, gathers its first audience, and the promise is kept', async () => {
  await using house = await openHouse();
  const note = await publishOne(house);
  const waiting = await poolOf(house, note);
  expect(waiting).toMatchObject({ state: 'waiting', pool: 1, impressions: 0, promise_kept: null });
  const quota = waiting?.quota ?? 0;
  expect(quota).toBeGreaterThanOrEqual(20);
  await show(house, note, 7);
  expect(await poolOf(house, note)).toMatchObject({ state: 'first-pool', impressions: 7 });
  await show(house, note, quota + 7);
  const steps = (await stepsOf(house, note)).map(({ step }) => step);
  expect(steps.slice(0, 2)).toEqual(['entered', 'reached']);
  const kept = await poolOf(house, note);
  expect(kept?.promise_kept).toBe(true);
  expect(kept?.filled_at).toBeInstanceOf(Date);
});

test('a deadline that passes is written down, once, whoever writes it', async () => {
  await using house = await openHouse();
  const note = await publishOne(house);
  const second = await house.secondProcess();
  await second.teahouse.features.traffic.start();
  await second.teahouse.features.traffic.replica.whenReady();
  house.advance('30h');
  await appendFacts(house.teahouse.deps, [{ kind: 'tick', at: house.teahouse.deps.clock.now() }]);
  await second.teahouse.features.traffic.settle();
  await house.teahouse.features.traffic.settle();
  expect((await stepsOf(house, note)).map(({ step }) => step)).toEqual(['entered', 'missed']);
  expect((await poolOf(house, note))?.promise_kept).toBe(false);
});

test('reports keep what the controllers do, one for five minutes', async () => {
  await using house = await openHouse();
  await publishOne(house);
  const { open } = house.teahouse.features.traffic.replica;
  for (let time = 0; time < 2; time += 1) if (open) await writeReport(house.teahouse.deps, open);
  const reports = await house.db.selectFrom('traffic_report').select('report').execute();
  expect(reports).toMatchObject([
    { report: { controllers: { isArmed: false, nativeBoost: 1, newcomerUrgency: 1, braked: [] } } },
  ]);
});

test('an operator reads what the engine holds and how it does', async () => {
  await using house = await openHouse();
  await publishOne(house);
  await (await house.as('mia')).call(routes.feed.discover);
  const overview = await (await house.as('wei')).call(routes.trafficOperations.overview);
  expect(overview.engine).toMatchObject({ ranking: 'engine', notes: 1, waitingForFirstPool: 1, pagesPerMinute: 1 });
  expect(overview.engine.behind).toBe(0);
  expect(overview.engine.bytes).toBeGreaterThan(1_000_000);
  expect(overview.exposure.ranking).toBe('engine');
  const { code } = await (await house.as('mia')).refused(routes.trafficOperations.overview);
  expect(code).toBe('not-allowed');
});
