import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultPolicy } from '../traffic/policy.ts';
import { armed } from './balance-world.fixture.ts';
import { control, outputsOf } from './controllers.ts';

const STEP = 300;

function controlFor(steps: number, measured: readonly [number, number, number], numbers = new Float64Array(32)) {
  for (let step = 0; step < steps; step += 1) control(numbers, armed, measured, STEP);
  return numbers;
}

test('at the setpoints nothing is asked for but the ceiling itself', () => {
  expect(outputsOf(controlFor(100, [1, 1, 1]), armed)).toEqual({
    nativeBoost: 1,
    newcomerUrgency: 1,
    newcomerCeiling: 1.25,
  });
});

test('a lasting error is answered more and more strongly, up to the limit', () => {
  const boosts = [1, 12, 48, 500].map((steps) => outputsOf(controlFor(steps, [0.6, 1, 1]), armed).nativeBoost);
  expect(boosts.toSorted((one, other) => one - other)).toEqual(boosts);
  expect(boosts[0]).toBeGreaterThan(1.5);
  expect(boosts.at(-1)).toBe(4);
});

test('after a week at the limit the first good hour is answered: nothing was wound up', () => {
  const numbers = controlFor(12 * 24 * 7, [0, 0, 9]);
  expect(outputsOf(numbers, armed)).toEqual({ nativeBoost: 4, newcomerUrgency: 3, newcomerCeiling: 0.5 });
  const { nativeBoost, newcomerUrgency, newcomerCeiling } = outputsOf(controlFor(12, [1.6, 1, 0], numbers), armed);
  expect(nativeBoost).toBeLessThan(3.5);
  expect(newcomerUrgency).toBeLessThanOrEqual(3);
  expect(newcomerCeiling).toBeGreaterThan(0.7);
});

test('disarmed, nothing is asked for and nothing remembered', () => {
  const numbers = controlFor(50, [0.2, 0.2, 5]);
  control(numbers, defaultPolicy, [0.2, 0.2, 5], STEP);
  expect(outputsOf(numbers, defaultPolicy)).toEqual({
    nativeBoost: 1,
    newcomerUrgency: 1,
    newcomerCeiling: Number.POSITIVE_INFINITY,
  });
  expect(outputsOf(numbers, armed)).toEqual({ nativeBoost: 1, newcomerUrgency: 1, newcomerCeiling: 1.25 });
});

test('outputs stay within their bounds, whatever is measured for however long', () => {
  const ratio = fc.double({ min: 0, max: 20, noNaN: true });
  const measured = fc.tuple(ratio, ratio, ratio, fc.nat({ max: 1e7 }));
  fc.assert(
    fc.property(fc.array(measured, { maxLength: 40 }), (steps) => {
      const numbers = new Float64Array(32);
      for (const [native, promises, share, seconds] of steps)
        control(numbers, armed, [native, promises, share], seconds);
      const { nativeBoost, newcomerUrgency, newcomerCeiling } = outputsOf(numbers, armed);
      expect(nativeBoost >= 1 && nativeBoost <= 4).toBe(true);
      expect(newcomerUrgency >= 1 && newcomerUrgency <= 3).toBe(true);
      expect(newcomerCeiling >= 0.5 && newcomerCeiling <= 1.25).toBe(true);
    }),
  );
});
