import { routes } from '@teahouse/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../harness.ts';

const origin = 'http://tea.example';
let house: TestHouse;
let linwan: Person;
let mia: Person;

beforeAll(async () => {
  house = await openTeahouse({ origin });
  [linwan, mia] = [await house.as('linwan'), await house.as('mia')];
});
afterAll(() => house[Symbol.asyncDispose]());

describe('A23 a code asked for under another name', () => {
  test.each([
    ['A23 X-Forwarded-Host', 'a23-forwarded@example.org', { 'x-forwarded-host': 'evil.example' }, 202],
    ['A23 Forwarded', 'a23-rfc7239@example.org', { forwarded: 'host=evil.example;proto=https' }, 202],
    ['A23 Host', 'a23-host@example.org', { host: 'evil.example' }, 421],
  ])('%s never leads to the other house', async (_name, address, headers, status) => {
    const answered = await house.stranger().send({
      method: 'POST',
      url: '/api/accounts/codes',
      payload: { address, purpose: 'sign-up' },
      headers: headers as Record<string, string>,
    });
    await house.drain();
    const mails = house.mails.filter(({ to }) => to === address);
    expect([answered.status, mails.length]).toEqual([status, status === 202 ? 1 : 0]);
    for (const { text, subject } of mails) expect(subject + text).not.toContain('evil.example');
  });
});

describe('A25 where to go next', () => {
  test.each(['//evil.example', 'https:evil.example', '/\\evil.example', 'javascript:alert(1)', '%2f%2fevil.example'])(
    'A25 %s sends nobody anywhere',
    async (next) => {
      for (const path of ['/', '/api/session', '/sign-in']) {
        const { headers, status } = await house
          .stranger()
          .send({ method: 'GET', url: `${path}?next=${encodeURIComponent(next)}` });
        expect([path, headers.location, status >= 300 && status < 400]).toEqual([path, undefined, false]);
      }
    },
  );
});

test('B7 another member’s profile has no door to change it', async () => {
  for (const method of ['PATCH', 'PUT', 'POST', 'DELETE']) {
    const answered = await mia.send({ method, url: '/api/members/linwan', payload: { name: 'Owned' } });
    expect([method, answered.status]).toEqual([method, 404]);
  }
  await mia.send({
    method: 'PATCH',
    url: '/api/me',
    payload: { id: linwan.memberId, memberId: linwan.memberId, bio: 'mine' },
  });
  const rows = await house.db.selectFrom('member').select(['name', 'bio']).where('id', '=', linwan.memberId).execute();
  expect(rows).toEqual([{ name: '林晚', bio: '' }]);
});

test('B10 an address in a bio is text: nothing turns it into a link', async () => {
  const bio = 'javascript:alert(1) data:text/html,<b>x</b> https://bank.example@evil.example';
  const { me } = await mia.call(routes.accounts.updateMe, { body: { bio } });
  const profile = await linwan.call(routes.members.getProfile, { params: { handle: 'mia' } });
  expect([me.bio, profile.bio]).toEqual([bio, bio]);
  expect(Object.keys(profile).filter((key) => /url|link|href/i.test(key))).toEqual([]);
});

describe('D6 an order that does not exist', () => {
  test.each(['password', 'likes;drop table note', '1', 'author_id desc'])('D6 %s', async (order) => {
    await linwan.call(routes.notes.publish, { body: { title: '排序', topics: ['排序'] } });
    const url = `/api/topics/${encodeURIComponent('排序')}/notes?order=${encodeURIComponent(order)}`;
    expect((await mia.send({ method: 'GET', url })).status).toBe(400);
  });
});

test('F3 a request that trickles in is given up', () => {
  const { server } = house.teahouse.http;
  expect(server.requestTimeout).toBeGreaterThan(0);
  expect(server.requestTimeout).toBeLessThanOrEqual(30_000);
  expect(server.headersTimeout).toBeLessThanOrEqual(60_000);
});

describe('H2 H5 searches out of all measure', () => {
  const tenKilobytes = '猫'.repeat(3_400);
  test.each([
    ['H2 notes by 10 kB', `/api/search/notes?q=${encodeURIComponent(tenKilobytes)}`],
    ['H2 people by 10 kB', `/api/search/people?q=${'x'.repeat(10_000)}`],
    ['H2 topics by 10 kB', `/api/search/topics?q=${'x'.repeat(10_000)}`],
    ['H2 suggestions for 10 kB', `/api/search/suggestions?prefix=${'x'.repeat(10_000)}`],
    ['H5 a page of -1', '/api/search/notes?q=cat&limit=-1'],
    ['H5 a page of NaN', '/api/search/notes?q=cat&limit=NaN'],
    ['H5 the page after no page', '/api/search/notes?q=cat&cursor=1000000000'],
  ])('%s', async (_name, url) => {
    const { status, body } = await mia.send({ method: 'GET', url });
    expect([status, ['invalid-request', 'invalid-cursor'].includes((body as { code: string }).code)]).toEqual([
      400,
      true,
    ]);
  });
});

describe('I3 I5 I6 what a reader says about ranking', () => {
  test('I3 scores, pools and boosts sent along change nothing', async () => {
    for (let index = 0; index < 5; index += 1)
      await linwan.call(routes.notes.publish, { body: { title: `第${index}锅`, text: '小火' } });
    await house.drain();
    const idsFor = async (query: string) => {
      const { body } = await house.stranger().send({ method: 'GET', url: `/api/feed/newest?limit=5${query}` });
      return (body as { items: { id: string }[] }).items.map(({ id }) => id);
    };
    const plain = await idsFor('');
    expect(plain).toHaveLength(5);
    expect(await idsFor('&score=99&boost=9&pool=first&seed=1&experiment=x')).toEqual(plain);
  });

  test('I3 a token made up by a client is worth nothing', async () => {
    const note = await linwan.call(routes.notes.publish, { body: { title: '没人看过' } });
    const events = ['x', Buffer.from(note.id).toString('base64url'), 'e'.repeat(500)].map((token) => ({
      kind: 'impression' as const,
      token,
    }));
    expect(await mia.call(routes.feed.events, { body: { events } })).toEqual({ accepted: 0 });
    const stat = await house.db.selectFrom('note_stat').select('impressions').where('note_id', '=', note.id).execute();
    expect(stat).toEqual([{ impressions: 0 }]);
  });

  test('I5 no list of topics to hide is taken from a client', async () => {
    const note = await linwan.call(routes.notes.publish, { body: { title: '藏话题', topics: ['藏'] } });
    const topics = Array.from({ length: 10_000 }, (_, index) => `t${index}`);
    const answered = await mia.send({
      method: 'PUT',
      url: `/api/notes/${note.id}/not-interested`,
      payload: { reason: 'topic', topicIds: topics, topics },
    });
    const rows = await house.db
      .selectFrom('not_interested')
      .select('topic_ids')
      .where('note_id', '=', note.id)
      .execute();
    expect([answered.status, rows.map(({ topic_ids }) => topic_ids.length)]).toEqual([200, [1]]);
  });

  test.each(['xx-YY', '../../x', '<script>', 'zh'.repeat(4_000)])(
    'I6 a language like %.12s falls back',
    async (language) => {
      const feed = { method: 'GET', url: '/api/feed/discover', headers: { 'accept-language': language } };
      expect((await house.stranger().send(feed)).status).toBe(200);
      const rules = await house
        .stranger()
        .call(routes.moderation.rules, { query: { language: language.slice(0, 16) } });
      expect(rules.language).toBe('en');
    },
  );
});
