import { routes, textAddressOf } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse } from '../../../test/harness.ts';
import { scriptedEngine } from '../../../test/pipeline-house.ts';
import { recordEvaluation } from './record-evaluation.ts';

const { accuracy } = routes.translations;

test('a house nobody has measured says so', async () => {
  await using house = await openTeahouse({}, { engines: [] });
  const read = await house.stranger().call(accuracy);
  expect(read).toMatchObject({ evaluations: [], members: [], injectionsSeen: 0 });
});

test('the latest evaluation of a set is shown, with the weights it was made with', async () => {
  await using house = await openTeahouse({}, { engines: [] });
  const measured = { engine: 'Bergamot', pair: 'zh-en', set: 'flores', weights: 'replayed' } as const;
  await recordEvaluation(house.teahouse.deps, { ...measured, figures: { chrf: 40, slangSuccess: Number.NaN } });
  await recordEvaluation(house.teahouse.deps, { ...measured, figures: { chrf: 58.2, spansExact: 1 } });
  const { evaluations } = await house.stranger().call(accuracy);
  expect(evaluations).toEqual([{ ...measured, chrf: 58.2, spansExact: 1, at: '2025-01-14T04:00:00.000Z' }]);
});

test('what members say is summed up by engine and pair for thirty days, read anew once a minute', async () => {
  const engine = scriptedEngine({ name: 'Seed-X' });
  await using house = await openTeahouse({}, { engines: [engine] });
  const [linwan, mia] = [await house.as('linwan'), await house.as('mia')];
  const note = await linwan.call(routes.notes.publish, { body: { title: '一碗热汤', text: '', topics: [] } });
  const of = textAddressOf('note.title', note.id);
  const stranger = house.stranger();
  expect((await stranger.call(accuracy)).members).toEqual([]);
  await mia.call(routes.translations.request, { body: { to: 'en', texts: [of], waitMilliseconds: 3000 } });
  await mia.call(routes.translations.rate, { body: { of, to: 'en', verdict: 'good' } });
  await mia.call(routes.translations.report, { body: { of, to: 'en' } });
  await house.teahouse.features.translation.settle();
  expect((await stranger.call(accuracy)).members).toEqual([]);

  house.advance('61s');
  const counted = { engine: 'Seed-X', pair: 'zh-en', made: 1, good: 1, wrong: 0, held: 0, reported: 1 };
  expect((await stranger.call(accuracy)).members).toEqual([counted]);
  house.advance('31d');
  expect((await stranger.call(accuracy)).members).toEqual([]);
});
