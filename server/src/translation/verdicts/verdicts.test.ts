import { type NoteId, routes, textAddressOf } from '@teahouse/contract';
import { expect, test } from 'vitest';
import type { CastName } from '../../../test/cast.ts';
import { openTranslatedHouse, type TranslatedHouse } from '../../../test/translated-house.ts';

const english = { 红烧肉: 'Braised pork', 糖醋排骨: 'Sweet and sour ribs' };
const said = (good: number, wrong: number, mine?: 'good' | 'wrong') => ({ good, wrong, ...(mine ? { mine } : {}) });

async function rate({ house }: TranslatedHouse, who: CastName, noteId: NoteId, verdict: 'good' | 'wrong' | 'none') {
  const of = textAddressOf('note.title', noteId);
  return (await house.as(who)).call(routes.translations.rate, { body: { of, to: 'en', verdict } });
}

async function report({ house }: TranslatedHouse, who: CastName, noteId: NoteId, detail = '') {
  const of = textAddressOf('note.title', noteId);
  return (await house.as(who)).call(routes.translations.report, { body: { of, to: 'en', detail } });
}

async function openReviews({ house }: TranslatedHouse) {
  return (await (await house.as('zhou')).call(routes.translationReview.list)).items;
}

/** What the figures of the house say about its engines. */
async function figures({ house }: TranslatedHouse) {
  return house.db
    .selectFrom('translation_hour')
    .select(({ fn }) => [
      fn.sum<number>('good').as('good'),
      fn.sum<number>('wrong').as('wrong'),
      fn.sum<number>('reported').as('reported'),
    ])
    .where('engine', '=', 'LibreTranslate')
    .executeTakeFirstOrThrow();
}

test('each member has one verdict, may change it, and may take it back', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  expect(await town.readTitle('mia', noteId)).toMatchObject({ text: 'Braised pork', feedback: said(0, 0) });

  expect(await rate(town, 'mia', noteId, 'good')).toEqual(said(1, 0, 'good'));
  expect(await rate(town, 'mia', noteId, 'good')).toEqual(said(1, 0, 'good'));
  expect(await rate(town, 'jake', noteId, 'wrong')).toEqual(said(1, 1, 'wrong'));
  expect(await rate(town, 'mia', noteId, 'wrong')).toEqual(said(0, 2, 'wrong'));
  expect((await town.readTitle('mia', noteId))?.feedback).toEqual(said(0, 2, 'wrong'));
  expect((await town.readTitle('priya', noteId))?.feedback).toEqual(said(0, 2));

  expect(await rate(town, 'jake', noteId, 'none')).toEqual(said(0, 1));
  expect(await rate(town, 'jake', noteId, 'none')).toEqual(said(0, 1));
  expect((await town.readTitle('jake', noteId))?.feedback).toEqual(said(0, 1));
  expect(await figures(town)).toEqual({ good: 0, wrong: 1, reported: 0 });
});

test('verdicts that come at once are all counted', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  await town.readTitle('mia', noteId);
  const voters = ['mia', 'jake', 'priya', 'zhou', 'hana'] as const;
  for (const who of voters) await town.house.as(who);
  await Promise.all(voters.map((who, index) => rate(town, who, noteId, index < 3 ? 'good' : 'wrong')));
  expect((await town.readTitle('wei', noteId))?.feedback).toEqual(said(3, 2));
});

test('five who call it wrong, and more than twice as many as like it, bring it before a reviewer; it stays in sight', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  await town.readTitle('mia', noteId);
  for (const who of ['wei', 'linwan'] as const) await rate(town, who, noteId, 'good');
  for (const who of ['mia', 'jake', 'priya', 'hana'] as const) await rate(town, who, noteId, 'wrong');
  expect(await openReviews(town)).toEqual([]);
  await rate(town, 'zhou', noteId, 'wrong');
  expect(await openReviews(town)).toMatchObject([
    {
      of: textAddressOf('note.title', noteId),
      from: 'zh',
      to: 'en',
      reason: 'disputed',
      source: '红烧肉',
      output: 'Braised pork',
      engine: 'LibreTranslate',
      reportCount: 0,
    },
  ]);
  expect((await town.readTitle('mia', noteId))?.state).toBe('ok');
});

