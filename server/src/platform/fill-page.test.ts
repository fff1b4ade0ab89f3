import { expect, test } from 'vitest';
import { fillPage } from './fill-page.ts';

const numbers = Array.from({ length: 100 }, (_, index) => index);

async function page(size: number, from: number | undefined, isShown: (number: number) => boolean) {
  let reads = 0;
  const filled = await fillPage<number, number>({
    size,
    from,
    read: async (after, limit) => {
      reads += 1;
      const start = after === undefined ? 0 : after + 1;
      return numbers.slice(start, start + limit);
    },
    show: async (candidates) => candidates.filter(isShown),
  });
  return { ...filled, reads };
}

test('a page nobody filters takes one read and ends where the next begins', async () => {
  expect(await page(3, undefined, () => true)).toEqual({ items: [0, 1, 2], next: 2, reads: 1 });
  expect(await page(3, 96, () => true)).toEqual({ items: [97, 98, 99], next: undefined, reads: 1 });
});

test('what rules drop is made up for from further back', async () => {
  expect(await page(3, undefined, (number) => number % 2 === 1)).toEqual({ items: [1, 3, 5], next: 5, reads: 3 });
});

test('rules that drop everything end in a short page that can be gone on from, after a bounded number of reads', async () => {
  expect(await page(10, undefined, () => false)).toEqual({ items: [], next: 39, reads: 4 });
});
