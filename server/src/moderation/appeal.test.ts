import { routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../test/harness.ts';

async function removedNote(house: TestHouse) {
  const [linwan, zhou] = [await house.as('linwan'), await house.as('zhou')];
  const note = await linwan.call(routes.notes.publish, { body: { title: '外婆的酱方', text: '全文如下' } });
  const statement = await zhou.call(routes.moderation.decide, {
    body: { subject: { kind: 'note', id: note.id }, action: 'remove', rule: 10, explanation: 'Copied from a book.' },
  });
  return { note, decisionId: statement.id, linwan, zhou };
}

test('an overturned decision brings the note back, and both sides can read why', async () => {
  await using house = await openTeahouse();
  const { note, decisionId, linwan } = await removedNote(house);
  const [hana, mia] = [await house.as('hana'), await house.as('mia')];
  const appealed = await linwan.call(routes.moderation.appeal, {
    params: { decisionId },
    body: { text: '这是我外婆写的。' },
  });
  expect(appealed.appeal).toMatchObject({ state: 'open', text: '这是我外婆写的。', answer: '' });

  const { items } = await hana.call(routes.moderation.listAppeals);
  expect(items).toMatchObject([
    {
      decidedBy: 'laozhou',
      statement: { id: decisionId, rule: { title: 'Share your own, credit the rest' } },
      subject: { title: '外婆的酱方', text: '全文如下' },
    },
  ]);
  const appealId = items[0]?.id ?? appealed.appeal?.id;
  if (!appealId) throw new Error('no appeal');
  const answered = await hana.call(routes.moderation.decideAppeal, {
    params: { appealId },
    body: { outcome: 'overturned', answer: 'Her own handwriting.' },
  });

  expect(answered.appeal).toMatchObject({ state: 'overturned', answer: 'Her own handwriting.' });
  expect((await mia.call(routes.notes.get, { params: { noteId: note.id } })).compliance).toBe('allowed');
  expect((await linwan.call(routes.moderation.listStatements)).items[0]?.appeal?.state).toBe('overturned');
  expect((await hana.call(routes.moderation.listAppeals)).items).toEqual([]);
  const verbs = (await hana.call(routes.moderation.audit)).items.map(({ verb }) => verb);
  expect(verbs.slice(0, 3)).toEqual(['appeal.overturned', 'decision.appeal', 'note.remove']);
});

test('an upheld decision stays; a later decision outlives an overturned earlier one', async () => {
  await using house = await openTeahouse();
  const [linwan, zhou, hana] = [await house.as('linwan'), await house.as('zhou'), await house.as('hana')];
  const note = await linwan.call(routes.notes.publish, { body: { title: '两次处理' } });
  const decide = (action: 'limit' | 'remove') =>
    zhou.call(routes.moderation.decide, {
      body: { subject: { kind: 'note', id: note.id }, action, rule: 8, explanation: action },
    });
  const [limit, removal] = [await decide('limit'), await decide('remove')];
  for (const [decision, outcome] of [
    [limit, 'overturned'],
    [removal, 'upheld'],
  ] as const) {
    const { appeal } = await linwan.call(routes.moderation.appeal, {
      params: { decisionId: decision.id },
      body: { text: '请再看看' },
    });
    if (!appeal) throw new Error('no appeal');
    await hana.call(routes.moderation.decideAppeal, {
      params: { appealId: appeal.id },
      body: { outcome, answer: '…好' },
    });
    expect((await linwan.call(routes.notes.get, { params: { noteId: note.id } })).compliance).toBe('removed');
  }
});

test('K4 someone else’s decision cannot be appealed', async () => {
  await using house = await openTeahouse();
  const { decisionId } = await removedNote(house);
  const mia = await house.as('mia');
  const refusal = await mia.refused(routes.moderation.appeal, { params: { decisionId }, body: { text: 'let me' } });
  expect(refusal.code).toBe('not-found');
  expect(await house.db.selectFrom('appeal').select('id').execute()).toEqual([]);
});

test('K5 one appeal a decision, within 183 days, and only against a loss', async () => {
  await using house = await openTeahouse();
  const { note, decisionId, linwan, zhou } = await removedNote(house);
  const appeal = (id: typeof decisionId) => ({ params: { decisionId: id }, body: { text: '再看看' } });
  await linwan.call(routes.moderation.appeal, appeal(decisionId));
  expect((await linwan.refused(routes.moderation.appeal, appeal(decisionId))).code).toBe('conflict');

  const decide = (action: 'restore' | 'limit') =>
    zhou.call(routes.moderation.decide, {
      body: { subject: { kind: 'note', id: note.id }, action, rule: 10, explanation: action },
    });
  const restored = await decide('restore');
  expect((await linwan.refused(routes.moderation.appeal, appeal(restored.id))).code).toBe('conflict');

  const limited = await decide('limit');
  await house.db
    .updateTable('decision')
    .set({ decided_at: new Date(house.teahouse.deps.clock.now() - 184 * 86_400_000) })
    .where('id', '=', limited.id)
    .execute();
  expect((await linwan.refused(routes.moderation.appeal, appeal(limited.id))).code).toBe('conflict');
});

test('L5 neither the moderator who decided nor the author answers an appeal, and it is answered once', async () => {
  await using house = await openTeahouse();
  const { decisionId, linwan, zhou } = await removedNote(house);
  const hana = await house.as('hana');
  const { appeal } = await linwan.call(routes.moderation.appeal, { params: { decisionId }, body: { text: '请' } });
  if (!appeal) throw new Error('no appeal');
  const answer = { params: { appealId: appeal.id }, body: { outcome: 'upheld' as const, answer: 'No.' } };
  await house.db.updateTable('member').set({ role: 'moderator' }).where('id', '=', linwan.memberId).execute();
  house.teahouse.features.accounts.forgetSessions(linwan.memberId);
  expect((await zhou.refused(routes.moderation.decideAppeal, answer)).code).toBe('not-allowed');
  expect((await linwan.refused(routes.moderation.decideAppeal, answer)).code).toBe('not-allowed');
  await hana.call(routes.moderation.decideAppeal, answer);
  expect((await hana.refused(routes.moderation.decideAppeal, answer)).code).toBe('conflict');
});
