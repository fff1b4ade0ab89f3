import { seededRandom } from '@teahouse/engine';
import { expect, test } from 'vitest';
import { candidateOf, type PoolEntry, rankPool } from './pool-ranking.ts';
import { rankPage } from './rank-page.ts';

const now = Date.parse('2025-01-14T04:00:00Z');

function poolOf(count: number, change: (index: number) => Partial<Parameters<typeof candidateOf>[0]> = () => ({})) {
  const entries = new Map<string, PoolEntry>();
  for (let index = 0; index < count; index += 1) {
    const row = {
      id: `note-${index}`,
      author_id: `author-${index}`,
      language: 'zh',
      category: null,
      published_at: new Date(now - index * 60_000),
      topic_ids: [],
      simhash: null,
      impressions: 1_000,
      views: 100,
      likes: count - index,
      collects: 0,
      comments: 0,
      shares: 0,
      ...change(index),
    };
    entries.set(row.id, candidateOf(row, undefined));
  }
  return rankPool(entries, now, seededRandom('pool'));
}

const request = {
  size: 20,
  viewer: { languages: [] },
  accepts: () => true,
  before: [],
  now,
  random: seededRandom('page'),
};

test('takes the best, none twice, and knows whether more are left', () => {
  const pool = poolOf(50);
  const { entries, hasMore } = rankPage(pool, request);
  expect(entries.map((entry) => entry.note.id).sort()).toEqual(pool.leaders(20).sort());
  expect(hasMore).toBe(true);
  expect(rankPage(poolOf(20), request).hasMore).toBe(false);
});

test('languages the viewer reads come first, others are not lost', () => {
  const pool = poolOf(200, (index) => ({ language: index % 2 === 0 ? 'zh' : 'en' }));
  const { entries } = rankPage(pool, { ...request, viewer: { languages: ['en'] } });
  const english = entries.filter((entry) => entry.note.language === 'en').length;
  expect(english).toBeGreaterThanOrEqual(15);
  const onlyChinese = rankPage(poolOf(30), { ...request, viewer: { languages: ['en'] } });
  expect(onlyChinese.entries).toHaveLength(20);
});

test('notes still waiting for an audience get places from far down the order', () => {
  const pool = poolOf(1_000, (index) =>
    index < 900 ? {} : { impressions: 0, likes: 0, views: 0, published_at: new Date(now - 20 * 3_600_000) },
  );
  const { entries } = rankPage(pool, request);
  const waiting = entries.filter((entry) => entry.note.impressions === 0).length;
  expect(waiting).toBeGreaterThanOrEqual(3);
  expect(waiting).toBeLessThanOrEqual(5);
});

test('an author shown on the page before keeps away', () => {
  const pool = poolOf(100, (index) => ({ author_id: index < 5 ? 'busy' : `author-${index}` }));
  const first = rankPage(pool, { ...request, size: 5 });
  const shown = new Set(first.entries.map((entry) => entry.note.id));
  const second = rankPage(pool, {
    ...request,
    size: 5,
    before: first.entries,
    accepts: (entry) => !shown.has(entry.note.id),
  });
  const authors = [...first.entries, ...second.entries].map((entry) => entry.note.authorId);
  const places = authors.flatMap((author, place) => (author === 'busy' ? [place] : []));
  expect(places.slice(1).every((place, index) => place - (places[index] ?? 0) > 5)).toBe(true);
  expect(places.length).toBeGreaterThan(1);
});
