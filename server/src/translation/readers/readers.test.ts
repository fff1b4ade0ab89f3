import { routes, textAddressOf } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTranslatedHouse } from '../../../test/translated-house.ts';

test('an author sees in which languages a note is read: each reader once, never who', async () => {
  await using town = await openTranslatedHouse({ 红烧肉: 'Braised pork', 小火两小时: 'Two hours' });
  const { house } = town;
  const noteId = await town.publish('红烧肉', '小火两小时');
  const texts = [textAddressOf('note.title', noteId), textAddressOf('note.text', noteId)];
  const linwan = await house.as('linwan');
  const readers = () => linwan.call(routes.translations.readers, { params: { noteId } });
  expect(await readers()).toEqual({ views: 0, translatedViews: 0, byLanguage: [] });

  for (const who of ['mia', 'jake', 'mia'] as const) await town.read(who, texts);
  await town.read('hana', texts, 'ja');
  await town.read('mia', texts, 'ja');
  await town.read('linwan', texts);
  await house.stranger().call(routes.translations.request, { body: { to: 'en', texts } });
  const priya = await house.as('priya');
  await priya.call(routes.translations.request, { body: { to: 'en', texts, urgency: 'next' } });
  // A title on a card is not the note.
  await town.readTitle('priya', noteId);
  const zhou = await house.as('zhou');
  await zhou.call(routes.feed.view, { params: { noteId } });
  await house.drain();
  const told = await readers();
  expect(told).toEqual({
    views: 1,
    translatedViews: 3,
    byLanguage: [
      { language: 'en', viewers: 2 },
      { language: 'ja', viewers: 1 },
    ],
  });
  const mia = await house.as('mia');
  expect((await mia.refused(routes.translations.readers, { params: { noteId } })).code).toBe('not-found');
});
