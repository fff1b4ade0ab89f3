import { expect, test, vi } from 'vitest';
import { createOverlay, withOverlay } from './overlays.ts';

test('without an own decision the copy of the house stands', () => {
  expect(withOverlay(true, 12, undefined)).toEqual({ isOn: true, count: 12 });
});

test('an own decision moves the count by one', () => {
  expect(withOverlay(false, 12, true)).toEqual({ isOn: true, count: 13 });
  expect(withOverlay(true, 12, false)).toEqual({ isOn: false, count: 11 });
});

test('a copy fetched after the decision is not counted twice', () => {
  expect(withOverlay(true, 13, true)).toEqual({ isOn: true, count: 13 });
  expect(withOverlay(false, 0, false)).toEqual({ isOn: false, count: 0 });
});

test('a count is never below nothing', () => {
  expect(withOverlay(true, 0, false)).toEqual({ isOn: false, count: 0 });
});

test('listeners hear of changes until they leave', () => {
  const overlay = createOverlay<boolean>();
  const listener = vi.fn();
  const leave = overlay.subscribe(listener);
  overlay.set('a', true);
  expect(overlay.get('a')).toBe(true);
  overlay.set('a', undefined);
  expect(overlay.entries().size).toBe(0);
  leave();
  overlay.set('b', true);
  expect(listener).toHaveBeenCalledTimes(2);
});

test('entries are a new map after every change, so that readers notice', () => {
  const overlay = createOverlay<boolean>();
  const before = overlay.entries();
  overlay.set('a', true);
  expect(overlay.entries()).not.toBe(before);
});
