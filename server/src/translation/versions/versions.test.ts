import { type NoteId, routes, textAddressOf } from '@teahouse/contract';
import { expect, test } from 'vitest';
import type { CastName } from '../../../test/cast.ts';
import { openTranslatedHouse, type TranslatedHouse } from '../../../test/translated-house.ts';

const english = { 红烧肉: 'Red burned meat', '小火两小时。': 'Small fire two hours.' };

async function put(
  { house }: TranslatedHouse,
  noteId: NoteId,
  body: { title: string; text?: string },
  language: 'en' | 'ja' = 'en',
) {
  await (await house.as('linwan')).call(routes.translations.putVersion, { params: { noteId, language }, body });
}

async function versions({ house }: TranslatedHouse, noteId: NoteId) {
  const linwan = await house.as('linwan');
  return (await linwan.call(routes.translations.listVersions, { params: { noteId } })).items;
}

async function setLocked({ house }: TranslatedHouse, noteId: NoteId, isLocked: boolean) {
  await (await house.as('linwan')).call(routes.translations.lock, { params: { noteId }, body: { isLocked } });
}

test('the author’s own version comes before any machine’s, and goes again', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉', '小火两小时。');
  const texts = [textAddressOf('note.title', noteId), textAddressOf('note.text', noteId)];
  expect((await town.read('mia', texts)).map(({ text }) => text)).toEqual(['Red burned meat', 'Small fire two hours.']);

  await put(town, noteId, { title: 'Braised pork', text: 'Two hours on a low flame.' });
  const [title, text] = await town.read('mia', texts);
  expect(title).toMatchObject({ state: 'ok', text: 'Braised pork', origin: 'author', isOutdated: false });
  expect(text).toMatchObject({ text: 'Two hours on a low flame.', origin: 'author' });
  expect(title?.engine).toBeUndefined();
  const { house } = town;
  expect(await house.db.selectFrom('translation').select('address').execute()).toEqual([]);
  const mia = await house.as('mia');
  const note = await mia.call(routes.notes.get, { params: { noteId } });
  expect(note.versions).toEqual(['en']);
  expect(await versions(town, noteId)).toEqual([
    {
      language: 'en',
      title: 'Braised pork',
      text: 'Two hours on a low flame.',
      isOutdated: false,
      updatedAt: '2025-01-14T04:00:00.000Z',
    },
  ]);

  const linwan = await house.as('linwan');
  const params = { noteId, language: 'en' as const };
  await linwan.call(routes.translations.deleteVersion, { params });
  expect(await town.readTitle('mia', noteId)).toMatchObject({ text: 'Red burned meat', origin: 'machine' });
  expect((await linwan.refused(routes.translations.deleteVersion, { params })).code).toBe('not-found');
});

test('a version without a text speaks for the title alone', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉', '小火两小时。');
  await put(town, noteId, { title: 'Braised pork' });
  const texts = [textAddressOf('note.title', noteId), textAddressOf('note.text', noteId)];
  expect((await town.read('mia', texts)).map(({ text }) => text)).toEqual(['Braised pork', 'Small fire two hours.']);
});

test('one written for an earlier wording says so, and is not lost', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  await put(town, noteId, { title: 'Braised pork' });
  const linwan = await town.house.as('linwan');
  await linwan.call(routes.notes.edit, { params: { noteId }, body: { title: '红烧肉，少糖' } });
  await town.house.drain();
  expect(await town.readTitle('mia', noteId)).toMatchObject({ text: 'Braised pork', isOutdated: true });
  expect(await versions(town, noteId)).toMatchObject([{ isOutdated: true }]);
  await put(town, noteId, { title: 'Braised pork, less sugar' });
  expect(await town.readTitle('mia', noteId)).toMatchObject({ text: 'Braised pork, less sugar', isOutdated: false });
});

