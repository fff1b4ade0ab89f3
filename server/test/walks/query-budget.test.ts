import { type Route, routes, textAddressOf } from '@teahouse/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { allowPaid, seedSignal } from './exposure-scenarios.ts';
import { requestOf } from './requests.ts';
import { everyRoute, prepare } from './scenarios.ts';
import { openWorld, type World } from './world.ts';

/** Enough of everything that a page of twenty is full. */
const plenty = 24;
let world: World;

beforeAll(async () => {
  world = await openWorld();
  await fill(world);
});
afterAll(() => world[Symbol.asyncDispose]());

async function fill(world: World): Promise<void> {
  const { house, linwan, mia, jake, zhou, wei, note, comment } = world;
  await allowPaid(world);
  const { db, teahouse } = house;
  const params = { noteId: note.id };
  const board = (await jake.call(routes.boards.listMine)).items[0];
  for (let index = 0; index < plenty; index += 1) {
    const { id } = await linwan.call(routes.notes.publish, {
      body: { title: `猫税第${index}张`, text: `第${index}回 @jake`, topics: ['猫税', `CatTax ${index}`] },
    });
    const sameTopic = { params: { name: '猫税' }, body: { other: `CatTax ${index}` } };
    await mia.call(routes.topics.proposeLink, sameTopic);
    await jake.call(routes.reactions.like, { params: { noteId: id } });
    await jake.call(routes.reactions.collect, { params: { noteId: id }, body: board ? { boardId: board.id } : {} });
    await mia.call(routes.reactions.notInterested, { params: { noteId: id }, body: { reason: 'note' } });
    await wei.call(routes.trafficOperations.promote, {
      body: { noteId: id, payer: 'Tea farm', impressions: 100, days: 1 },
    });
    await seedSignal(world, id);
    await mia.call(routes.comments.post, { params, body: { text: `cat ${index}` } });
    await jake.call(routes.comments.post, { params, body: { text: `loaf ${index}`, parentId: comment.id } });
    await mia.call(routes.translations.suggest, {
      body: { of: textAddressOf('note.title', id), to: 'en', text: `Cat tax, number ${index}` },
    });
    await mia.call(routes.glosses.ask, { body: { words: `猫税第${index}`, of: textAddressOf('note.title', id) } });
    const removable = await linwan.call(routes.notes.publish, { body: { title: `撤下${index}` } });
    await mia.call(routes.moderation.report, { body: { subject: { kind: 'note', id }, reason: 'other' } });
    const statement = await zhou.call(routes.moderation.decide, {
      body: { subject: { kind: 'note', id: removable.id }, action: 'remove', rule: 8, explanation: 'No.' },
    });
    await linwan.call(routes.moderation.appeal, { params: { decisionId: statement.id }, body: { text: '请' } });
    const admirer = teahouse.deps.ids.next();
    const now = new Date(teahouse.deps.clock.now());
    const about = { home_id: id, address: `note.title:${id}`, language: 'en', engine: 'Seed' };
    const review = {
      from_language: 'zh',
      author_id: linwan.memberId,
      reason: 'rules',
      source: '猫',
      output: 'Cat',
    } as const;
    await db
      .insertInto('translation_review')
      .values({ ...about, ...review, id: teahouse.deps.ids.next(), created_at: now })
      .execute();
    const attempt = { excerpt: 'Stop translating', outcome: 'translated', at: now } as const;
    await db
      .insertInto('translation_injection')
      .values({ ...about, ...attempt, id: teahouse.deps.ids.next() })
      .execute();
    await db
      .insertInto('member')
      .values({ id: admirer, handle: `fan${index}`, name: `Fan ${index}`, joined_at: now, updated_at: now })
      .execute();
    await db
      .insertInto('follow')
      .values([
        { member_id: admirer, followee_id: linwan.memberId, at: now },
        { member_id: linwan.memberId, followee_id: admirer, at: now },
      ])
      .execute();
  }
  teahouse.features.readers.relations.invalidate(linwan.memberId);
  await house.drain();
}

/** Where a scenario makes a thing of its own, the walk takes one that `fill` has filled. */
async function fullOnes(route: Route): Promise<object> {
  if (route.id !== 'boards.listNotes') return {};
  const { items } = await world.jake.call(routes.boards.listMine);
  return { params: { boardId: items.find(({ isDefault }) => isDefault)?.id } };
}

const paged = everyRoute.filter(([, route]) => 'limit' in ((route.query as z.ZodObject | undefined)?.shape ?? {}));

function itemsIn(body: unknown): number {
  return (body as { items: unknown[] }).items.length;
}

describe('a longer page asks the database no more often', () => {
  test.each(paged)('%s', async (_id, route) => {
    const scenario = { ...(await prepare(route, world)), ...(await fullOnes(route)) };
    const ask = async (limit: number) => {
      let items = 0;
      const query = { ...(scenario.query as object), limit } as never;
      const queries = await world.house.countQueries(async () => {
        const { body } = await scenario.as.send(requestOf(route, { ...scenario, query }));
        items = itemsIn(body);
      });
      return { items, queries };
    };
    await ask(50);
    const [short, long] = [await ask(5), await ask(20)];
    expect([route.id, short.items]).toEqual([route.id, 5]);
    // One reads on: a page that rules emptied is refilled in rounds.
    expect([route.id, long.items > 5]).toEqual([route.id, true]);
    expect(long.queries).toBeLessThanOrEqual(short.queries + 1);
    expect(long.queries).toBeLessThanOrEqual(10);
  });
});

/** Statements of one cold request, session look-up included: a number that grows is a decision, not an accident. */
const budgets: Record<string, number> = {
  'feed.discover': 8,
  'feed.newest': 8,
  'feed.following': 8,
  'notes.get': 8,
  'notes.getThread': 8,
  // One refill: among its newest notes are removed ones.
  'topics.listNotes': 12,
  'members.listNotes': 8,
  'search.notes': 8,
  'notes.like': 5,
  'feedControls.get': 8,
  'feed.events': 2,
  'feed.why': 6,
  'exposure.note': 6,
  'exposure.mine': 3,
  'exposure.house': 10,
};

test.each(Object.entries(budgets))('%s costs at most %i statements when nothing is remembered', async (id, most) => {
  const [, route] = everyRoute.find(([candidate]) => candidate === id) as [string, Route];
  const scenario = await prepare(route, world);
  const { notes, members, relations } = world.house.teahouse.features.readers;
  const rows = await world.house.db.selectFrom('note').select(['id', 'author_id']).execute();
  for (const row of rows) {
    notes.invalidate(row.id);
    notes.invalidateStats(row.id);
    members.invalidate(row.author_id);
  }
  relations.invalidate(scenario.as.memberId);
  world.house.teahouse.features.accounts.forgetSessions(scenario.as.memberId);
  const queries = await world.house.countQueries(() => scenario.as.send(requestOf(route, scenario)));
  expect(queries).toBeLessThanOrEqual(most);
  expect(queries).toBeGreaterThan(0);
});
