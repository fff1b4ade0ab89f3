import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../harness.ts';
import { type ListeningHouse, listen, statusesIn } from './raw-http.ts';

let house: TestHouse;
let server: ListeningHouse;

beforeAll(async () => {
  house = await openTeahouse();
  server = await listen(house);
});
afterAll(() => house[Symbol.asyncDispose]());

const host = 'Host: localhost\r\n';
const smuggled = `GET /api/operations/settings HTTP/1.1\r\n${host}\r\n`;

describe('Q1 requests that two readers could understand differently', () => {
  test.each<[string, () => string, number[]]>([
    [
      'Q1 Content-Length beside Transfer-Encoding',
      () =>
        `POST /api/events HTTP/1.1\r\n${host}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
      [400],
    ],
    [
      'Q1 two lengths',
      () =>
        `POST /api/events HTTP/1.1\r\n${host}Content-Length: 0\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`,
      [400],
    ],
    [
      'Q1 a chunk size that is none',
      () =>
        `POST /api/events HTTP/1.1\r\n${host}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n`,
      [400],
    ],
    [
      'Q1 an unknown transfer encoding',
      () => `POST /api/events HTTP/1.1\r\n${host}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
      [400],
    ],
    ['Q1 a bare LF between headers', () => 'GET /api/house HTTP/1.1\nHost: localhost\n\n', [400]],
    ['Q1 a space before the colon', () => 'GET /api/house HTTP/1.1\r\nHost : localhost\r\n\r\n', [400]],
    ['Q1 a header of 64 kB', () => `GET /api/house HTTP/1.1\r\n${host}X-Long: ${'a'.repeat(65_536)}\r\n\r\n`, [431]],
    ['Q1 no host', () => 'GET /api/house HTTP/1.1\r\n\r\n', [400]],
  ])('%s', async (_name, bytes, expected) => {
    expect(statusesIn(await server.exchange(bytes()))).toEqual(expected);
  });

  test('Q1 a thousand headers are one request or none', async () => {
    const headers = Array.from({ length: 1_000 }, (_, index) => `X-H${index}: v\r\n`).join('');
    const answer = await server.exchange(`GET /api/house HTTP/1.1\r\n${host}${headers}Connection: close\r\n\r\n`);
    expect([[200], [400], [431]]).toContainEqual(statusesIn(answer));
  });
});

test('Q1 what the parser refuses is answered as a problem, without a stack', async () => {
  const answer = await server.exchange(`GET /api/house HTTP/1.1\r\n${host}X-Long: ${'a'.repeat(65_536)}\r\n\r\n`);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head.toLowerCase()).toContain('content-type: application/problem+json');
  expect(JSON.parse(body)).toMatchObject({ code: 'headers-too-large', status: 431 });
});

describe('Q2 a host that is not ours', () => {
  test.each(['evil.example', 'localhost.evil.example', 'evil.example:80@localhost'])('Q2 %s', async (name) => {
    const answer = await server.exchange(`GET /api/house HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`);
    expect([400, 421]).toContain(statusesIn(answer)[0]);
  });
});

describe('Q3 paths that climb', () => {
  test.each([
    '/%2e%2e/%2e%2e/etc/passwd',
    '/../../../../etc/passwd',
    '/..%5c..%5cetc%5cpasswd',
    '/media/..%2f..%2fconfig',
    '/media/%2e%2e/%2e%2e/etc/passwd',
    '/%c0%ae%c0%ae/etc/passwd',
    '/assets/%00.js',
    '/api/house%00',
    '/.env',
    '/.git/config',
    '/%E0%A4%A',
  ])('Q3 %s shows nothing', async (path) => {
    const answer = await server.exchange(`GET ${path} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);
    expect([400, 404]).toContain(statusesIn(answer)[0]);
    expect(answer).not.toContain('root:');
  });
});

test('Q4 a thousand ranges are one answer of the usual size', async () => {
  const ranges = Array.from({ length: 1_000 }, (_, index) => `${index}-${index + 1}`).join(',');
  const answer = await server.exchange(
    `GET /api/openapi.json HTTP/1.1\r\n${host}Range: bytes=${ranges}\r\nConnection: close\r\n\r\n`,
  );
  expect([200, 404, 416]).toContain(statusesIn(answer)[0]);
  expect(answer).not.toContain('multipart/byteranges');
});

describe('Q5 other origins', () => {
  test.each(['null', 'http://localhost.evil.example', 'http://evil.example', 'https://localhost:1'])(
    'Q5 %s may not read and not write',
    async (origin) => {
      const read = await house.stranger().send({ method: 'GET', url: '/api/house', headers: { origin } });
      const write = await house
        .stranger()
        .send({ method: 'POST', url: '/api/session', payload: {}, headers: { origin } });
      const preflight = await house.stranger().send({
        method: 'OPTIONS',
        url: '/api/session',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
      for (const { headers } of [read, write, preflight])
        expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(write.body).toMatchObject({ code: 'cross-site-request' });
    },
  );
});

describe('Q7 what a cache in front could be poisoned with', () => {
  test.each([
    ['Q7 X-Forwarded-Host', { 'x-forwarded-host': 'evil.example' }],
    ['Q7 X-Forwarded-Proto', { 'x-forwarded-proto': 'javascript' }],
    ['Q7 Accept-Language of 8 kB', { 'accept-language': 'zh,'.repeat(2_700) }],
    ['Q7 X-Original-URL', { 'x-original-url': '/api/operations/settings' }],
  ])('%s changes nothing', async (_name, headers) => {
    const plain = await house.stranger().send({ method: 'GET', url: '/api/house' });
    const fuzzed = await house
      .stranger()
      .send({ method: 'GET', url: '/api/house?utm_source=x', headers: headers as Record<string, string> });
    expect(fuzzed.body).toEqual(plain.body);
    expect(JSON.stringify(fuzzed.headers)).not.toContain('evil.example');
    expect(fuzzed.headers['cache-control']).toBe('private, no-store');
  });
});

test('Q8 two hundred peers that dribble do not keep others waiting', async () => {
  const sockets = await Promise.all(Array.from({ length: 200 }, () => server.open()));
  for (const socket of sockets) {
    socket.on('error', () => {});
    socket.write(`GET /api/house HTTP/1.1\r\nHost: loc`);
  }
  const started = performance.now();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => server.exchange(`GET /api/house HTTP/1.1\r\n${host}Connection: close\r\n\r\n`)),
  );
  const elapsed = performance.now() - started;
  for (const socket of sockets) socket.destroy();
  expect(answers.map((answer) => statusesIn(answer)[0])).toEqual(answers.map(() => 200));
  expect(elapsed).toBeLessThan(2_000);
});
