import { expect, test } from 'vitest';
import { fillPage } from './fill-page.ts';

const numbersTo = (last: number) => async (after: number | undefined, limit: number) =>
  Array.from({ length: limit }, (_, index) => (after ?? 0) + index + 1).filter((number) => number <= last);
const showing = (rule: (number: number) => boolean) => async (numbers: number[]) =>
  numbers.filter(rule).map((number) => `#${number}`);

test('a full page ends at the last candidate used', async () => {
  const page = await fillPage({ size: 2, from: undefined, read: numbersTo(9), show: showing(() => true) });
  expect(page).toEqual({ items: ['#1', '#2'], next: 2 });
});

test('the last page has no next', async () => {
  const page = await fillPage({ size: 2, from: 7, read: numbersTo(9), show: showing(() => true) });
  expect(page).toEqual({ items: ['#8', '#9'], next: undefined });
});

test('reads on where rules emptied the page', async () => {
  const page = await fillPage({ size: 2, from: undefined, read: numbersTo(9), show: showing((number) => number > 5) });
  expect(page).toEqual({ items: ['#6', '#7'], next: 7 });
});

test('stops after a bounded number of reads, with a place to go on', async () => {
  const page = await fillPage({ size: 1, from: undefined, read: numbersTo(99), show: showing(() => false) });
  expect(page).toEqual({ items: [], next: 4 });
});
