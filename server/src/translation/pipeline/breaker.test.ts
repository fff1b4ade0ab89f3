import { expect, test } from 'vitest';
import { EngineFailure } from '../engines/port.ts';
import { type Breaker, createBreaker } from './breaker.ts';

const down = new EngineFailure('unavailable', 'down');

function opened() {
  const time = { now: 0 };
  const breaker = createBreaker({ now: () => time.now });
  return { time, breaker };
}

function fail(breaker: Breaker, times = 1, failure = down): void {
  for (let call = 0; call < times; call += 1) breaker.enter()?.fail(failure);
}

test('five failures in a row open it; after a pause one caller looks, and its success closes it', () => {
  const { time, breaker } = opened();
  fail(breaker, 4);
  expect(breaker.state).toBe('closed');
  fail(breaker);
  expect(breaker).toMatchObject({ state: 'open', retryAt: 5_000, shutBy: 'unavailable' });
  expect(breaker.enter()).toBeUndefined();
  time.now = 5_000;
  expect(breaker.state).toBe('half-open');
  const probe = breaker.enter();
  expect(breaker.isShut()).toBe(true);
  expect(breaker.enter()).toBeUndefined();
  probe?.succeed();
  expect(breaker).toMatchObject({ state: 'closed', retryAt: undefined });
});

test('a probe that fails doubles the pause, up to a minute', () => {
  const { time, breaker } = opened();
  fail(breaker, 5);
  const pauses: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    time.now = breaker.retryAt ?? 0;
    fail(breaker);
    pauses.push((breaker.retryAt ?? 0) - time.now);
  }
  expect(pauses).toEqual([10_000, 20_000, 40_000, 60_000, 60_000]);
});

test('half of twenty calls failing opens it, though none in a row', () => {
  const { breaker } = opened();
  for (let pair = 0; pair < 9; pair += 1) {
    breaker.enter()?.fail(down);
    breaker.enter()?.succeed();
  }
  expect(breaker.state).toBe('closed');
  breaker.enter()?.fail(down);
  expect(breaker.state).toBe('open');
});

test('an engine that names its pause gets it at once, an hour at most', () => {
  const { breaker } = opened();
  fail(breaker, 1, new EngineFailure('rate-limited', 'slow down', { retryAfterMilliseconds: 42_000 }));
  expect(breaker.retryAt).toBe(42_000);
  const patient = opened().breaker;
  fail(patient, 1, new EngineFailure('rate-limited', 'next year', { retryAfterMilliseconds: 1e12 }));
  expect(patient.retryAt).toBe(3_600_000);
});

test('without a named pause, 429 rests seconds and a spent quota a quarter of an hour', () => {
  const { breaker } = opened();
  fail(breaker, 1, new EngineFailure('rate-limited', 'slow down'));
  expect(breaker.retryAt).toBe(5_000);
  const spent = opened().breaker;
  fail(spent, 1, new EngineFailure('quota', 'spent'));
  expect(spent).toMatchObject({ retryAt: 900_000, shutBy: 'quota' });
});

test('calls that end after it opened do not shorten the pause', () => {
  const { breaker } = opened();
  const late = [breaker.enter(), breaker.enter()];
  fail(breaker, 1, new EngineFailure('quota', 'spent'));
  late[0]?.fail(new EngineFailure('rate-limited', 'slow down'));
  late[1]?.succeed();
  expect(breaker.retryAt).toBe(900_000);
});

test('a probe whose caller left lets the next one look', () => {
  const { time, breaker } = opened();
  fail(breaker, 5);
  time.now = 5_000;
  breaker.enter()?.leave();
  expect(breaker.enter()).toBeDefined();
});