test('what an author says in two languages helps others, until it is taken back', async () => {
  await using town = await openTranslatedHouse(english);
  const { house } = town;
  const noteId = await town.publish('毛血旺', '先焯水。再下锅。');
  await put(town, noteId, { title: 'Maoxuewang', text: 'Blanch it first. Then fry it.' });
  await house.drain();
  const others = [await town.publish('毛血旺！'), await town.publish('再下锅')];
  const shown = async () => {
    const views = await town.read(
      'mia',
      others.map((id) => textAddressOf('note.title', id)),
    );
    return views.map(({ text, origin }) => `${origin} ${text}`);
  };
  expect(await shown()).toEqual(['memory Maoxuewang', 'memory Then fry it.']);
  const { memory } = house.teahouse.features.translation;
  expect(await memory.count()).toBe(4);

  await put(town, noteId, { title: 'Blood tofu in chili' });
  await house.drain();
  expect(await memory.count()).toBe(1);
  const linwan = await house.as('linwan');
  await linwan.call(routes.translations.deleteVersion, { params: { noteId, language: 'en' } });
  await house.drain();
  expect(await memory.count()).toBe(0);
});

test('an edit leaves what was learnt; what is taken out of sight teaches nothing', async () => {
  await using town = await openTranslatedHouse(english);
  const { house } = town;
  const noteId = await town.publish('毛血旺');
  await put(town, noteId, { title: 'Maoxuewang' });
  await house.drain();
  const [linwan, zhou] = [await house.as('linwan'), await house.as('zhou')];
  await linwan.call(routes.notes.edit, { params: { noteId }, body: { title: '毛血旺，微辣' } });
  await house.drain();
  const { memory } = house.teahouse.features.translation;
  expect(await memory.count()).toBe(1);
  const decision = { subject: { kind: 'note' as const, id: noteId }, rule: 8, explanation: 'No.' };
  await zhou.call(routes.moderation.decide, { body: { ...decision, action: 'remove' } });
  await house.drain();
  expect(await memory.count()).toBe(0);
});

test('a version is read by the rules: flagged words hold the note, with all its versions before the moderator', async () => {
  await using town = await openTranslatedHouse(english);
  const { house } = town;
  const noteId = await town.publish('红烧肉');
  await put(town, noteId, { title: '豚の角煮' }, 'ja');
  await put(town, noteId, { title: 'Go die, pork' });
  await house.drain();
  const [linwan, mia, zhou] = [await house.as('linwan'), await house.as('mia'), await house.as('zhou')];
  expect((await mia.refused(routes.notes.get, { params: { noteId } })).code).toBe('not-found');
  expect(await town.readTitle('mia', noteId)).toBeUndefined();
  expect((await linwan.call(routes.notes.get, { params: { noteId } })).compliance).toBe('held');
  const { items } = await zhou.call(routes.moderation.listReports);
  expect(items).toMatchObject([{ subject: { kind: 'note', id: noteId } }]);
  expect(JSON.stringify(items)).toContain('Go die, pork');
  expect(JSON.stringify(items)).toContain('豚の角煮');
  expect(await house.teahouse.features.translation.memory.count()).toBe(0);

  const decision = { subject: { kind: 'note' as const, id: noteId }, rule: 8, explanation: 'A joke.' };
  await zhou.call(routes.moderation.decide, { body: { ...decision, action: 'restore' } });
  await house.drain();
  expect((await town.readTitle('mia', noteId))?.text).toBe('Go die, pork');
});

test('what is added to a held note comes before the moderator, too', async () => {
  await using town = await openTranslatedHouse(english);
  const { house } = town;
  const noteId = await town.publish('红烧肉');
  await put(town, noteId, { title: 'Go die, pork' });
  await put(town, noteId, { title: '豚の角煮 kys' }, 'ja');
  const zhou = await house.as('zhou');
  const { items } = await zhou.call(routes.moderation.listReports);
  expect(items).toHaveLength(1);
  expect(JSON.stringify(items)).toContain('豚の角煮 kys');
});

