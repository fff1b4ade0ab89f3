import { routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse } from '../../../test/harness.ts';
import { languageDistance } from './language-distance.ts';

describe('the distance between what is opened and what is shown', () => {
  const use = (opened: number, shown: number) => ({ opened, shown });
  test.each([
    ['the same shares', [use(30, 300), use(10, 100)], 0],
    ['nothing in common', [use(40, 0), use(0, 400)], 1],
    ['half of it', [use(40, 200), use(0, 200)], 0.558],
    ['too few opens to say', [use(5, 200)], undefined],
    ['nothing shown', [use(50, 0)], undefined],
  ])('%s', (_name, uses, distance) => {
    if (distance === undefined) expect(languageDistance(uses)).toBeUndefined();
    else expect(languageDistance(uses)).toBeCloseTo(distance, 3);
  });
});

test('sameness is the largest part of a viewer’s first slots in discovery that one topic or language held', async () => {
  await using house = await openTeahouse();
  const [linwan, mia, jake] = [await house.as('linwan'), await house.as('mia'), await house.as('jake')];
  for (let index = 0; index < 8; index += 1) {
    const topics = index < 4 ? ['猫税'] : [`第${index}天`];
    await linwan.call(routes.notes.publish, { body: { title: `今日份猫 ${index}`, topics } });
    await house.drain();
  }
  for (let index = 0; index < 4; index += 1)
    await mia.call(routes.notes.publish, { body: { title: `Good morning from Ohio ${index}` } });
  await house.drain();
  const { items } = await jake.call(routes.feed.discover);
  const events = items.map(({ token = '' }) => ({ kind: 'impression' as const, token }));
  await jake.call(routes.feed.events, { body: { events } });
  expect((await house.stranger().call(routes.exposure.house)).sameness).toEqual([
    { of: 'language', p50: 8 / 12, p95: 8 / 12 },
    { of: 'newcomer', p50: 4 / 12, p95: 4 / 12 },
    { of: 'topic', p50: 4 / 12, p95: 4 / 12 },
  ]);
});
