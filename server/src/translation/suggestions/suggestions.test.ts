import { type NoteId, routes, type SuggestionView, textAddressOf } from '@teahouse/contract';
import { expect, test } from 'vitest';
import type { CastName } from '../../../test/cast.ts';
import { openTranslatedHouse, type TranslatedHouse } from '../../../test/translated-house.ts';
import { keepTranslation } from '../store/keep-translation.ts';

const english = { 红烧肉: 'Red burned meat', 先焯水: 'First the water' };
const better = 'Braised pork';

async function suggest({ house }: TranslatedHouse, who: CastName, noteId: NoteId, text = better) {
  const of = textAddressOf('note.title', noteId);
  return (await house.as(who)).call(routes.translations.suggest, { body: { of, to: 'en', text } });
}

async function decide(
  { house }: TranslatedHouse,
  who: CastName,
  { id }: Pick<SuggestionView, 'id'>,
  decision: 'accept' | 'decline',
) {
  const params = { suggestionId: id };
  return (await house.as(who)).call(routes.translations.decideSuggestion, { params, body: { decision } });
}

async function listed({ house }: TranslatedHouse, who: CastName) {
  return (await (await house.as(who)).call(routes.translations.listSuggestions)).items;
}

async function news({ house }: TranslatedHouse, who: CastName) {
  await house.drain();
  const { items } = await (await house.as(who)).call(routes.notifications.list);
  return items.map(({ kind, message, note }) => ({ kind, key: message?.key, note: note?.title }));
}

test('a better translation is proposed, accepted, shown in its finder’s name and remembered', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  await town.readTitle('mia', noteId);
  const suggestion = await suggest(town, 'mia', noteId);
  expect(suggestion).toMatchObject({
    of: textAddressOf('note.title', noteId),
    to: 'en',
    text: better,
    by: { handle: 'mia', name: 'Mia Torres' },
    state: 'open',
    source: '红烧肉',
    sourceLanguage: 'zh',
    current: 'Red burned meat',
  });
  expect(await listed(town, 'linwan')).toEqual([suggestion]);
  expect(await news(town, 'linwan')).toEqual([{ kind: 'system', key: 'translation.suggested', note: '红烧肉' }]);

  expect(await decide(town, 'linwan', suggestion, 'accept')).toMatchObject({ state: 'accepted', current: better });
  expect(await town.readTitle('jake', noteId)).toMatchObject({
    state: 'ok',
    text: better,
    origin: 'member',
    by: { handle: 'mia', name: 'Mia Torres' },
    pairs: [{ source: '红烧肉', target: better, from: 'zh' }],
    from: ['zh'],
  });
  expect(await listed(town, 'linwan')).toEqual([]);
  expect(await news(town, 'mia')).toEqual([{ kind: 'system', key: 'translation.accepted', note: '红烧肉' }]);

  const calls = town.engine.translationCalls();
  const another = await town.publish('红烧肉！');
  expect(await town.readTitle('jake', another)).toMatchObject({ text: better, origin: 'memory' });
  expect(town.engine.translationCalls()).toBe(calls);
});

test('the sentences of an accepted one are remembered one by one where there are as many', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉', '先焯水。再炒糖色。');
  const mia = await town.house.as('mia');
  const of = textAddressOf('note.text', noteId);
  const text = 'Blanch it first. Then melt the sugar.';
  const suggestion = await mia.call(routes.translations.suggest, { body: { of, to: 'en', text } });
  await decide(town, 'linwan', suggestion, 'accept');
  const [view] = await town.read('jake', [of]);
  expect(view?.pairs).toEqual([
    { source: '先焯水。', target: 'Blanch it first.', from: 'zh' },
    { source: '再炒糖色。', target: 'Then melt the sugar.', from: 'zh' },
  ]);
  expect(await town.readTitle('jake', await town.publish('再炒糖色'))).toMatchObject({
    text: 'Then melt the sugar.',
    origin: 'memory',
  });
});

test('a declined one changes nothing, and its finder is not told', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  await town.readTitle('mia', noteId);
  const suggestion = await suggest(town, 'mia', noteId);
  const declined = await decide(town, 'linwan', suggestion, 'decline');
  expect(declined).toMatchObject({ state: 'declined', current: 'Red burned meat' });
  expect(await town.readTitle('jake', noteId)).toMatchObject({ text: 'Red burned meat', origin: 'machine' });
  expect(await news(town, 'mia')).toEqual([]);
  const linwan = await town.house.as('linwan');
  const again = { params: { suggestionId: suggestion.id }, body: { decision: 'accept' as const } };
  expect((await linwan.refused(routes.translations.decideSuggestion, again)).code).toBe('conflict');
});

