import { expect, test } from 'vitest';
import { createPagesUnderWay } from './pages-under-way.ts';

test('it is quiet when every page has been sent', () => {
  const pages = createPagesUnderWay();
  const [end, endOther] = [pages.begin(), pages.begin()];
  end();
  expect(pages.isQuiet()).toBe(false);
  endOther();
  expect(pages.isQuiet()).toBe(true);
});

test('a stream that stays open keeps nobody waiting', () => {
  let now = 0;
  const pages = createPagesUnderWay(() => now);
  pages.begin();
  now = 50;
  const end = pages.begin();
  expect(pages.isQuiet()).toBe(false);
  end();
  expect(pages.isQuiet()).toBe(true);
});
