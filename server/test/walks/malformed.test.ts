import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Answered } from '../harness.ts';
import { fingerprintOf } from './fingerprint.ts';
import { paramNames, pathOf, type RawRequest, requestOf } from './requests.ts';
import { everyRoute, prepare, type Scenario } from './scenarios.ts';
import { openWorld, type World } from './world.ts';

/** Every route once with a good request, then with one part of it spoilt at a time. The oracle is the contract's own schema. */
let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const json = { 'content-type': 'application/json' };
const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

const withBody = everyRoute.filter(([, route]) => route.body);
const withQuery = everyRoute.filter(([, route]) => route.query);
const withParams = everyRoute.filter(([, route]) => paramNames(route).length > 0);

async function refusedUnchanged(scenario: Scenario, requests: RawRequest[]): Promise<[string, number, string][]> {
  const before = await fingerprintOf(world.house.db);
  const answers: [string, number, string][] = [];
  for (const request of requests) {
    const answered = await scenario.as.send(request);
    answers.push([describeRequest(request), answered.status, problemIn(answered)]);
  }
  expect(await fingerprintOf(world.house.db)).toEqual(before);
  return answers;
}

function problemIn({ headers, body }: Answered<unknown>): string {
  const isProblem = String(headers['content-type']).startsWith('application/problem+json');
  return isProblem ? (body as { code: string }).code : `no problem: ${JSON.stringify(body)}`;
}

function describeRequest({ url, payload }: RawRequest): string {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload ?? '');
  return `${url} ${text}`.slice(0, 160);
}

describe('bodies that cannot be read', () => {
  test.each(withBody)('%s', async (_id, route) => {
    const scenario = await prepare(route, world);
    const spoilt: [string, string, Record<string, string>, string][] = [
      ['half of it', '{"a":', json, 'malformed-body'],
      ['no JSON', 'title=x', json, 'malformed-body'],
      ['nothing', '', json, 'malformed-body'],
      ['too much', JSON.stringify({ a: 'x'.repeat(route.bodyBytes ?? 300_000) }), json, 'too-large'],
      ['xml', '<a/>', { 'content-type': 'text/xml' }, 'unsupported-media'],
      ['plain text', JSON.stringify(scenario.body), { 'content-type': 'text/plain' }, 'unsupported-media'],
      ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 'unsupported-media'],
      ['parts', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 'unsupported-media'],
    ];
    const answers = await refusedUnchanged(
      scenario,
      spoilt.map(([, payload, headers]) => requestOf(route, scenario, { payload, headers })),
    );
    expect(spoilt.map(([name], index) => [name, answers[index]?.[2]])).toEqual(
      spoilt.map(([name, , , code]) => [name, code]),
    );
  });
});

