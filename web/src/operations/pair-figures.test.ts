import type { ModelView } from '@teahouse/contract';
import { expect, test } from 'vitest';
import type { PairFigures } from '../data/translation-operations.ts';
import { arrangeModels, ratesOf } from './pair-figures.ts';

const figures = {
  ...{ from: 'zh', to: 'en', engine: 'bergamot', failed: 0, characters: 0, meanMilliseconds: 0 },
  ...{ asked: 0, cached: 0, made: 0, held: 0, reported: 0 },
} satisfies PairFigures;

test('shares count what readers got; of nothing there are none', () => {
  expect(ratesOf({ ...figures, asked: 200, cached: 150, made: 50, held: 3, reported: 1 })).toEqual({
    hits: 0.75,
    heldPer10000: 150,
    reportedPer10000: 50,
  });
  expect(ratesOf(figures)).toEqual({ hits: undefined, heldPer10000: undefined, reportedPer10000: undefined });
});

const model = (from: string, to: string, state: ModelView['state']): ModelView => ({
  ...{ from, to, state, version: '1.0', architecture: 'tiny', bytes: 1 },
});
const names: Record<string, string> = { zh: 'Chinese', en: 'English', fr: 'French' };
const nameOf = ({ from, to }: ModelView) => `${names[from]} → ${names[to]}`;

test('models that are here stand apart, those on offer are found by name or tag', () => {
  const models = [model('zh', 'en', 'ready'), model('en', 'fr', 'available'), model('fr', 'en', 'available')];
  const { present, offered } = arrangeModels(models, '', nameOf);
  expect(present).toEqual([models[0]]);
  expect(offered).toHaveLength(2);
  expect(arrangeModels(models, 'french fr-', nameOf).offered).toHaveLength(1);
  expect(arrangeModels(models, 'EN-FR', nameOf).offered).toEqual([models[1]]);
  expect(arrangeModels([model('en', 'zh', 'failed')], 'french', nameOf).present).toHaveLength(1);
});
