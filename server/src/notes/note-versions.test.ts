import { routes, textAddressOf } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../test/harness.ts';

const inEnglish = { language: 'en' as const, title: 'Braised pork', text: 'Low flame, two hours.' };
const inJapanese = { language: 'ja' as const, title: '豚の角煮' };
const pork = { title: '红烧肉的做法', text: '小火两小时。' };

async function readTitle(house: TestHouse, noteId: string, to: 'en' | 'ja' = 'en') {
  const texts = [textAddressOf('note.title', noteId)];
  const { items } = await house.stranger().call(routes.translations.request, { body: { to, texts } });
  return items[0];
}

test('a note is published in several languages at once', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const note = await linwan.call(routes.notes.publish, { body: { ...pork, versions: [inEnglish, inJapanese] } });
  expect(note).toMatchObject({ language: 'zh', versions: ['en', 'ja'] });
  expect(await readTitle(house, note.id)).toMatchObject({ text: 'Braised pork', origin: 'author', isOutdated: false });
  expect((await readTitle(house, note.id, 'ja'))?.text).toBe('豚の角煮');
  await house.drain();
  // The title and the text; each is one sentence.
  expect(await house.teahouse.features.translation.memory.count()).toBe(3);
});

test('an edit replaces all versions, or leaves them as they are', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const { id: noteId } = await linwan.call(routes.notes.publish, { body: { ...pork, versions: [inEnglish] } });
  const params = { noteId };
  await linwan.call(routes.notes.edit, { params, body: { title: '红烧肉的新做法' } });
  await house.drain();
  expect(await readTitle(house, noteId)).toMatchObject({ text: 'Braised pork', isOutdated: true });
  const body = { versions: [{ ...inEnglish, title: 'Braised pork, anew' }, inJapanese] };
  expect((await linwan.call(routes.notes.edit, { params, body })).versions).toEqual(['en', 'ja']);
  await house.drain();
  expect(await readTitle(house, noteId)).toMatchObject({ text: 'Braised pork, anew', isOutdated: false });
  expect((await linwan.call(routes.notes.edit, { params, body: { versions: [] } })).versions).toEqual([]);
  await house.drain();
  expect((await readTitle(house, noteId))?.origin).toBeUndefined();
  expect(await house.teahouse.features.translation.memory.count()).toBe(0);
});

test('words that the bank stops in a version hold the note, when it is published or edited', async () => {
  await using house = await openTeahouse();
  const [linwan, zhou] = [await house.as('linwan'), await house.as('zhou')];
  const flagged = [{ ...inEnglish, text: 'Go die, pork' }];
  const held = await linwan.call(routes.notes.publish, { body: { ...pork, versions: flagged } });
  expect(held.compliance).toBe('held');
  const { id: noteId } = await linwan.call(routes.notes.publish, { body: { ...pork, title: '另一锅红烧肉' } });
  const edited = await linwan.call(routes.notes.edit, { params: { noteId }, body: { versions: flagged } });
  expect(edited.compliance).toBe('held');
  await house.drain();
  const { items } = await zhou.call(routes.moderation.listReports);
  expect(items).toHaveLength(2);
  for (const item of items) expect(JSON.stringify(item)).toContain('Go die, pork');
  expect(await house.teahouse.features.translation.memory.count()).toBe(0);
});

test('a version in the note’s own language is refused, when it is published or edited', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const versions = [inEnglish, { language: 'zh' as const, title: '还是红烧肉' }];
  const refused = await linwan.refused(routes.notes.publish, { body: { ...pork, versions } });
  const field = { pointer: '/body/versions/1/language', message: 'same-language' };
  expect([refused.code, refused.fields]).toEqual(['invalid-request', [field]]);
  const { id: noteId } = await linwan.call(routes.notes.publish, { body: pork });
  const again = await linwan.refused(routes.notes.edit, { params: { noteId }, body: { versions } });
  expect([again.code, again.fields]).toEqual(['invalid-request', [field]]);
});

test('a note rewritten in the language of its version speaks for itself', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const { id: noteId } = await linwan.call(routes.notes.publish, { body: { ...pork, versions: [inEnglish] } });
  const body = { title: 'How my grandmother braises pork', text: 'Two hours on the lowest flame, with the lid on.' };
  expect((await linwan.call(routes.notes.edit, { params: { noteId }, body })).language).toBe('en');
  await house.drain();
  expect((await readTitle(house, noteId))?.state).toBe('same-language');
});

test.each([
  ['a language twice', [inEnglish, inEnglish]],
  ['five of them', (['en', 'ja', 'ko', 'es', 'fr'] as const).map((language) => ({ language, title: 'Pork' }))],
  ['no title', [{ language: 'en' as const, title: '' }]],
  ['a language nobody reads', [{ language: 'tlh' as never, title: 'Pork' }]],
])('%s is refused', async (_name, versions) => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const { code, fields } = await linwan.refused(routes.notes.publish, { body: { ...pork, versions } });
  expect([code, fields?.[0]?.pointer]).toEqual(['invalid-request', expect.stringContaining('/body/versions')]);
});
