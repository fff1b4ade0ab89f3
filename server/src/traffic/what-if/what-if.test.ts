import { routes } from '@teahouse/contract';
import { defaultPolicy } from '@teahouse/engine';
import { expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../../test/harness.ts';
import { giniOf, sumUpPages } from './compare-pages.ts';

const { version: _, ...asItIs } = defaultPolicy;
const usual = { ...asItIs, ladder: { ...asItIs.ladder, pools: [...asItIs.ladder.pools] } };

test('inequality of counts', () => {
  expect(giniOf([])).toBe(0);
  expect(giniOf([3, 3, 3])).toBeCloseTo(0);
  expect(giniOf([0, 0, 0, 8])).toBeCloseTo(0.75);
});

test('what pages come to', () => {
  const slot = (note: string, code: 'first-audience' | 'topic') =>
    ({ note, traffic: 'free', reasons: [{ code }], pool: 1, propensity: 1, score: 0 }) as const;
  const note = (id: string, language: string, topics: string[]) =>
    [id, { id, language, author_group: 'native', topics }] as const;
  const sums = sumUpPages(
    [{ languages: ['zh'], slots: [slot('a', 'first-audience'), slot('b', 'topic')] }],
    new Map([note('a', 'zh', ['tea']), note('b', 'en', ['tea', 'cats'])]),
    new Map([['a', 0.25]]),
  );
  expect(sums).toEqual({
    impressionsByGroup: { native: 2 },
    impressionsByLanguage: { zh: 1, en: 1 },
    firstAudienceShare: 0.5,
    noteGini: 0,
    worth: 0.25,
    foreignShare: 0.5,
    topicShare: 1,
  });
});

async function openBusyHouse(): Promise<TestHouse> {
  const house = await openTeahouse(
    { traffic: { ranking: 'engine', threads: 0, pageMilliseconds: 5_000 } },
    { traffic: { size: { notes: 200, members: 200, rates: 2 ** 12 } } },
  );
  for (const name of ['linwan', 'mia', 'hana'] as const)
    for (let number = 0; number < 8; number += 1)
      await (await house.as(name)).call(routes.notes.publish, {
        body: {
          title: `${name} ${number}`,
          text: `${number * 7919} ${name.repeat(1 + number)}`,
          topics: [`${name} ${number % 3}`],
        },
      });
  await house.drain();
  await house.teahouse.features.traffic.start();
  await house.teahouse.features.traffic.replica.whenReady();
  return house;
}

/** Everybody reads a page to its end. */
async function readPages(house: TestHouse): Promise<void> {
  for (const name of ['priya', 'jake', 'zhou'] as const) {
    const person = await house.as(name);
    const { items } = await person.call(routes.feed.discover);
    const events = items.map((card) => ({ kind: 'impression' as const, token: card.token ?? '' }));
    await person.call(routes.feed.events, { body: { events } });
    house.advance('2m');
  }
  await house.drain();
}

test('a replay compares policies over the pages of the last day, and leaves what is served alone', async () => {
  await using house = await openBusyHouse();
  const wei = await house.as('wei');
  await readPages(house);
  const { replica } = house.teahouse.features.traffic;
  const bytes = async () => Buffer.from((await replica.open?.threads.writer.ask('snapshot', { position: 0 })) ?? []);
  const before = await bytes();
  const policy = { ...usual, firstPool: { ...usual.firstPool, slots: 0 } };
  const answer = await wei.call(routes.trafficOperations.whatIf, { body: { policy, pages: 20 } });
  expect(answer.pages).toBe(3);
  expect(answer.present.value).toBe(1);
  expect(answer.present.firstAudienceShare).toBeGreaterThan(0);
  expect(answer.proposed.firstAudienceShare).toBe(0);
  expect((await bytes()).equals(before)).toBe(true);
});

test('one replay at a time; before anything is kept there is none', async () => {
  await using house = await openTeahouse();
  const wei = await house.as('wei');
  const body = { policy: usual, pages: 20 };
  expect((await wei.refused(routes.trafficOperations.whatIf, { body })).code).toBe('conflict');
  await using busy = await openBusyHouse();
  const operator = await busy.as('wei');
  const answers = await Promise.allSettled([
    operator.call(routes.trafficOperations.whatIf, { body }),
    operator.call(routes.trafficOperations.whatIf, { body }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
