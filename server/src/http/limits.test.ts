import { routes } from '@teahouse/contract';
import { expect, it } from 'vitest';
import { openTeahouse } from '../../test/harness.ts';
import { addressKey } from '../platform/address-key.ts';

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:0db8:0001:0002'],
  ['2001:db8::1', '2001:0db8:0000:0000'],
  ['::1', '0000:0000:0000:0000'],
])('counts %s as %s: an IPv6 host owns its /64', (address, key) => {
  expect(addressKey(address)).toBe(key);
});

it('refuses with a problem that says when to come back, and limits addresses apart behind a trusted proxy', async () => {
  await using house = await openTeahouse({ rateLimitScale: 0.01, trustedProxies: ['127.0.0.1'] });
  const search = (from: string) =>
    house.stranger().send({ method: 'GET', url: '/api/topics?prefix=a', headers: { 'x-forwarded-for': from } });
  const statuses = [];
  for (let turn = 0; turn < 5; turn += 1) statuses.push((await search('198.51.100.7')).status);
  const refused = await search('198.51.100.7');
  expect(statuses.slice(0, 3)).toEqual([200, 200, 200]);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.body).toMatchObject({ code: 'rate-limited' });
  expect((await search('198.51.100.8')).status).toBe(200);
});

it('ignores X-Forwarded-For from a peer that is no trusted proxy', async () => {
  await using house = await openTeahouse({ rateLimitScale: 0.01 });
  const { path } = routes.topics.complete;
  let last = 0;
  for (let turn = 0; turn < 6; turn += 1) {
    last = (
      await house.stranger().send({ method: 'GET', url: path, headers: { 'x-forwarded-for': `198.51.100.${turn}` } })
    ).status;
  }
  expect(last).toBe(429);
});
