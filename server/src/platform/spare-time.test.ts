import { expect, test } from 'vitest';
import { createSpareTime } from './spare-time.ts';

const quiet = { isQuiet: () => true };

test('whoever has much to do and whoever has little take turns', async () => {
  const spare = createSpareTime(quiet);
  const taken: string[] = [];
  const step = (name: string) => taken.push(name);
  await Promise.all([spare.each(['a1', 'a2', 'a3'], step), spare.each(['b1'], step)]);
  expect(taken).toEqual(['a1', 'b1', 'a2', 'a3']);
});

test('results come in order, and nothing to do is done at once', async () => {
  const spare = createSpareTime(quiet);
  expect(await spare.each([1, 2, 3], (one) => one * 2)).toEqual([2, 4, 6]);
  expect(await spare.each([], String)).toEqual([]);
});

test('nothing is done while a page is under way, unless pages never end', async () => {
  let looks = 0;
  const spare = createSpareTime({ isQuiet: () => ++looks > 3 });
  expect(await spare.each(['text'], () => looks)).toEqual([4]);
  const impatient = createSpareTime({ isQuiet: () => false }, { sliceMilliseconds: 1, patienceMilliseconds: 2 });
  expect(await impatient.each(['text'], (text) => text)).toEqual(['text']);
});

test('others have their turn between two slices', async () => {
  const spare = createSpareTime(quiet, { sliceMilliseconds: 0, patienceMilliseconds: 0 });
  let turns = 0;
  const count = () => {
    turns += 1;
    ticking = setImmediate(count);
  };
  let ticking = setImmediate(count);
  const seen = await spare.each([1, 2, 3], () => turns);
  clearImmediate(ticking);
  expect(new Set(seen).size).toBe(3);
});

test('a step that fails is told to whoever asked, and to nobody else', async () => {
  const spare = createSpareTime(quiet);
  const broken = spare.each([1], () => {
    throw new RangeError('too long');
  });
  const fine = spare.each([1], (one) => one);
  await expect(broken).rejects.toThrow(RangeError);
  expect(await fine).toEqual([1]);
});
