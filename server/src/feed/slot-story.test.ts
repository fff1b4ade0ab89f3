import { reasonCodes, trafficKinds } from '@teahouse/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStory, type SlotStory, writeStory } from './slot-story.ts';

const anyStory: fc.Arbitrary<SlotStory> = fc.record({
  traffic: fc.constantFrom(...trafficKinds),
  pool: fc.nat(9),
  propensity: fc.integer({ min: 1, max: 1_000 }).map((steps) => steps / 1_000),
  reasons: fc.array(
    fc.oneof(
      fc.record({ code: fc.constantFrom(...reasonCodes) }),
      fc.record({ code: fc.constantFrom(...reasonCodes), subject: fc.uuid() }),
    ),
    { maxLength: 3 },
  ),
});

test('a story is read as it was written, in letters that need no escape', () => {
  fc.assert(
    fc.property(anyStory, (story) => {
      const written = writeStory(story);
      expect(written).toMatch(/^[\w~-]*$/);
      expect(written.length).toBeLessThan(90);
      expect(readStory(written)).toEqual(story);
    }),
  );
});

test('the least chance is written as one in a thousand, never as none', () => {
  expect(readStory(writeStory({ traffic: 'free', reasons: [], pool: 1, propensity: 0.00001 })).propensity).toBe(0.001);
});