test('a newer one of the same member takes the place of the former, which nobody can accept unread', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  const first = await suggest(town, 'mia', noteId);
  const second = await suggest(town, 'mia', noteId, 'Red-braised pork');
  const others = await suggest(town, 'jake', noteId, 'Pork belly in soy');
  expect((await listed(town, 'linwan')).map(({ text }) => text)).toEqual(['Red-braised pork', 'Pork belly in soy']);
  const linwan = await town.house.as('linwan');
  const old = { params: { suggestionId: first.id }, body: { decision: 'accept' as const } };
  expect((await linwan.refused(routes.translations.decideSuggestion, old)).code).toBe('not-found');
  await decide(town, 'linwan', second, 'accept');
  // What others proposed for the same text is still open.
  expect((await listed(town, 'linwan')).map(({ id }) => id)).toEqual([others.id]);
  expect(await news(town, 'linwan')).toHaveLength(2);
});

test('a repeated request is answered like the first', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  const mia = await town.house.as('mia');
  const body = { of: textAddressOf('note.title', noteId), to: 'en' as const, text: better };
  const headers = { 'idempotency-key': 'once' };
  const [first, second] = await Promise.all([1, 2].map(() => mia.call(routes.translations.suggest, { body, headers })));
  expect(second).toEqual(first);
  // The house died between the commit and the answer, and the suggestion was decided meanwhile.
  await town.house.db.updateTable('idempotency').set({ status: null }).execute();
  town.house.advance('1m');
  await decide(town, 'linwan', first as SuggestionView, 'accept');
  const third = await mia.call(routes.translations.suggest, { body, headers });
  expect(third).toMatchObject({ id: first?.id, state: 'accepted' });
});

test('moderators see all and decide about others’ words, never about their own suggestion', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  const [mine, mias] = [await suggest(town, 'zhou', noteId, 'Pork'), await suggest(town, 'mia', noteId)];
  expect(await listed(town, 'hana')).toHaveLength(2);
  expect(await listed(town, 'jake')).toEqual([]);
  const zhou = await town.house.as('zhou');
  const own = { params: { suggestionId: mine.id }, body: { decision: 'accept' as const } };
  expect((await zhou.refused(routes.translations.decideSuggestion, own)).code).toBe('not-allowed');
  await decide(town, 'zhou', mias, 'accept');
  const { items } = await zhou.call(routes.moderation.audit);
  expect(items[0]).toMatchObject({ actor: 'laozhou', verb: 'suggestion.accept', subjectId: mias.id });
  const jake = await town.house.as('jake');
  expect((await jake.refused(routes.translations.decideSuggestion, own)).code).toBe('not-found');
});

test('an author may write the translation of their own comment', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  const linwan = await town.house.as('linwan');
  const { id } = await linwan.call(routes.comments.post, { params: { noteId }, body: { text: '先焯水' } });
  const of = textAddressOf('comment.text', noteId, id);
  const suggestion = await linwan.call(routes.translations.suggest, {
    body: { of, to: 'en', text: 'Blanch it first' },
  });
  await decide(town, 'linwan', suggestion, 'accept');
  expect((await town.read('jake', [of]))[0]).toMatchObject({ text: 'Blanch it first', by: { handle: 'linwan' } });
  expect(await news(town, 'linwan')).toEqual([]);
});

test('what was suggested for another wording is not accepted any more', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  const suggestion = await suggest(town, 'mia', noteId);
  const linwan = await town.house.as('linwan');
  await linwan.call(routes.notes.edit, { params: { noteId }, body: { title: '糖醋排骨' } });
  await town.house.drain();
  const accept = { params: { suggestionId: suggestion.id }, body: { decision: 'accept' as const } };
  expect((await linwan.refused(routes.translations.decideSuggestion, accept)).code).toBe('conflict');
  expect(await decide(town, 'linwan', suggestion, 'decline')).toMatchObject({ state: 'declined', source: '红烧肉' });
});

