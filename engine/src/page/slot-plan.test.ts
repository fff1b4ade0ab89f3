import { describe, expect, test } from 'vitest';
import { planSlots } from './slot-plan.ts';

function places(size: number, count: number, turn: number, plan = new Uint8Array(size)): number[] {
  planSlots(plan, size, { count, turn, mark: 7 });
  return [...plan.entries()].flatMap(([place, mark]) => (mark === 7 ? [place] : []));
}

describe('planSlots', () => {
  test.each([
    { size: 20, count: 0, turn: 3, expected: [] },
    { size: 20, count: 4, turn: 0, expected: [0, 5, 10, 15] },
    { size: 20, count: 4, turn: 9, expected: [4, 9, 14, 19] },
    { size: 20, count: 1, turn: 19, expected: [19] },
    { size: 10, count: 3, turn: 2, expected: [2, 5, 8] },
    { size: 3, count: 5, turn: 1, expected: [0, 1, 2] },
    { size: 0, count: 2, turn: 1, expected: [] },
  ])('$count of $size, turn $turn', ({ size, count, turn, expected }) => {
    expect(places(size, count, turn)).toEqual(expected);
  });

  test.each([1, 2, 3, 4])('%s slots come into both columns over the turns', (count) => {
    const turns = Array.from({ length: 20 }, (_, turn) => places(20, count, turn)).flat();
    const left = turns.filter((place) => place % 2 === 0).length;
    expect(left / turns.length).toBeGreaterThan(0.35);
    expect(left / turns.length).toBeLessThan(0.65);
  });

  test('a taken place moves on', () => {
    expect(places(5, 1, 0, Uint8Array.from([1, 1, 0, 0, 0]))).toEqual([2]);
    expect(places(2, 1, 0, Uint8Array.from([1, 1]))).toEqual([]);
  });
});