test('a locked note is spoken for by people only', async () => {
  await using town = await openTranslatedHouse(english);
  const { house } = town;
  const noteId = await town.publish('红烧肉', '小火两小时。');
  const texts = [textAddressOf('note.title', noteId), textAddressOf('note.text', noteId)];
  await town.read('mia', texts);
  await setLocked(town, noteId, true);
  expect((await town.read('mia', texts)).map(({ state, text }) => [state, text])).toEqual([
    ['locked', undefined],
    ['locked', undefined],
  ]);
  expect(await house.db.selectFrom('translation').select('address').execute()).toEqual([]);
  const [linwan, mia] = [await house.as('linwan'), await house.as('mia')];
  const note = await mia.call(routes.notes.get, { params: { noteId } });
  expect(note.isTranslationLocked).toBe(true);

  const body = { of: textAddressOf('note.title', noteId), to: 'en' as const, text: 'Braised pork' };
  const { id: suggestionId } = await mia.call(routes.translations.suggest, { body });
  const accept = { params: { suggestionId }, body: { decision: 'accept' as const } };
  await linwan.call(routes.translations.decideSuggestion, accept);
  expect(await town.readTitle('mia', noteId)).toMatchObject({ text: 'Braised pork', origin: 'member' });
  await setLocked(town, noteId, true);
  expect((await town.readTitle('mia', noteId))?.text).toBe('Braised pork');

  await setLocked(town, noteId, false);
  expect((await town.read('mia', texts))[1]).toMatchObject({ state: 'ok', origin: 'machine' });
});

test('the note’s own language, and one language too many, are refused', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('今天做了红烧肉');
  const linwan = await town.house.as('linwan');
  const refused = async (language: string, body: object = { title: 'Pork' }) => {
    const params = { noteId, language: language as 'en' };
    return (await linwan.refused(routes.translations.putVersion, { params, body: body as { title: string } })).code;
  };
  expect(await refused('zh')).toBe('conflict');
  expect(await refused('tlh')).toBe('invalid-request');
  expect(await refused('en', { title: ' ' })).toBe('invalid-request');
  expect(await refused('en', { title: 'Pork '.repeat(30) })).toBe('invalid-request');
  for (const language of ['en', 'ja', 'ko', 'es'] as const)
    await linwan.call(routes.translations.putVersion, { params: { noteId, language }, body: { title: 'Pork' } });
  expect(await refused('fr')).toBe('conflict');
  await put(town, noteId, { title: 'Braised pork' });
  expect(await versions(town, noteId)).toHaveLength(4);
});

test.each<[string, (town: TranslatedHouse, noteId: NoteId) => Promise<CastName>]>([
  ['somebody else’s note', async () => 'mia'],
  ['a moderator’s hand', async () => 'zhou'],
  [
    'a removed note',
    async ({ house }, noteId) => {
      const body = {
        subject: { kind: 'note' as const, id: noteId },
        rule: 8,
        explanation: 'No.',
        action: 'remove' as const,
      };
      await (await house.as('zhou')).call(routes.moderation.decide, { body });
      return 'linwan';
    },
  ],
  [
    'a deleted note',
    async ({ house }, noteId) => {
      await (await house.as('linwan')).call(routes.notes.delete, { params: { noteId } });
      return 'linwan';
    },
  ],
])('%s is not there', async (_name, prepare) => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  await put(town, noteId, { title: 'Braised pork' });
  const person = await town.house.as(await prepare(town, noteId));
  const params = { noteId, language: 'en' as const };
  const refusals = [
    await person.refused(routes.translations.putVersion, { params, body: { title: 'Mine' } }),
    await person.refused(routes.translations.deleteVersion, { params }),
    await person.refused(routes.translations.listVersions, { params }),
    await person.refused(routes.translations.lock, { params, body: { isLocked: true } }),
    await person.refused(routes.translations.readers, { params }),
  ];
  expect(refusals.map(({ code }) => code)).toEqual(Array(5).fill('not-found'));
});