describe('bodies of another shape', () => {
  test.each(withBody)('%s', async (_id, route) => {
    const scenario = await prepare(route, world);
    const good = (scenario.body ?? {}) as Record<string, unknown>;
    const shapes: unknown[] = [[], [good], 'text', 7, true, JSON.parse(deep(2_000))];
    const values = [{ $ne: null }, [], 7, -1, true, null, '\u0000', '\ud800', 'x'.repeat(40_000), ['a', { b: 1 }]];
    const spoilt = [
      ...shapes,
      ...Object.keys(good).flatMap((key) => values.map((value) => ({ ...good, [key]: value }))),
      ...Object.keys(good).map((key) => Object.fromEntries(Object.entries(good).filter(([name]) => name !== key))),
    ].filter((body) => !route.body?.safeParse(body).success);
    const answers = await refusedUnchanged(
      scenario,
      spoilt.map((body) => requestOf(route, scenario, { payload: JSON.stringify(body), headers: json })),
    );
    expect(answers.filter(([, status, code]) => status !== 400 || code !== 'invalid-request')).toEqual([]);
    expect(answers.length).toBeGreaterThan(0);
  });

  test.each(withBody)('%s is neither felled by depth nor by prototypes', async (_id, route) => {
    const scenario = await prepare(route, world);
    const good = JSON.stringify(scenario.body ?? {}).slice(1, -1);
    const poison = `"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}`;
    for (const body of [deep(10_000), `{${poison}}`, `{"response":${deep(10_000)},"name":"x"}`]) {
      const { status } = await scenario.as.send(requestOf(route, scenario, { payload: body, headers: json }));
      expect([status >= 500, body.slice(0, 20)]).toEqual([false, body.slice(0, 20)]);
    }
    await scenario.as.send(
      requestOf(route, scenario, { payload: `{${[poison, good].filter(Boolean).join(',')}}`, headers: json }),
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

const idSpoilers = [
  '1',
  'x',
  '0',
  '-1',
  'null',
  "' or 1=1--",
  '../../etc/passwd',
  '%00',
  '\u0000',
  '9b2e0f0a-5c1b-4e7a-9d3c-1f2a3b4c5d6e',
  'x'.repeat(3_000),
];

describe('ids and names that are none', () => {
  test.each(withParams)('%s', async (_id, route) => {
    const scenario = await prepare(route, world);
    const params = (scenario.params ?? {}) as Record<string, string>;
    const urls = paramNames(route).flatMap((name) => [
      ...idSpoilers.map((value) => pathOf(route, { ...params, [name]: value })),
      pathOf(route, { ...params, [name]: 'SPOILT' }).replace('SPOILT', '%E0%A4%A'),
      pathOf(route, { ...params, [name]: 'SPOILT' }).replace('SPOILT', '%c0%ae%c0%ae'),
    ]);
    const answers = await refusedUnchanged(
      scenario,
      urls.map((url) => requestOf(route, scenario, { url })),
    );
    expect(
      answers.filter(([, status, code]) => status < 400 || status >= 500 || code.startsWith('no problem')),
    ).toEqual([]);
  });
});

describe('queries that mean nothing', () => {
  test.each(withQuery)('%s', async (_id, route) => {
    const scenario = await prepare(route, world);
    const good = (scenario.query ?? {}) as Record<string, unknown>;
    const keys = Object.keys((route.query as z.ZodObject).shape);
    const values = ['', '-1', 'NaN', '1e9', '1.5', "' or 1=1--", '\u0000', 'x'.repeat(2_100), '🙂'];
    const spoilt = keys
      .flatMap((key) => values.map((value) => ({ ...good, [key]: value })))
      .filter((query) => !route.query?.safeParse(query).success);
    const answers = await refusedUnchanged(
      scenario,
      spoilt.map((query) => requestOf(route, { ...scenario, query: query as never })),
    );
    expect(answers.filter(([, status, code]) => status !== 400 || code !== 'invalid-request')).toEqual([]);
  });

  const paged = withQuery.filter(([, route]) => 'cursor' in (route.query as z.ZodObject).shape);

  test.each(paged)('%s takes no page marker but its own', async (_id, route) => {
    const scenario = await prepare(route, world);
    const foreign = world.house.teahouse.features.readers.cursors.encode('another list', { id: 'x', at: 0 });
    const cursors = [
      'x',
      'e30',
      Buffer.from("1' or 1=1").toString('base64url'),
      foreign,
      `${foreign}x`,
      foreign.slice(1),
    ];
    const answers = await refusedUnchanged(
      scenario,
      cursors.map((cursor) =>
        requestOf(route, { ...scenario, query: { ...(scenario.query as object), cursor } as never }),
      ),
    );
    expect(answers.map(([, status, code]) => [status, code])).toEqual(cursors.map(() => [400, 'invalid-cursor']));
  });

  test.each(paged)('%s lowers a page of a thousand to fifty', async (_id, route) => {
    const scenario = await prepare(route, world);
    const query = { ...(scenario.query as object), limit: 1_000 } as never;
    const answered = await scenario.as.send(requestOf(route, { ...scenario, query }));
    expect(answered.status).toBe(200);
    expect(z.object({ items: z.array(z.unknown()).max(50) }).safeParse(answered.body).success).toBe(true);
  });
});

test('keys the contract does not name are ignored, wherever they would matter', async () => {
  const { linwan } = world;
  const answered = await linwan.send({
    method: 'POST',
    url: '/api/notes',
    payload: {
      title: '自封的',
      compliance: 'allowed',
      likeCount: 10_000,
      publishedAt: '1999-01-01T00:00:00Z',
      createdAt: '1999-01-01',
      author: { id: world.mia.memberId },
      authorId: world.mia.memberId,
      country: 'XX',
      boost: 99,
    },
  });
  expect(answered).toMatchObject({ status: 201, body: { likeCount: 0, author: { handle: 'linwan' } } });
  expect((answered.body as { publishedAt: string }).publishedAt.slice(0, 4)).toBe('2025');
});
