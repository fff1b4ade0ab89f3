import type { Route } from '@teahouse/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../harness.ts';
import { fingerprintOf } from './fingerprint.ts';
import { paramNames, requestOf } from './requests.ts';
import { everyRoute, prepare } from './scenarios.ts';
import { openWorld, type World } from './world.ts';

/** What a route with an id in its path is about: a thing of one's own, or something open to others. */
const owned = new Set([
  'accounts.revokeSession',
  'accounts.removePasskey',
  'media.get',
  'media.delete',
  'notes.edit',
  'notes.delete',
  'notes.correctLanguage',
  'drafts.update',
  'drafts.delete',
  'comments.delete',
  'comments.pin',
  'comments.unpin',
  'boards.update',
  'boards.delete',
  'moderation.appeal',
  'translations.putVersion',
  'translations.deleteVersion',
  'translations.listVersions',
  'translations.lock',
  'translations.readers',
]);
const shared = new Set([
  'notes.get',
  'notes.getThread',
  'notes.history',
  'comments.getThread',
  'comments.list',
  'comments.listReplies',
  'comments.post',
  'comments.like',
  'comments.unlike',
  'notes.like',
  'notes.unlike',
  'notes.collect',
  'notes.uncollect',
  'notes.share',
  'notes.notInterested',
  'notes.undoNotInterested',
  'boards.listNotes',
  'feed.view',
  'feedControls.setTopic',
  'trafficOperations.dismissSignal',
  'trafficOperations.stopPromotion',
  'glosses.get',
  'glosses.change',
  'glosses.vote',
  'glosses.remark',
  'glosses.decide',
  'moderation.decideAppeal',
  'topics.decideLink',
  'translationReview.get',
  'translationReview.decide',
  // The author's, and moderators'.
  'exposure.note',
  'translations.decideSuggestion',
]);

const withId = everyRoute.filter(([, route]) => paramNames(route).some((name) => name.endsWith('Id')));

let world: World;
let outsider: Person;

beforeAll(async () => {
  world = await openWorld();
  outsider = (await world.newcomer()).person;
});
afterAll(() => world[Symbol.asyncDispose]());

test('every route with an id in its path is known to be about one’s own or about shared things', () => {
  const sorted = [...owned, ...shared].sort();
  expect(withId.map(([id]) => id).sort()).toEqual(sorted);
});

test.each(withId.filter(([id]) => owned.has(id)))(
  '%s: another member finds nothing, and nothing changes',
  async (_id, route) => {
    const scenario = await prepare(route, world);
    const before = await fingerprintOf(world.house.db);
    const { status, body } = await outsider.send(requestOf(route, scenario));
    expect([status, (body as { code?: string }).code]).toEqual([404, 'not-found']);
    expect(await fingerprintOf(world.house.db)).toEqual(before);
  },
);

test.each(withId.filter(([id]) => owned.has(id)))('%s: nor does a moderator by this way', async (_id, route) => {
  const scenario = await prepare(route, world);
  const { status } = await world.hana.send(requestOf(route, scenario));
  expect(status).toBe(404);
});

const unknownId = '01900000-0000-7000-8000-000000000000';

// To take back what was never said is no mistake.
const forgiving = new Set(['notes.undoNotInterested']);

test.each(withId.filter(([id]) => !forgiving.has(id)))(
  '%s: an id nobody has is not found',
  async (_id, route: Route) => {
    const scenario = await prepare(route, world);
    const params = Object.fromEntries(
      Object.entries(scenario.params as Record<string, string>).map(([name, value]) => [
        name,
        name.endsWith('Id') ? unknownId : value,
      ]),
    );
    const { status, body } = await scenario.as.send(requestOf(route, { ...scenario, params: params as never }));
    expect([status, (body as { code?: string }).code]).toEqual([404, 'not-found']);
  },
);

test('I4 what is liked, drafted, collected or reported is answered for oneself, whoever is asked for', async () => {
  const asked = { memberId: world.linwan.memberId, handle: world.linwan.handle, userId: world.linwan.memberId };
  await world.linwan.send({ method: 'POST', url: '/api/me/drafts', payload: { title: '不给别人看' } });
  for (const path of [
    '/api/me/drafts',
    '/api/me/likes',
    '/api/me/exposure',
    '/api/me/feed',
    '/api/me/not-interested',
    '/api/me/boards',
    '/api/me/statements',
    '/api/notifications',
  ]) {
    const answered = await outsider.send({ method: 'GET', url: `${path}?${new URLSearchParams(asked)}` });
    expect(answered.status).toBe(200);
    expect(JSON.stringify(answered.body)).not.toContain('不给别人看');
    expect(JSON.stringify(answered.body)).not.toContain(world.linwan.memberId);
  }
});
