import type { Route } from '@teahouse/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ListeningHouse, listen } from '../bad-inputs/raw-http.ts';
import { requestOf } from './requests.ts';
import { everyRoute, prepare, type Scenario } from './scenarios.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let server: ListeningHouse;

beforeAll(async () => {
  world = await openWorld();
  server = await listen(world.house);
});
afterAll(() => world[Symbol.asyncDispose]());

test.each(everyRoute)('%s answers what the contract says, and nothing else', async (_id, route) => {
  const scenario = await prepare(route, world);
  if (route.id === 'notifications.stream') {
    expect(await firstFrames(scenario)).toContain('event: hello\ndata: {"kind":"hello"');
    return;
  }
  const answered = await scenario.as.send(requestOf(route, scenario));
  expect({ status: answered.status, ...detailOf(route, answered.body) }).toEqual({ status: expectedStatus(route) });
  if (route.raw) expect(answered.headers['content-type']).toContain(route.raw);
  // A key the schema does not name is dropped by the parser: what is left differs from what was sent.
  if (route.response) expect(route.response.parse(answered.body)).toEqual(answered.body);
});

function expectedStatus(route: Route): number {
  if (route.raw) return 200;
  return route.response ? (route.status ?? 200) : 204;
}

/** What was refused, so that a failure tells why. */
function detailOf(route: Route, body: unknown): object {
  const isProblem = typeof body === 'object' && body !== null && 'code' in body && 'requestId' in body;
  return isProblem && !route.raw ? { problem: body } : {};
}

async function firstFrames({ as }: Scenario): Promise<string> {
  const cookie = [...as.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return server.exchange(`GET /api/stream HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n\r\n`, 500);
}
