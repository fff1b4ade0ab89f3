import { type Access, allRoutes, type Route } from '@teahouse/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../harness.ts';
import { requestOf } from './requests.ts';
import { everyRoute, prepare } from './scenarios.ts';
import { openWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const routesFor = (...access: Access[]): [string, Route][] =>
  everyRoute.filter(([, route]) => access.includes(route.access));

/** The request would succeed if only the right person sent it. */
async function refusalOf(route: Route, person: Person) {
  const scenario = await prepare(route, world);
  const { status, body } = await person.send(requestOf(route, scenario));
  return [status, (body as { code?: string }).code];
}

test.each(routesFor('member', 'moderator', 'operator'))('%s sends a stranger to the door', async (_id, route) => {
  expect(await refusalOf(route, world.house.stranger())).toEqual([401, 'not-signed-in']);
});

test.each(routesFor('member', 'moderator', 'operator'))('%s knows no made-up session', async (_id, route) => {
  const pretender = world.house.stranger();
  pretender.cookies.set('teahouse_session', 'x'.repeat(43));
  expect(await refusalOf(route, pretender)).toEqual([401, 'not-signed-in']);
});

describe('L1 staff routes', () => {
  test.each(routesFor('moderator', 'operator'))('L1 %s is closed to members', async (_id, route) => {
    expect(await refusalOf(route, world.jake)).toEqual([403, 'not-allowed']);
  });

  test.each(routesFor('operator'))('L1 %s is closed to moderators', async (_id, route) => {
    expect(await refusalOf(route, world.zhou)).toEqual([403, 'not-allowed']);
  });
});

test('every path under moderation and operations names who may come', () => {
  const expected: [string, Access][] = [
    ['/api/moderation/', 'moderator'],
    ['/api/operations/', 'operator'],
  ];
  for (const [prefix, access] of expected) {
    const wrong = allRoutes.filter((route) => route.path.startsWith(prefix) && route.access !== access);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  }
});

test('everything of one’s own needs a session', () => {
  const open = allRoutes.filter((route) => /^\/api\/(me|account)(\/|$)/.test(route.path) && route.access === 'public');
  expect(open.map(({ id }) => id)).toEqual([]);
});
