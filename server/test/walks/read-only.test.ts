import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';
import { requestOf } from './requests.ts';
import { everyRoute, prepare } from './scenarios.ts';
import { openWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** To leave, to sign in and to take back stay possible; a stream is tried elsewhere. */
const isWrite = (method: string, id: string) => method !== 'GET' && method !== 'DELETE' && id !== 'accounts.signIn';
const writes = everyRoute.filter(([id, route]) => isWrite(route.method, id));
const reads = everyRoute.filter(([, route]) => route.method === 'GET' && route.raw !== 'text/event-stream');

async function whileReadOnly<T>(work: () => Promise<T>): Promise<T> {
  const set = (state: 'open' | 'read-only') => {
    for (const { teahouse } of world.houses()) teahouse.deps.houseState.set(state);
  };
  set('read-only');
  try {
    return await work();
  } finally {
    set('open');
  }
}

test.each(writes)('%s waits, with a time to come back', async (_id, route) => {
  const scenario = await prepare(route, world);
  const before = await fingerprintOf(world.house.db);
  const { status, body, headers } = await whileReadOnly(() => scenario.as.send(requestOf(route, scenario)));
  expect([status, (body as { code?: string }).code]).toEqual([503, 'read-only']);
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(await fingerprintOf(world.house.db)).toEqual(before);
});

test.each(reads)('%s goes on', async (_id, route) => {
  const scenario = await prepare(route, world);
  const { status } = await whileReadOnly(() => scenario.as.send(requestOf(route, scenario)));
  expect(status).toBe(200);
});

test('who has an account can come in and go out', async () => {
  const { handle: identifier, password } = await world.newcomer();
  const visitor = world.house.stranger();
  const statuses = await whileReadOnly(async () => [
    (await visitor.send({ method: 'POST', url: '/api/session', payload: { by: 'password', identifier, password } }))
      .status,
    (await visitor.send({ method: 'DELETE', url: '/api/session' })).status,
  ]);
  expect(statuses).toEqual([200, 204]);
});
