import { type BodyInput, routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTranslatedHouse, type TranslatedHouse } from '../../../test/translated-house.ts';

async function preview({ house }: TranslatedHouse, body: BodyInput<typeof routes.translations.preview>) {
  return (await house.as('linwan')).call(routes.translations.preview, { body });
}

test('an author sees how a note would read, and what is at risk; nothing of it is stored', async () => {
  await using town = await openTranslatedHouse({ 红烧肉: 'Braised pork', 这锅肉zqxw: 'This pot of meat' });
  expect(await preview(town, { title: '红烧肉', text: '这锅肉zqxw', to: 'en' })).toEqual({
    to: 'en',
    state: 'ok',
    title: 'Braised pork',
    text: 'This pot of meat',
    engine: 'LibreTranslate',
    glosses: [],
    warnings: [{ kind: 'unknown-slang', excerpt: 'zqxw' }],
  });
  expect(await town.house.db.selectFrom('translation').select('address').execute()).toEqual([]);
});

test('what people have translated before is known', async () => {
  await using town = await openTranslatedHouse({ 这锅肉zqxw: 'This pot of meat' });
  const { db, teahouse } = town.house;
  const known = { from: 'zh', to: 'en', source: 'zqxw', target: 'I am dying of laughter', origin: 'town' as const };
  await teahouse.features.translation.memory.remember([known], db);
  expect((await preview(town, { text: '这锅肉zqxw', to: 'en' })).warnings).toEqual([]);
});

test('one half that needs no translation does not hide the other', async () => {
  await using town = await openTranslatedHouse({ 小火两小时: 'Two hours on a low flame' });
  const shown = await preview(town, { title: 'Braised pork for beginners', text: '小火两小时', to: 'en' });
  expect(shown).toMatchObject({
    state: 'ok',
    title: 'Braised pork for beginners',
    text: 'Two hours on a low flame',
  });
  expect((await preview(town, { title: '🍲', to: 'en' })).state).toBe('no-letters');
  expect((await preview(town, { to: 'en' })).state).toBe('no-letters');
  expect((await preview(town, { title: '红烧肉怎么做', text: '小火两小时', to: 'zh' })).state).toBe('same-language');
});

test('an engine that fails leaves the author with their own words, and says so', async () => {
  await using town = await openTranslatedHouse();
  town.engine.behave('error-500');
  const shown = await preview(town, { title: '红烧肉怎么做', text: '谢谢', to: 'en' });
  expect(shown).toMatchObject({ state: 'failed', title: '红烧肉怎么做', text: 'Thank you!' });
});

test('a stranger has nothing to preview, and nobody a language that is none', async () => {
  await using town = await openTranslatedHouse();
  const { house } = town;
  const linwan = await house.as('linwan');
  const body = { title: '红烧肉', to: 'tlh' as never };
  expect((await linwan.refused(routes.translations.preview, { body })).code).toBe('invalid-request');
  const long = { text: '很'.repeat(5001), to: 'en' as const };
  expect((await linwan.refused(routes.translations.preview, { body: long })).code).toBe('invalid-request');
  const asked = { body: { title: '红烧肉', to: 'en' as const } };
  expect((await house.stranger().refused(routes.translations.preview, asked)).code).toBe('not-signed-in');
});
