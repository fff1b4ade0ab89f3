import { expect, it } from 'vitest';
import { openTeahouse } from '../../test/harness.ts';

it.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
  ['a foreign origin', { origin: 'https://evil.example' }, 403],
  ['an origin that only begins like ours', { origin: 'http://localhost.evil.example' }, 403],
  ['no origin at all: null', { origin: 'null' }, 403],
  ['our own page', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, 401],
  ['a program that is no browser', {}, 401],
])('D9 a change asked by %s', async (_, headers, status) => {
  await using house = await openTeahouse();
  const answered = await house
    .stranger()
    .send({ method: 'POST', url: '/api/reports', payload: {}, headers: { host: 'localhost:3000', ...headers } });
  expect(answered.status).toBe(status);
});

it.each([
  ['localhost', 200],
  ['127.0.0.1:3000', 200],
  ['evil.example', 421],
  ['localhost.evil.example', 421],
])('Q2 a request for the host %s', async (host, status) => {
  await using house = await openTeahouse();
  expect((await house.stranger().send({ method: 'GET', url: '/health/live', headers: { host } })).status).toBe(status);
});

it('Q2 serves the configured origin', async () => {
  await using house = await openTeahouse({ origin: 'https://tea.example' });
  expect(
    (await house.stranger().send({ method: 'GET', url: '/health/live', headers: { host: 'tea.example' } })).status,
  ).toBe(200);
});

it('Q5 never answers another origin with permission', async () => {
  await using house = await openTeahouse();
  const answered = await house
    .stranger()
    .send({ method: 'GET', url: '/health/live', headers: { origin: 'https://good.com.evil' } });
  expect(answered.headers['access-control-allow-origin']).toBeUndefined();
});
