import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rerankBySpectrum, SlidingSpectrum } from './sliding-spectrum.ts';

const dimensions = 6;
const vector = fc.array(fc.integer({ min: -127, max: 127 }), { minLength: dimensions, maxLength: dimensions });

/** Squared volume spanned by vectors: the determinant of their Gram matrix, by expansion along the first row. */
function squaredVolume(vectors: readonly number[][]): number {
  const gram = vectors.map((one) =>
    vectors.map((other) => one.reduce((sum, x, index) => sum + x * (other[index] ?? 0), 0)),
  );
  return determinant(gram);
}

function determinant(matrix: readonly number[][]): number {
  const [first, ...rest] = matrix;
  if (!first) return 1;
  const minor = (column: number) => rest.map((row) => row.filter((_, index) => index !== column));
  return first.reduce((sum, value, column) => sum + (column % 2 ? -1 : 1) * value * determinant(minor(column)), 0);
}

function spectrumOver(vectors: readonly number[][], window: number): SlidingSpectrum {
  const spectrum = new SlidingSpectrum({ capacity: vectors.length, window, dimensions });
  for (const [item, values] of vectors.entries()) spectrum.load(item, Int8Array.from(values), 0);
  return spectrum;
}

describe('distance', () => {
  test('is the growth of the volume of the last notes of the window', () => {
    fc.assert(
      fc.property(
        fc.array(vector, { minLength: 2, maxLength: 9 }),
        fc.integer({ min: 1, max: 4 }),
        (vectors, window) => {
          const spectrum = spectrumOver(vectors, window);
          const candidate = vectors.at(-1) as number[];
          for (const [item] of vectors.slice(0, -1).entries()) {
            spectrum.enter(item);
            const held = vectors.slice(Math.max(0, item + 1 - window), item + 1);
            const volume = squaredVolume(held);
            // Nearly dependent vectors: the determinant itself is only rounding.
            fc.pre(volume > 1e-6 * held.reduce((product, one) => product * squaredVolume([one]), 1));
            const growth = squaredVolume([...held, candidate]) / volume / Math.max(1, squaredVolume([candidate]));
            expect(spectrum.distance(vectors.length - 1)).toBeCloseTo(Math.sqrt(Math.max(0, growth)), 5);
          }
        },
      ),
    );
  });

  test.each([
    { name: 'an empty window', shown: [], candidate: [3, 4, 0, 0, 0, 0], expected: 1 },
    { name: 'the same direction', shown: [[1, 2, 3, 0, 0, 0]], candidate: [2, 4, 6, 0, 0, 0], expected: 0 },
    { name: 'a right angle', shown: [[1, 0, 0, 0, 0, 0]], candidate: [0, 9, 0, 0, 0, 0], expected: 1 },
    { name: 'half a right angle', shown: [[5, 0, 0, 0, 0, 0]], candidate: [7, 7, 0, 0, 0, 0], expected: Math.SQRT1_2 },
    { name: 'no vector', shown: [[5, 0, 0, 0, 0, 0]], candidate: [0, 0, 0, 0, 0, 0], expected: 0 },
    { name: 'no vector shown', shown: [[0, 0, 0, 0, 0, 0]], candidate: [1, 1, 0, 0, 0, 0], expected: 1 },
    {
      name: 'one note twice',
      shown: [
        [1, 1, 0, 0, 0, 0],
        [1, 1, 0, 0, 0, 0],
      ],
      candidate: [0, 0, 1, 0, 0, 0],
      expected: 1,
    },
  ])('$name', ({ shown, candidate, expected }) => {
    const spectrum = spectrumOver([...shown, candidate], 10);
    for (const item of shown.keys()) spectrum.enter(item);
    expect(spectrum.distance(shown.length)).toBeCloseTo(expected, 6);
  });

  test('what left the window is forgotten', () => {
    const spectrum = spectrumOver(
      [
        [9, 0, 0, 0, 0, 0],
        [0, 9, 0, 0, 0, 0],
        [0, 0, 9, 0, 0, 0],
        [9, 9, 0, 0, 0, 0],
      ],
      2,
    );
    spectrum.enter(0);
    spectrum.enter(1);
    expect(spectrum.distance(3)).toBeCloseTo(0, 6);
    spectrum.enter(2);
    expect(spectrum.distance(3)).toBeCloseTo(Math.SQRT1_2, 6);
  });

  test('a replay of the last notes gives the state of the whole walk', () => {
    fc.assert(
      fc.property(
        fc.array(vector, { minLength: 12, maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        (vectors, window) => {
          const shown = vectors.length - 1;
          const [whole, replayed] = [spectrumOver(vectors, window), spectrumOver(vectors, window)];
          for (let item = 0; item < shown; item += 1) whole.enter(item);
          for (let item = shown - window; item < shown; item += 1) replayed.enter(item);
          expect(whole.distance(shown)).toBe(replayed.distance(shown));
        },
      ),
    );
  });

  test('random and hostile vectors keep it between 0 and 1', () => {
    const hostile = fc.array(fc.oneof(fc.constant(0), fc.float({ noNaN: true, min: -1e6, max: 1e6 })), {
      minLength: dimensions,
      maxLength: dimensions,
    });
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 20 }), (vectors) => {
        const spectrum = new SlidingSpectrum({ capacity: vectors.length, window: 4, dimensions });
        for (const [item, values] of vectors.entries()) spectrum.load(item, Float32Array.from(values), 0);
        for (const item of vectors.keys()) {
          expect(spectrum.distance(item)).toBeGreaterThanOrEqual(0);
          expect(spectrum.distance(item)).toBeLessThanOrEqual(1);
          spectrum.enter(item);
        }
      }),
    );
  });
});

describe('rerankBySpectrum', () => {
  const population = fc.array(fc.tuple(vector, fc.float({ noNaN: true, min: -100, max: 100 })), {
    minLength: 1,
    maxLength: 30,
  });
  const rerank = (items: readonly (readonly [readonly number[], number])[], weight: number) => [
    ...rerankBySpectrum({
      scores: Float32Array.from(items, ([, score]) => score),
      vectors: Int8Array.from(items.flatMap(([values]) => values)),
      dimensions,
      weight,
      window: 10,
      size: 12,
    }),
  ];

  test('without weight it is the order of the scores', () => {
    fc.assert(
      fc.property(population, (items) => {
        const order = [...items.keys()].sort((a, b) => (items[b]?.[1] ?? 0) - (items[a]?.[1] ?? 0) || a - b);
        expect(rerank(items, 0)).toEqual(order.slice(0, 12));
      }),
    );
  });

  test('places everyone at most once, whatever the weight', () => {
    fc.assert(
      fc.property(population, fc.double({ min: 0, max: 5, noNaN: true }), (items, weight) => {
        const places = rerank(items, weight);
        expect(places).toHaveLength(Math.min(12, items.length));
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });

  test('an equal of a shown note waits for something new', () => {
    const cat = [100, 0, 0, 0, 0, 0];
    const tea = [0, 100, 0, 0, 0, 0];
    const given = [
      [cat, 1],
      [cat, 0.95],
      [tea, 0.9],
      [tea, 0],
    ] as const;
    expect(rerank(given, 0)).toEqual([0, 1, 2, 3]);
    expect(rerank(given, 0.2)).toEqual([0, 2, 1, 3]);
  });
});
