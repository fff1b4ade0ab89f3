import { routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../test/harness.ts';

const unknownId = '01900000-0000-7000-8000-000000000000';

async function publishedBy(house: TestHouse, title = '红烧肉不加一滴水') {
  const linwan = await house.as('linwan');
  return linwan.call(routes.notes.publish, { body: { title, text: '小火四十分钟。' } });
}

test('K2 two members report one note: one line of the queue, each of them counted once', async () => {
  await using house = await openTeahouse();
  const note = await publishedBy(house);
  const subject = { kind: 'note' as const, id: note.id };
  const [mia, jake, zhou] = [await house.as('mia'), await house.as('jake'), await house.as('zhou')];
  const first = await mia.call(routes.moderation.report, {
    body: { subject, reason: 'spam', detail: 'again and again' },
  });
  const again = await mia.call(routes.moderation.report, { body: { subject, reason: 'fraud' } });
  await jake.call(routes.moderation.report, { body: { subject, reason: 'spam' } });

  expect(again.id).toBe(first.id);
  const { items } = await zhou.call(routes.moderation.listReports);
  expect(items).toMatchObject([
    {
      id: first.id,
      reportCount: 2,
      reason: 'spam',
      detail: 'again and again',
      state: 'open',
      subject: {
        kind: 'note',
        id: note.id,
        title: '红烧肉不加一滴水',
        author: { handle: 'linwan' },
        compliance: 'allowed',
      },
    },
  ]);
  const rows = await house.db.selectFrom('note').select('compliance').where('id', '=', note.id).execute();
  expect(rows).toEqual([{ compliance: 'allowed' }]);
});

test('a moderator reads what the reporter read, although the author changed it since', async () => {
  await using house = await openTeahouse();
  const note = await publishedBy(house, '原来的标题');
  const [mia, linwan, zhou] = [await house.as('mia'), await house.as('linwan'), await house.as('zhou')];
  await mia.call(routes.moderation.report, { body: { subject: { kind: 'note', id: note.id }, reason: 'abuse' } });
  await linwan.call(routes.notes.edit, { params: { noteId: note.id }, body: { title: '什么都没说' } });

  const { items } = await zhou.call(routes.moderation.listReports);
  expect(items[0]?.subject.title).toBe('原来的标题');
});

test('whoever blocks the people they insult can still be reported', async () => {
  await using house = await openTeahouse();
  const note = await publishedBy(house);
  const [linwan, mia] = [await house.as('linwan'), await house.as('mia')];
  await linwan.call(routes.follows.block, { params: { handle: mia.handle } });
  const report = await mia.call(routes.moderation.report, {
    body: { subject: { kind: 'note', id: note.id }, reason: 'abuse' },
  });
  expect(await house.db.selectFrom('report').select('id').execute()).toEqual([{ id: report.id }]);
});

test('the queue is paged oldest first, each subject once', async () => {
  await using house = await openTeahouse();
  const [mia, zhou] = [await house.as('mia'), await house.as('zhou')];
  const ids: string[] = [];
  for (const title of ['一', '二', '三']) {
    const note = await publishedBy(house, title);
    ids.push(note.id);
    house.advance('1m');
    await mia.call(routes.moderation.report, { body: { subject: { kind: 'note', id: note.id }, reason: 'other' } });
  }
  const first = await zhou.call(routes.moderation.listReports, { query: { limit: 2 } });
  const second = await zhou.call(routes.moderation.listReports, { query: { limit: 2, cursor: first.nextCursor } });
  expect([...first.items, ...second.items].map(({ subject }) => subject.id)).toEqual(ids);
  expect(second.nextCursor).toBeUndefined();
});

describe('K1 what cannot be reported', () => {
  test.each([
    ['K1 an unknown note', { kind: 'note', id: unknownId }, 'spam', 404],
    ['K1 an unknown comment', { kind: 'comment', id: unknownId }, 'spam', 404],
    ['K1 an unknown member', { kind: 'member', id: unknownId }, 'spam', 404],
    ['K1 an unknown reason', { kind: 'note', id: unknownId }, 'because', 400],
    ['K1 an unknown kind', { kind: 'board', id: unknownId }, 'spam', 400],
    ['K1 an id that is none', { kind: 'note', id: "1' or 1=1" }, 'spam', 400],
  ])('%s', async (_name, subject, reason, status) => {
    await using house = await openTeahouse();
    const mia = await house.as('mia');
    const answered = await mia.send({ method: 'POST', url: '/api/reports', payload: { subject, reason } });
    expect(answered.status).toBe(status);
    expect(await house.db.selectFrom('report').select('id').execute()).toEqual([]);
  });

  test('K1 oneself, one’s own note, a deleted note, a removed note', async () => {
    await using house = await openTeahouse();
    const [linwan, mia, zhou] = [await house.as('linwan'), await house.as('mia'), await house.as('zhou')];
    const own = await publishedBy(house);
    const deleted = await publishedBy(house, '删掉的');
    const removed = await publishedBy(house, '撤下的');
    await linwan.call(routes.notes.delete, { params: { noteId: deleted.id } });
    await zhou.call(routes.moderation.decide, {
      body: { subject: { kind: 'note', id: removed.id }, action: 'remove', rule: 8, explanation: 'Twenty times.' },
    });
    const statusOf = async (person: typeof mia, kind: 'note' | 'member', id: string) =>
      (await person.refused(routes.moderation.report, { body: { subject: { kind, id }, reason: 'spam' } })).status;

    expect(await statusOf(linwan, 'note', own.id)).toBe(400);
    expect(await statusOf(linwan, 'member', linwan.memberId)).toBe(400);
    expect(await statusOf(mia, 'note', deleted.id)).toBe(404);
    expect(await statusOf(mia, 'note', removed.id)).toBe(404);
  });
});

test('K3 markup and formulas in a report stay text', async () => {
  await using house = await openTeahouse();
  const note = await publishedBy(house);
  const [mia, zhou] = [await house.as('mia'), await house.as('zhou')];
  const detail = '=HYPERLINK("https://evil.example","x") <script>alert(1)</script>';
  await mia.call(routes.moderation.report, {
    body: { subject: { kind: 'note', id: note.id }, reason: 'other', detail },
  });
  const { items } = await zhou.call(routes.moderation.listReports);
  expect(items[0]?.detail).toBe(detail);
});

test('K8 the author never learns who reported', async () => {
  await using house = await openTeahouse();
  const note = await publishedBy(house);
  const [linwan, mia, zhou] = [await house.as('linwan'), await house.as('mia'), await house.as('zhou')];
  const subject = { kind: 'note' as const, id: note.id };
  await mia.call(routes.moderation.report, { body: { subject, reason: 'privacy', detail: 'that is my flat' } });
  await zhou.call(routes.moderation.decide, {
    body: { subject, action: 'remove', rule: 9, explanation: 'A flat can be recognised.' },
  });
  await house.drain();
  const seen = JSON.stringify([
    await linwan.call(routes.moderation.listStatements),
    await linwan.call(routes.notifications.list),
    await linwan.call(routes.notes.get, { params: { noteId: note.id } }),
  ]);
  expect(seen).toContain('A flat can be recognised.');
  expect(seen).not.toContain(mia.memberId);
  expect(seen).not.toContain('that is my flat');
});
