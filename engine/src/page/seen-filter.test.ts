import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeenFilter } from './seen-filter.ts';

const noteIds = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `note-${from + index}`);

function filterOf(ids: readonly string[]): SeenFilter {
  const filter = new SeenFilter();
  for (const id of ids) filter.add(id);
  return filter;
}

function falsePositives(filter: SeenFilter): number {
  const strangers = noteIds(1_000_000, 1_020_000);
  return strangers.filter((id) => filter.has(id)).length / strangers.length;
}

test('an empty filter has seen nothing', () => {
  expect(falsePositives(new SeenFilter())).toBe(0);
});

test('never forgets one of the last 400 notes', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 900 }), (ids) => {
      const filter = filterOf(ids);
      expect(
        [...new Set(ids)].slice(-400).every((id) => filter.has(id) || ids.lastIndexOf(id) < ids.length - 400),
      ).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('at most two in a hundred unseen notes are taken for seen, however many were seen', () => {
  const rates = [100, 400, 800, 2000, 20_000].map((count) => falsePositives(filterOf(noteIds(0, count))));
  expect(Math.max(...rates)).toBeLessThan(0.02);
});

test('ages: what was seen a thousand notes ago may come back', () => {
  const filter = filterOf(noteIds(0, 2000));
  const remembered = noteIds(0, 1000).filter((id) => filter.has(id)).length;
  expect(remembered).toBeLessThan(40);
  expect(noteIds(1600, 2000).every((id) => filter.has(id))).toBe(true);
});

test('seeing the same note again takes no room', () => {
  const filter = filterOf(noteIds(0, 300));
  for (let again = 0; again < 5000; again += 1) filter.add('note-7');
  expect(noteIds(0, 300).every((id) => filter.has(id))).toBe(true);
});

test('survives storage, and refuses bytes it did not write', () => {
  const filter = filterOf(noteIds(0, 650));
  const bytes = filter.serialise();
  expect(bytes.length).toBe(1027);
  const restored = SeenFilter.restore(bytes);
  expect(restored?.serialise()).toEqual(bytes);
  restored?.add('later');
  expect(restored?.has('later') && restored.has('note-0')).toBe(true);
  expect(filter.serialise()).toEqual(bytes);
  expect(SeenFilter.restore(new Uint8Array(10))).toBeUndefined();
  expect(SeenFilter.restore(bytes.with(0, 9))).toBeUndefined();
});
