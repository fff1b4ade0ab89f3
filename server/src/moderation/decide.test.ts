import { type BodyInput, routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../test/harness.ts';
import { recount } from '../rebuild.ts';

type Decision = BodyInput<typeof routes.moderation.decide>;
type Action = Decision['action'];

const decisionAbout = (kind: Decision['subject']['kind'], id: string, action: Action): Decision => ({
  subject: { kind, id },
  action,
  rule: 8,
  explanation: 'The same text twenty times.',
});

async function publish(house: TestHouse, title = '同城拼单') {
  const linwan = await house.as('linwan');
  return linwan.call(routes.notes.publish, { body: { title, text: '一样的话', topics: ['拼单'] } });
}

async function countersOf(house: TestHouse, memberId: string, topicId: string) {
  const member = await house.db.selectFrom('member_stat').select('notes').where('member_id', '=', memberId).execute();
  const topic = await house.db.selectFrom('topic_stat').select('notes').where('topic_id', '=', topicId).execute();
  return { ofMember: member[0]?.notes, ofTopic: topic[0]?.notes };
}

test('a removed note is gone for everyone but its author, who gets a statement of reasons in her language', async () => {
  await using house = await openTeahouse();
  const note = await publish(house);
  const [linwan, mia, zhou] = [await house.as('linwan'), await house.as('mia'), await house.as('zhou')];
  const params = { noteId: note.id };
  await mia.call(routes.notes.get, { params });
  await mia.call(routes.moderation.report, { body: { subject: { kind: 'note', id: note.id }, reason: 'spam' } });

  const statement = await zhou.call(routes.moderation.decide, { body: decisionAbout('note', note.id, 'remove') });
  await house.drain();

  expect((await mia.refused(routes.notes.get, { params })).code).toBe('not-found');
  expect((await house.stranger().refused(routes.notes.getThread, { params })).code).toBe('not-found');
  expect((await linwan.call(routes.notes.get, { params })).compliance).toBe('removed');
  for (const list of [routes.feed.newest, routes.feed.discover])
    expect((await mia.call(list)).items.map(({ id }) => id)).not.toContain(note.id);
  expect((await linwan.call(routes.moderation.listStatements)).items).toMatchObject([
    {
      id: statement.id,
      action: 'remove',
      source: 'report',
      rule: { number: 8, version: 1, title: '别刷屏' },
      explanation: 'The same text twenty times.',
      subject: { kind: 'note', id: note.id, excerpt: '同城拼单 — 一样的话' },
    },
  ]);
  expect((await zhou.call(routes.moderation.listReports)).items).toEqual([]);
  expect((await zhou.call(routes.moderation.listReports, { query: { state: 'decided' } })).items).toHaveLength(1);
  const { items: audit } = await zhou.call(routes.moderation.audit);
  expect(audit[0]).toMatchObject({ actor: 'laozhou', verb: 'note.remove', subjectId: note.id });
  expect((await linwan.call(routes.notifications.list, { query: { kind: 'system' } })).items).toHaveLength(1);
});

test('counters of author and topic follow removal and restoration', async () => {
  await using house = await openTeahouse();
  const note = await publish(house);
  const [linwan, zhou] = [await house.as('linwan'), await house.as('zhou')];
  const topicId = note.topics[0]?.id ?? '';
  const seen: unknown[] = [await countersOf(house, linwan.memberId, topicId)];
  for (const action of ['limit', 'remove', 'restore', 'restore'] as const) {
    const { id } = await zhou.call(routes.moderation.decide, { body: decisionAbout('note', note.id, action) });
    const { compliance } = await linwan.call(routes.notes.get, { params: { noteId: note.id } });
    seen.push([id !== '', compliance, await countersOf(house, linwan.memberId, topicId)]);
  }
  expect(seen).toEqual([
    { ofMember: 1, ofTopic: 1 },
    [true, 'limited', { ofMember: 1, ofTopic: 1 }],
    [true, 'removed', { ofMember: 0, ofTopic: 0 }],
    [true, 'limited', { ofMember: 1, ofTopic: 1 }],
    [true, 'allowed', { ofMember: 1, ofTopic: 1 }],
  ]);
  expect(await house.teahouse.features.topics.recount()).toBe(0);
  expect(await recount(house.db)).toBe(0);
});

test('a note deleted after its removal leaves the counters right', async () => {
  await using house = await openTeahouse();
  const note = await publish(house);
  const [linwan, zhou] = [await house.as('linwan'), await house.as('zhou')];
  await zhou.call(routes.moderation.decide, { body: decisionAbout('note', note.id, 'remove') });
  await linwan.call(routes.notes.delete, { params: { noteId: note.id } });
  expect(await countersOf(house, linwan.memberId, note.topics[0]?.id ?? '')).toEqual({ ofMember: 0, ofTopic: 0 });
  const refusal = await zhou.refused(routes.moderation.decide, { body: decisionAbout('note', note.id, 'restore') });
  expect(refusal.code).toBe('not-found');
});

test('a removed comment leaves its note’s count, and comes back with it', async () => {
  await using house = await openTeahouse();
  const note = await publish(house);
  const [jake, mia, zhou] = [await house.as('jake'), await house.as('mia'), await house.as('zhou')];
  const params = { noteId: note.id };
  const comment = await jake.call(routes.comments.post, { params, body: { text: 'first' } });
  await mia.call(routes.comments.post, { params, body: { text: 'second', parentId: comment.id } });
  const countShown = async () => {
    const { items } = await mia.call(routes.comments.list, { params });
    const stat = await house.db.selectFrom('note_stat').select('comments').where('note_id', '=', note.id).execute();
    return [items.length, stat[0]?.comments];
  };
  const before = await countShown();
  await zhou.call(routes.moderation.decide, { body: decisionAbout('comment', comment.id, 'remove') });
  const after = await countShown();
  expect(await recount(house.db)).toBe(0);
  await zhou.call(routes.moderation.decide, { body: decisionAbout('comment', comment.id, 'restore') });
  expect([before, after, await countShown()]).toEqual([
    [1, 2],
    [0, 0],
    [1, 2],
  ]);
});

test('A20 a suspended member is signed out at once and their notes leave every list', async () => {
  await using house = await openTeahouse();
  const note = await publish(house);
  const [linwan, mia, zhou] = [await house.as('linwan'), await house.as('mia'), await house.as('zhou')];
  await house.drain();
  await zhou.call(routes.moderation.decide, { body: decisionAbout('member', linwan.memberId, 'suspend') });
  await house.drain();

  expect((await linwan.refused(routes.accounts.listSessions)).status).toBe(401);
  for (const list of [routes.feed.newest, routes.feed.discover])
    expect((await mia.call(list)).items.map(({ id }) => id)).not.toContain(note.id);
  expect((await mia.refused(routes.notes.get, { params: { noteId: note.id } })).code).toBe('not-found');

  await zhou.call(routes.moderation.decide, { body: decisionAbout('member', linwan.memberId, 'unsuspend') });
  expect((await mia.call(routes.notes.get, { params: { noteId: note.id } })).id).toBe(note.id);
});

test('the same decision sent twice with one key is made once', async () => {
  await using house = await openTeahouse();
  const note = await publish(house);
  const zhou = await house.as('zhou');
  const send = () =>
    zhou.call(routes.moderation.decide, {
      body: decisionAbout('note', note.id, 'remove'),
      headers: { 'idempotency-key': 'remove-once' },
    });
  const [first, second] = [await send(), await send()];
  expect(second).toEqual(first);
  expect(await house.db.selectFrom('decision').select('id').execute()).toEqual([{ id: first.id }]);
});

test('a report that came to nothing is closed without troubling the author', async () => {
  await using house = await openTeahouse();
  const note = await publish(house);
  const [linwan, mia, zhou] = [await house.as('linwan'), await house.as('mia'), await house.as('zhou')];
  await mia.call(routes.moderation.report, { body: { subject: { kind: 'note', id: note.id }, reason: 'other' } });
  await zhou.call(routes.moderation.decide, { body: decisionAbout('note', note.id, 'dismiss') });
  await house.drain();
  expect((await linwan.call(routes.moderation.listStatements)).items).toEqual([]);
  expect((await linwan.call(routes.notifications.list)).items).toEqual([]);
  expect(await house.db.selectFrom('report').select('state').execute()).toEqual([{ state: 'dismissed' }]);
});

describe('refused decisions', () => {
  test('L4 a second moderator who comes too late hears so', async () => {
    await using house = await openTeahouse();
    const note = await publish(house);
    const both = [await house.as('zhou'), await house.as('hana')];
    const answered = await Promise.all(
      both.map((moderator) =>
        moderator.send({
          method: 'POST',
          url: '/api/moderation/decisions',
          payload: decisionAbout('note', note.id, 'remove'),
        }),
      ),
    );
    expect(answered.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await house.db.selectFrom('decision').select('action').execute()).toEqual([{ action: 'remove' }]);
  });

  test('L5 nobody decides about themselves or their own words', async () => {
    await using house = await openTeahouse();
    const zhou = await house.as('zhou');
    const note = await zhou.call(routes.notes.publish, { body: { title: '我自己的' } });
    for (const subject of [
      { kind: 'note', id: note.id },
      { kind: 'member', id: zhou.memberId },
    ] as const) {
      const action = subject.kind === 'note' ? 'remove' : 'suspend';
      const refusal = await zhou.refused(routes.moderation.decide, {
        body: { ...decisionAbout('note', note.id, action), subject },
      });
      expect(refusal.code).toBe('not-allowed');
    }
    expect(await house.db.selectFrom('decision').select('id').execute()).toEqual([]);
  });

  test('a moderator cannot act on an operator, an operator can act on a moderator', async () => {
    await using house = await openTeahouse();
    const [zhou, wei] = [await house.as('zhou'), await house.as('wei')];
    const refusal = await zhou.refused(routes.moderation.decide, {
      body: decisionAbout('member', wei.memberId, 'suspend'),
    });
    expect(refusal.code).toBe('not-allowed');
    await wei.call(routes.moderation.decide, { body: decisionAbout('member', zhou.memberId, 'suspend') });
    expect((await zhou.refused(routes.moderation.listReports)).status).toBe(401);
  });

  test.each([
    ['a rule that is not there', { rule: 99 }, 400, '/body/rule'],
    ['an action that does not fit', { action: 'suspend' }, 400, '/body/action'],
    ['an explanation nobody can see', { explanation: '\u200b' }, 400, '/body/explanation'],
    ['something unknown', { subject: { kind: 'note', id: '01900000-0000-7000-8000-000000000000' } }, 404, undefined],
  ])('%s', async (_name, change, status, pointer) => {
    await using house = await openTeahouse();
    const note = await publish(house);
    const zhou = await house.as('zhou');
    const body = { ...decisionAbout('note', note.id, 'remove'), ...change } as Decision;
    const refusal = await zhou.refused(routes.moderation.decide, { body });
    expect([refusal.status, refusal.fields?.[0]?.pointer]).toEqual([status, pointer]);
    expect(await house.db.selectFrom('audit').select('id').where('verb', '=', 'note.remove').execute()).toEqual([]);
  });
});
