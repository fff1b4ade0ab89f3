import { expect, test } from 'vitest';
import { readerShares } from './reader-shares.ts';

const viewers = (language: string, count: number) => ({ language, viewers: count });

test('the share of readers in translation, and into what, the largest first', () => {
  const byLanguage = [viewers('ja', 3), viewers('en', 12), viewers('ko', 2), viewers('fr', 2)];
  expect(readerShares({ views: 50, translatedViews: 19, byLanguage }, 'en')).toEqual({
    percent: '38%',
    languages: 'English 12, 日本語 3, 한국어 2',
  });
});

test('views that are not counted yet make no share above the whole', () => {
  const readers = { views: 1, translatedViews: 2, byLanguage: [viewers('en', 2)] };
  expect(readerShares(readers, 'zh')?.percent).toBe('100%');
});

test('nothing is said of nobody', () => {
  expect(readerShares({ views: 9, translatedViews: 0, byLanguage: [] }, 'en')).toBeUndefined();
});