test('five against three is a matter of taste', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  await town.readTitle('mia', noteId);
  const { db, teahouse } = town.house;
  const key = {
    home_id: noteId,
    address: textAddressOf('note.title', noteId),
    language: 'en',
    verdict: 'good' as const,
  };
  const admirers = [1, 2, 3].map(() => ({ ...key, member_id: teahouse.deps.ids.next(), at: new Date() }));
  await db.insertInto('translation_verdict').values(admirers).execute();
  for (const who of ['mia', 'jake', 'priya', 'hana', 'zhou'] as const) await rate(town, who, noteId, 'wrong');
  expect((await town.readTitle('wei', noteId))?.feedback).toEqual(said(3, 5));
  expect(await openReviews(town)).toEqual([]);
});

test('what a reviewer has released is settled', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  await town.readTitle('mia', noteId);
  for (const who of ['wei', 'linwan'] as const) await rate(town, who, noteId, 'good');
  for (const who of ['mia', 'jake', 'priya', 'hana', 'zhou'] as const) await rate(town, who, noteId, 'wrong');
  const [review] = await openReviews(town);
  const zhou = await town.house.as('zhou');
  const params = { reviewId: review?.id as never };
  await zhou.call(routes.translationReview.decide, { params, body: { decision: 'release' } });
  // A reviewer has read it: one more who disagrees does not call for another.
  await rate(town, 'mia', noteId, 'none');
  await rate(town, 'mia', noteId, 'wrong');
  expect(await openReviews(town)).toEqual([]);
});

test('other words begin without the verdicts on the former ones', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  await town.readTitle('mia', noteId);
  await rate(town, 'mia', noteId, 'wrong');
  await rate(town, 'jake', noteId, 'wrong');
  const linwan = await town.house.as('linwan');
  await linwan.call(routes.notes.edit, { params: { noteId }, body: { title: '糖醋排骨' } });
  await town.house.drain();
  expect(await town.readTitle('mia', noteId)).toMatchObject({ text: 'Sweet and sour ribs', feedback: said(0, 0) });
  expect(await rate(town, 'jake', noteId, 'good')).toEqual(said(1, 0, 'good'));
});

test('three members’ reports hold a translation back; its author is not blamed', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  await town.readTitle('mia', noteId);
  expect(await report(town, 'mia', noteId, 'She never said pork')).toEqual({ isHeld: false });
  expect(await report(town, 'mia', noteId, 'I mean it')).toEqual({ isHeld: false });
  expect(await report(town, 'jake', noteId)).toEqual({ isHeld: false });
  expect((await town.readTitle('wei', noteId))?.state).toBe('ok');
  expect(await report(town, 'priya', noteId)).toEqual({ isHeld: true });

  const shown = await town.readTitle('wei', noteId);
  expect(shown?.state).toBe('held');
  expect(shown?.text).toBeUndefined();
  expect(await openReviews(town)).toMatchObject([
    { reason: 'report', reportCount: 3, details: ['She never said pork'], author: { handle: 'linwan' } },
  ]);
  expect(await report(town, 'linwan', noteId)).toEqual({ isHeld: true });
  expect(await figures(town)).toMatchObject({ reported: 4 });

  await town.house.drain();
  const linwan = await town.house.as('linwan');
  expect((await linwan.call(routes.moderation.listStatements)).items).toEqual([]);
  expect((await linwan.call(routes.notifications.list)).items).toEqual([]);
  const note = await linwan.call(routes.notes.get, { params: { noteId } });
  expect(note.title).toBe('红烧肉');
});

test('three reports that come at once hold it, too', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  await town.readTitle('mia', noteId);
  const reporters = ['mia', 'jake', 'priya'] as const;
  for (const who of reporters) await town.house.as(who);
  const answers = await Promise.all(reporters.map((who) => report(town, who, noteId)));
  expect(answers.filter(({ isHeld }) => isHeld)).toHaveLength(1);
  expect((await town.readTitle('wei', noteId))?.state).toBe('held');
});

