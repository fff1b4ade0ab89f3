import { problemBody } from '@teahouse/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answered } from '../harness.ts';
import { openWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  // What a bug looks like from outside: a statement that can never succeed.
  await sql`alter table note_share rename to note_share_elsewhere`.execute(world.house.db);
});
afterAll(() => world[Symbol.asyncDispose]());

const answers: [string, number, () => Promise<Answered<unknown>>][] = [
  ['an answer', 200, () => world.jake.send({ method: 'GET', url: '/api/house' })],
  ['a creation', 201, () => world.jake.send({ method: 'POST', url: '/api/me/boards', payload: { name: 'Tea' } })],
  ['an empty answer', 204, () => world.jake.send({ method: 'DELETE', url: '/api/me/search-history' })],
  ['a refusal', 400, () => world.jake.send({ method: 'GET', url: '/api/feed/newest?limit=x' })],
  ['a stranger', 401, () => world.house.stranger().send({ method: 'GET', url: '/api/me/likes' })],
  [
    'another site',
    403,
    () => world.jake.send({ method: 'POST', url: '/api/me/boards', payload: {}, headers: { origin: 'null' } }),
  ],
  ['a missing route', 404, () => world.jake.send({ method: 'GET', url: '/api/nothing' })],
  ['a path that is no text', 404, () => world.jake.send({ method: 'GET', url: '/api/topics/%E0%A4%A' })],
  ['another method', 404, () => world.jake.send({ method: 'PATCH', url: '/api/house', payload: {} })],
  [
    'a body too large',
    413,
    () => world.jake.send({ method: 'POST', url: '/api/me/boards', payload: { name: 'x'.repeat(300_000) } }),
  ],
  ['another host', 421, () => world.jake.send({ method: 'GET', url: '/api/house', headers: { host: 'evil.example' } })],
  ['a bug', 500, () => world.jake.send({ method: 'POST', url: `/api/notes/${world.note.id}/shares` })],
  ['a sign of life', 200, () => world.house.stranger().send({ method: 'GET', url: '/health/live' })],
  ['readiness', 200, () => world.house.stranger().send({ method: 'GET', url: '/health/ready' })],
];

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('Q6 security headers and request ids', () => {
  test.each(answers)('Q6 %s (%i)', async (_name, status, send) => {
    const { status: given, headers } = await send();
    expect(given).toBe(status);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-request-id': expect.stringMatching(uuid),
    });
    const policy = String(headers['content-security-policy']);
    for (const directive of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(directive);
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*)/);
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

describe('refusals', () => {
  test.each(answers.filter(([, status]) => status >= 400))(
    '%s (%i) is a problem of the catalogue',
    async (_name, status, send) => {
      const { headers, body } = await send();
      expect(headers['content-type']).toContain('application/problem+json');
      const problem = problemBody.strict().parse(body);
      expect([problem.status, problem.requestId]).toEqual([status, headers['x-request-id']]);
      expect(problem.type).toBe(`/api/docs#problem-${problem.code}`);
      expect(JSON.stringify(body)).not.toMatch(/select |\.ts|node_modules|stack/i);
    },
  );
});

test('two requests never share an id, whatever the client sends', async () => {
  const headers = { 'x-request-id': 'mine', 'request-id': 'mine' };
  const ids = await Promise.all(
    [1, 2, 3].map(
      async () => (await world.jake.send({ method: 'GET', url: '/api/house', headers })).headers['x-request-id'],
    ),
  );
  expect(new Set(ids).size).toBe(3);
  expect(ids).not.toContain('mine');
});
