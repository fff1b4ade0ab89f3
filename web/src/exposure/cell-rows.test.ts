import { expect, test } from 'vitest';
import { cellRows } from './cell-rows.ts';

const cell = (
  authorGroup: 'native' | 'newcomer',
  language: string,
  viewerGroup: 'native' | 'visitor',
  share: number,
) => ({
  authorGroup,
  language,
  viewerGroup,
  share,
  impressions: share * 100,
});

test('cells of one kind of note stand in one row, the largest kind first', () => {
  const rows = cellRows([
    cell('native', 'zh', 'native', 0.25),
    cell('newcomer', 'en', 'native', 0.5),
    cell('native', 'zh', 'visitor', 0.125),
  ]);
  expect(rows.map(({ authorGroup, language, share }) => [authorGroup, language, share])).toEqual([
    ['newcomer', 'en', 0.5],
    ['native', 'zh', 0.375],
  ]);
  expect([...(rows[1]?.byViewers ?? [])]).toEqual([
    ['native', 0.25],
    ['visitor', 0.125],
  ]);
});
