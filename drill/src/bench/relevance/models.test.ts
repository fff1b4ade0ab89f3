import { historiesOf, rerankBySpectrum, seededRandom } from '@teahouse/engine';
import { describe, expect, it } from 'vitest';
import { bpr } from './baselines/bpr.ts';
import { rerankByDpp, rerankByMmr } from './baselines/diversity.ts';
import { ials } from './baselines/ials.ts';
import { itemNeighbours, popularity } from './baselines/neighbours.ts';
import { type Model, topItems } from './measures.ts';
import { blended, ease, nextStep, transitions } from './our-models.ts';
import { run as replay } from './replay.ts';

// Two tastes: items 0–5 are walked through in turn by even members, 6–11 by odd ones; the last of each walk is left out.
const items = 12;
const walks = Array.from({ length: 60 }, (_, member) =>
  Uint32Array.from({ length: 4 }, (_, step) => 6 * (member % 2) + ((member + step) % 6)),
);
const histories = historiesOf(walks);
const random = () => seededRandom('models');

describe('models of the relevance benchmark', () => {
  const models: Model[] = [
    itemNeighbours(histories, items),
    ials(histories, items, { factors: 4, sweeps: 10, unseenWeight: 0.1, ridge: 0.003 }, random()),
    bpr(histories, items, { factors: 4, epochs: 200, rate: 0.05, ridge: 0.01 }, random()),
    ease(histories, items, 5),
    nextStep(histories, items),
    transitions(histories, items, 8),
    blended(
      [
        [transitions(histories, items, 8), 1],
        [ease(histories, items, 5), 0.5],
      ],
      items,
    ),
  ];

  it.each(models)('$name keeps to the taste of a member', (model) => {
    const right = walks.filter((walk, member) => Math.floor(best(model, member, walk) / 6) === member % 2);
    expect(right.length).toBe(walks.length);
  });

  it.each(models.slice(4, 6))('$name knows what comes next', (model) => {
    const right = walks.filter((walk, member) => best(model, member, walk) % 6 === (member + 4) % 6);
    expect(right.length).toBe(walks.length);
  });

  it('popularity says the same to all', () => {
    const model = popularity(historiesOf([[2, 1], [2], [2, 1, 0]]), 3);
    expect(best(model, 0, Uint32Array.of())).toBe(2);
  });
});

describe('re-rankings', () => {
  const input = {
    scores: Float32Array.of(1, 0.95, 0.9, 0.2),
    vectors: Float32Array.of(1, 0, 1, 0, 0, 1, 0, 1),
    dimensions: 2,
    size: 3,
  };

  it.each([
    ['MMR', (weight: number) => rerankByMmr(input, weight)],
    ['DPP', (weight: number) => rerankByDpp(input, weight)],
    ['SSD', (weight: number) => [...rerankBySpectrum({ ...input, weight, window: 10 })]],
  ])('%s takes another kind second, and the best order where variety weighs nothing', (_, rerank) => {
    expect(rerank(0.3).slice(0, 2)).toEqual([0, 2]);
    expect(rerank(1e-6)).toEqual([0, 1, 2]);
  });
});

describe('replay', () => {
  it('finds the true value of another policy, which the mean of the log does not', () => {
    const { rows, targets } = replay();
    expect(rows[0]?.figures.coveragePercent).toBe(0);
    expect(targets.map(({ met }) => met)).toEqual([true, true, true]);
  });
});

function best(model: Model, member: number, history: Uint32Array): number {
  const scores = new Float32Array(items);
  model.score(member, history, scores);
  const mask = new Uint8Array(items);
  for (const item of history) mask[item] = 1;
  return topItems(scores, mask, 1)[0] ?? -1;
}