test('two who decide at once: one of them is too late', async () => {
  await using town = await openTranslatedHouse(english);
  const suggestion = await suggest(town, 'mia', await town.publish('红烧肉'));
  await town.house.as('zhou');
  const settled = await Promise.allSettled([
    decide(town, 'linwan', suggestion, 'accept'),
    decide(town, 'zhou', suggestion, 'decline'),
  ]);
  expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a machine that comes late does not take the place of accepted words', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  await town.readTitle('mia', noteId);
  await decide(town, 'linwan', await suggest(town, 'mia', noteId), 'accept');
  const { features, deps } = town.house.teahouse;
  const { texts, store, rules } = features.translation.parts;
  const address = textAddressOf('note.title', noteId);
  const source = (await texts.readAll([address])).get(address);
  if (!source) throw new Error('The note is gone');
  const late = { state: 'ok' as const, text: 'Red burned meat', pairs: [], from: ['zh'], origin: 'machine' as const };
  await keepTranslation(deps, { store, rules }, source, 'en', late);
  expect(await town.readTitle('jake', noteId)).toMatchObject({ text: better, origin: 'member' });
});

test('lists go on where they ended, and leave out whom the author blocks', async () => {
  await using town = await openTranslatedHouse(english);
  const noteIds = [await town.publish('红烧肉'), await town.publish('先焯水'), await town.publish('糖醋排骨')];
  for (const noteId of noteIds) await suggest(town, 'mia', noteId);
  await suggest(town, 'jake', noteIds[0] as NoteId, 'Pork');
  const [linwan, jake] = [await town.house.as('linwan'), await town.house.as('jake')];
  await linwan.call(routes.follows.block, { params: { handle: jake.handle } });
  const first = await linwan.call(routes.translations.listSuggestions, { query: { limit: 2 } });
  const query = { limit: 2, cursor: first.nextCursor ?? '' };
  const rest = await linwan.call(routes.translations.listSuggestions, { query });
  expect([...first.items, ...rest.items].map(({ source }) => source)).toEqual(['红烧肉', '先焯水', '糖醋排骨']);
  expect(rest.nextCursor).toBeUndefined();
  const { cursor } = query;
  expect((await jake.refused(routes.translations.listSuggestions, { query: { cursor } })).code).toBe('invalid-cursor');
});

test('what cannot be a translation is refused, each with its reason', async () => {
  await using town = await openTranslatedHouse(english);
  const { house } = town;
  const noteId = await town.publish('红烧肉');
  await town.readTitle('mia', noteId);
  const [linwan, mia, zhou] = [await house.as('linwan'), await house.as('mia'), await house.as('zhou')];
  const of = textAddressOf('note.title', noteId);
  const refused = async (changes: object) => {
    const body = { of, to: 'en' as const, text: better, ...changes };
    const { code, fields } = await mia.refused(routes.translations.suggest, { body });
    return [code, fields?.[0]?.message].join(' ').trim();
  };
  const id = house.teahouse.deps.ids.next();
  expect(await refused({ of: textAddressOf('note.title', id) })).toBe('not-found');
  expect(await refused({ of: `note.title:${id}:${id}` })).toBe('invalid-request text-address');
  expect(await refused({ to: 'tlh' })).toMatch('invalid-request');
  expect(await refused({ text: ' ' })).toBe('invalid-request empty');
  expect(await refused({ text: 'Braised '.repeat(5000) })).toBe('invalid-request too-long');
  expect(await refused({ text: 'Pork '.repeat(60) })).toBe('invalid-request too-long');
  expect(await refused({ text: 'Braised pork, see https://tea.example' })).toBe('invalid-request spans');
  expect(await refused({ text: 'Go die, pork' })).toBe('invalid-request held-words');
  expect(await refused({ text: 'Red burned meat' })).toBe('conflict');
  expect(await refused({ to: 'zh', text: '红烧猪肉' })).toBe('conflict');

  await linwan.call(routes.translations.putVersion, { params: { noteId, language: 'en' }, body: { title: 'My pork' } });
  expect(await refused({})).toBe('conflict');
  await linwan.call(routes.translations.deleteVersion, { params: { noteId, language: 'en' } });
  await linwan.call(routes.follows.block, { params: { handle: mia.handle } });
  expect(await refused({})).toBe('not-found');
  await linwan.call(routes.follows.unblock, { params: { handle: mia.handle } });
  const decision = { subject: { kind: 'note' as const, id: noteId }, rule: 8, explanation: 'No.' };
  const statement = await zhou.call(routes.moderation.decide, { body: { ...decision, action: 'remove' } });
  expect(await refused({})).toBe('not-found');

  const explanation = textAddressOf('statement.explanation', statement.id);
  const body = { of: explanation, to: 'zh' as const, text: '不行。' };
  expect((await linwan.refused(routes.translations.suggest, { body })).code).toBe('not-found');
  expect(await listed(town, 'zhou')).toEqual([]);
});
