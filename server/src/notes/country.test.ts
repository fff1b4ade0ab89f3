import { routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse } from '../../test/harness.ts';
import { createLog } from '../platform/log.ts';
import { openCountryLookup } from './country.ts';

const log = createLog('silent');

describe('the country of an address', () => {
  test.each([
    ['8.8.8.8', 'US'],
    ['114.114.114.114', 'CN'],
    ['::ffff:8.8.8.8', 'US'],
    ['2001:4860:4860::8888', 'US'],
    ['127.0.0.1', undefined],
    ['10.0.0.1', undefined],
    ['::1', undefined],
    ['fe80::1', undefined],
    ['not an address', undefined],
    ['', undefined],
  ])('%s → %s', async (address, country) => {
    const find = await openCountryLookup({ config: { geoDatabase: undefined }, log });
    expect(find(address)).toBe(country);
  });

  test('is unknown to everyone when the database cannot be opened', async () => {
    const find = await openCountryLookup({ config: { geoDatabase: '/nowhere.mmdb' }, log });
    expect(find('8.8.8.8')).toBeUndefined();
  });
});

describe('the badge', () => {
  test('C21 follows the address a trusted proxy names, and the wish of the member', async () => {
    await using house = await openTeahouse({ trustedProxies: ['127.0.0.1'] });
    const priya = await house.as('priya');
    const publish = () =>
      priya.call(routes.notes.publish, {
        body: { title: 'Where am I' },
        headers: { 'x-forwarded-for': '212.58.244.1' },
      });
    const shown = await publish();
    expect(shown.country).toBe('GB');
    await house.db.updateTable('member').set({ shows_country_badge: false }).execute();
    const hidden = await publish();
    expect(hidden.country).toBeUndefined();
    const row = await house.db
      .selectFrom('note')
      .select('country')
      .where('id', '=', hidden.id)
      .executeTakeFirstOrThrow();
    expect(row.country).toBeNull();
    house.teahouse.features.readers.notes.invalidate(shown.id);
    expect((await priya.call(routes.notes.get, { params: { noteId: shown.id } })).country).toBeUndefined();
  });
});