test('a moderator’s own report holds at once; what a reviewer released, only a moderator takes back', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  await town.readTitle('mia', noteId);
  expect(await report(town, 'zhou', noteId)).toEqual({ isHeld: true });
  const [review] = await openReviews(town);
  const hana = await town.house.as('hana');
  const params = { reviewId: review?.id as never };
  await hana.call(routes.translationReview.decide, { params, body: { decision: 'release' } });
  for (const who of ['mia', 'jake', 'priya', 'linwan'] as const)
    expect(await report(town, who, noteId)).toEqual({ isHeld: false });
  expect((await town.readTitle('mia', noteId))?.state).toBe('ok');
  expect(await report(town, 'zhou', noteId)).toEqual({ isHeld: true });
});

test('there is nothing to judge where nothing is shown', async () => {
  await using town = await openTranslatedHouse(english);
  const { house } = town;
  const [linwan, mia, zhou] = [await house.as('linwan'), await house.as('mia'), await house.as('zhou')];
  const noteId = await town.publish('红烧肉');
  const of = textAddressOf('note.title', noteId);
  const refusals = async (target: { of: typeof of; to: 'en' }) => [
    (await mia.refused(routes.translations.rate, { body: { ...target, verdict: 'wrong' } })).code,
    (await mia.refused(routes.translations.report, { body: target })).code,
  ];
  const nothing = ['not-found', 'not-found'];
  expect(await refusals({ of, to: 'en' })).toEqual(nothing);

  await town.readTitle('mia', noteId);
  const unknown = textAddressOf('note.title', house.teahouse.deps.ids.next());
  expect(await refusals({ of: unknown, to: 'en' })).toEqual(nothing);

  await linwan.call(routes.translations.putVersion, {
    params: { noteId, language: 'en' },
    body: { title: 'My braised pork' },
  });
  expect(await refusals({ of, to: 'en' })).toEqual(nothing);
  await linwan.call(routes.translations.deleteVersion, { params: { noteId, language: 'en' } });
  await town.readTitle('mia', noteId);

  await linwan.call(routes.follows.block, { params: { handle: mia.handle } });
  expect(await refusals({ of, to: 'en' })).toEqual(nothing);
  await linwan.call(routes.follows.unblock, { params: { handle: mia.handle } });

  const decision = { subject: { kind: 'note' as const, id: noteId }, rule: 8, explanation: 'No.' };
  await zhou.call(routes.moderation.decide, { body: { ...decision, action: 'remove' } });
  expect(await refusals({ of, to: 'en' })).toEqual(nothing);
});

test('a judgement of an earlier wording does not stick to the new one', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉');
  await town.readTitle('mia', noteId);
  const [linwan, mia] = [await town.house.as('linwan'), await town.house.as('mia')];
  await linwan.call(routes.notes.edit, { params: { noteId }, body: { title: '糖醋排骨' } });
  town.house.teahouse.features.translation.parts.texts.invalidate(noteId);
  const of = textAddressOf('note.title', noteId);
  const refused = await mia.refused(routes.translations.rate, { body: { of, to: 'en', verdict: 'wrong' } });
  expect(refused.code).toBe('not-found');
});

test('what is no address, language or verdict is refused', async () => {
  await using town = await openTranslatedHouse();
  const mia = await town.house.as('mia');
  const id = '01900000-0000-7000-8000-000000000000';
  for (const wrong of [
    { of: 'note.title' },
    { of: `note.secret:${id}` },
    { of: `note.title:${id}:${id}` },
    { to: 'tlh' },
    { verdict: 'meh' },
  ]) {
    const payload = { of: `note.title:${id}`, to: 'en', verdict: 'good', ...wrong };
    const { status, body } = await mia.send({ method: 'PUT', url: '/api/translations/verdict', payload });
    expect([status, body]).toMatchObject([400, { code: 'invalid-request' }]);
  }
});
