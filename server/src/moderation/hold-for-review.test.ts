import { routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse } from '../../test/harness.ts';

test('a text with a term of the word bank waits for a moderator; its author is told why and may appeal', async () => {
  await using house = await openTeahouse();
  const [jake, mia, zhou] = [await house.as('jake'), await house.as('mia'), await house.as('zhou')];
  const note = await jake.call(routes.notes.publish, { body: { title: 'Easy', text: 'GUARANTEED PROFIT, ask me' } });
  await house.drain();

  expect(note.compliance).toBe('held');
  expect((await mia.refused(routes.notes.get, { params: { noteId: note.id } })).code).toBe('not-found');
  const { items: statements } = await jake.call(routes.moderation.listStatements);
  expect(statements).toMatchObject([
    {
      action: 'hold',
      source: 'word-bank',
      rule: { number: 7, title: 'No tricks for money' },
      subject: { id: note.id },
    },
  ]);
  expect((await jake.call(routes.notifications.list, { query: { kind: 'system' } })).items).toHaveLength(1);
  const { items: queue } = await zhou.call(routes.moderation.listReports);
  expect(queue).toMatchObject([
    { reason: 'word-bank', matchedTerms: ['guaranteed profit'], subject: { id: note.id, compliance: 'held' } },
  ]);
  expect((await zhou.call(routes.moderation.audit)).items[0]).toMatchObject({ actor: 'house', verb: 'note.hold' });
});

test('dismissing the house’s doubt lets the text be read', async () => {
  await using house = await openTeahouse();
  const [jake, mia, zhou] = [await house.as('jake'), await house.as('mia'), await house.as('zhou')];
  const note = await jake.call(routes.notes.publish, {
    body: { title: 'Beware of guaranteed profit', topics: ['scams'] },
  });
  const countShown = async () => (await house.db.selectFrom('topic_stat').select('notes').execute())[0]?.notes ?? 0;
  expect(await countShown()).toBe(0);
  await zhou.call(routes.moderation.decide, {
    body: { subject: { kind: 'note', id: note.id }, action: 'dismiss', rule: 7, explanation: 'A warning, not bait.' },
  });
  expect((await mia.call(routes.notes.get, { params: { noteId: note.id } })).compliance).toBe('allowed');
  expect(await countShown()).toBe(1);
  expect((await jake.call(routes.moderation.listStatements)).items.map(({ action }) => action)).toEqual([
    'restore',
    'hold',
  ]);
});

test('who is named in a held note hears of it when it is released, not before', async () => {
  await using house = await openTeahouse();
  const [jake, mia, zhou] = [await house.as('jake'), await house.as('mia'), await house.as('zhou')];
  const note = await jake.call(routes.notes.publish, {
    body: { title: 'Online casino?', text: 'Is this a scam @mia' },
  });
  const mentions = async () => {
    await house.drain();
    return (await mia.call(routes.notifications.list)).items.map(({ kind }) => kind);
  };
  const before = await mentions();
  await zhou.call(routes.moderation.decide, {
    body: { subject: { kind: 'note', id: note.id }, action: 'restore', rule: 7, explanation: 'A question.' },
  });
  expect([before, await mentions()]).toEqual([[], ['mention']]);
});

test('a held comment is seen by its author alone and is not counted', async () => {
  await using house = await openTeahouse();
  const [linwan, jake, mia] = [await house.as('linwan'), await house.as('jake'), await house.as('mia')];
  const { id: noteId } = await linwan.call(routes.notes.publish, { body: { title: '早' } });
  const comment = await jake.call(routes.comments.post, { params: { noteId }, body: { text: '稳 赚 不 赔，来' } });
  const listFor = async (person: typeof mia) =>
    (await person.call(routes.comments.list, { params: { noteId } })).items.map(({ id }) => id);
  expect([comment.compliance, await listFor(jake), await listFor(mia)]).toEqual(['held', [comment.id], []]);
  const stat = await house.db.selectFrom('note_stat').select('comments').where('note_id', '=', noteId).execute();
  expect(stat).toEqual([{ comments: 0 }]);
});
