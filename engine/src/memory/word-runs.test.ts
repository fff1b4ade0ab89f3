import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRuns, writeRuns } from './word-runs.ts';

describe('writeRuns', () => {
  it.each([
    ['nothing', [], []],
    ['zeros', [0, 0, 0, 0], [4, 0]],
    ['numbers', [7, 8], [0, 2, 7, 8]],
    ['a small gap', [7, 0, 0, 8], [0, 4, 7, 0, 0, 8]],
    ['a large gap', [7, 0, 0, 0, 8], [0, 1, 7, 3, 1, 8]],
  ])('writes %s', (_, words, runs) => {
    expect(written(Uint32Array.from(words))).toEqual(Uint32Array.from(runs));
  });

  it('gives back the words it took', () => {
    const word = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(0xffffffff) });
    fc.assert(
      fc.property(fc.array(word), (list) => {
        const words = Uint32Array.from(list);
        const runs = written(words);
        const read = new Uint32Array(words.length);
        expect(readRuns(runs, 0, words.length, read)).toBe(runs.length);
        expect(read).toEqual(words);
      }),
    );
  });
});

describe('readRuns', () => {
  it.each([
    ['runs that end early', [0, 1, 7], 4],
    ['a run that ends after its words', [0, 3, 7], 3],
    ['more than was asked for', [0, 2, 7, 8], 1],
    ['a run of nothing', [0, 0], 1],
  ])('refuses %s', (_, runs, length) => {
    expect(readRuns(Uint32Array.from(runs), 0, length)).toBe(-1);
  });
});

function written(words: Uint32Array): Uint32Array {
  const runs = new Uint32Array(writeRuns(words, undefined, 0));
  writeRuns(words, runs, 0);
  return runs;
}
