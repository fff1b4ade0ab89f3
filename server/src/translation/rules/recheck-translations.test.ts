import { type NoteId, routes, textAddressOf } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../../test/harness.ts';
import { scriptedEngine } from '../../../test/pipeline-house.ts';
import type { OutputRules } from '../store/keep-translation.ts';
import { recheckTranslations } from './recheck-translations.ts';

const shown = 'A bowl of soup';

function rulesAgainst(version: string, ...terms: string[]): OutputRules {
  return { version, check: (text) => terms.filter((term) => text.includes(term)) };
}

async function openKitchen() {
  const engine = scriptedEngine({
    name: 'Seed',
    answer: ({ segments }) => segments.map(({ id }) => ({ id, text: shown })),
  });
  const house = await openTeahouse({}, { engines: [engine] });
  const linwan = await house.as('linwan');
  const { id } = await linwan.call(routes.notes.publish, { body: { title: '一碗热汤', text: '', topics: [] } });
  await read(house, id);
  return { house, id };
}

async function read(house: TestHouse, id: NoteId) {
  const mia = await house.as('mia');
  const texts = [textAddressOf('note.title', id)];
  const { items } = await mia.call(routes.translations.request, { body: { to: 'en', texts, waitMilliseconds: 3000 } });
  return items[0]?.state;
}

function recheck({ teahouse }: TestHouse, rules: OutputRules) {
  return recheckTranslations(teahouse.deps, { ...teahouse.features.translation.parts, rules });
}

const openReviews = async (house: TestHouse) =>
  (await (await house.as('zhou')).call(routes.translationReview.list)).items;

test('new rules hold what they stop, and later ones let go what only those stopped', async () => {
  const { house, id } = await openKitchen();
  await using _house = house;
  await recheck(house, rulesAgainst('2', 'soup'));
  expect(await read(house, id)).toBe('held');
  expect(await openReviews(house)).toMatchObject([
    {
      reason: 'rules',
      matchedTerms: ['soup'],
      source: '一碗热汤',
      output: shown,
      engine: 'Seed',
      author: { handle: 'linwan' },
    },
  ]);

  await recheck(house, rulesAgainst('2', 'soup'));
  expect(await openReviews(house)).toHaveLength(1);

  await recheck(house, rulesAgainst('3', 'tea'));
  expect(await read(house, id)).toBe('ok');
  expect(await openReviews(house)).toEqual([]);
  const row = await house.db.selectFrom('translation').select(['rules_version', 'matched_terms']).execute();
  expect(row).toEqual([{ rules_version: '3', matched_terms: [] }]);
});

test('a source that says the same is no mistranslation', async () => {
  const { house, id } = await openKitchen();
  await using _house = house;
  await recheck(house, { version: '2', check: () => ['soup'] });
  expect(await read(house, id)).toBe('ok');
  expect(await openReviews(house)).toEqual([]);
});

test('what members reported stays held, whatever the rules say', async () => {
  const { house, id } = await openKitchen();
  await using _house = house;
  const zhou = await house.as('zhou');
  await zhou.call(routes.translations.report, { body: { of: textAddressOf('note.title', id), to: 'en' } });
  await recheck(house, rulesAgainst('2'));
  expect(await read(house, id)).toBe('held');
  expect(await openReviews(house)).toHaveLength(1);
});

test('what a person decided stays decided', async () => {
  const { house, id } = await openKitchen();
  await using _house = house;
  const zhou = await house.as('zhou');
  await recheck(house, rulesAgainst('2', 'soup'));
  const [review] = await openReviews(house);
  await zhou.call(routes.translationReview.decide, {
    params: { reviewId: review?.id as never },
    body: { decision: 'release' },
  });
  await recheck(house, rulesAgainst('3', 'soup'));
  expect(await read(house, id)).toBe('ok');
  expect(await openReviews(house)).toEqual([]);
});
