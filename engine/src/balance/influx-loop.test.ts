import { beforeAll, describe, expect, test } from 'vitest';
import { defaultPolicy } from '../traffic/policy.ts';
import { armed, hour } from './balance-world.fixture.ts';
import { type InfluxResult, liveThroughInflux } from './influx-loop.fixture.ts';

// Loose bounds around what a toy town can show; the drill (`npm run drill`) measures the targets.
const CALM = 3;

describe.each([1, 2])('an influx of newcomers, seed %d', (seed) => {
  let idle: InfluxResult;
  let steered: InfluxResult;

  beforeAll(() => {
    idle = liveThroughInflux(CALM, defaultPolicy, seed);
    steered = liveThroughInflux(CALM, armed, seed);
  });

  test('every promise is kept within its day, half of them within four hours', () => {
    for (const { transitions, publishedAt } of [idle, steered]) {
      expect(transitions.filter(({ why }) => why === 'missed')).toEqual([]);
      const reached = transitions.filter(({ why }) => why === 'reached');
      const hours = reached.map(({ row, at }) => (at - publishedAt(row)) / hour).sort((one, other) => one - other);
      expect(reached.length).toBeGreaterThan(500);
      expect(hours[Math.floor(hours.length / 2)]).toBeLessThan(4);
      for (const { impressions, quota } of reached) expect(impressions).toBe(quota);
    }
  });

  test('left alone, natives lose; steered, they keep at least 85 % of what their notes had', () => {
    const kept = ({ nativePerNote }: InfluxResult) =>
      (nativePerNote[CALM + 2] as number) / (nativePerNote[CALM - 1] as number);
    expect(kept(idle)).toBeLessThan(0.75);
    expect(kept(steered)).toBeGreaterThanOrEqual(0.85);
  });

  test('steered, newcomers stay below 1.25 × what natives prefer', () => {
    expect(idle.newcomerShare[CALM + 2]).toBeGreaterThan(1.25 * 0.3);
    expect(steered.newcomerShare[CALM + 2]).toBeLessThan(1.25 * 0.3);
  });

  test('idle controllers take no part', () => {
    expect(idle.tookPart).toEqual({ boost: 1, ceiling: Number.POSITIVE_INFINITY });
    expect(steered.tookPart.boost).toBeGreaterThan(1);
  });
});
