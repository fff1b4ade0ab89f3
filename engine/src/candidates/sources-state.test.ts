import { expect, test } from 'vitest';
import { openColumns } from '../memory/columns.ts';
import { LIKERS, likerColumns, openNoteLikers } from './note-likers.ts';
import { openTopicGraph, topicGraphColumns } from './topic-graph.ts';
import { openTrending, trendCellOf, trendColumns } from './trending.ts';

const NOW = 1_700_000_000;

test('topics that stand together on notes are one hop apart', () => {
  const graph = openTopicGraph(openColumns(topicGraphColumns, { topics: 10 }));
  for (let note = 0; note < 3; note += 1) graph.observe([1, 2, 0], 0, 3);
  graph.observe([1, 5, 0], 0, 3);
  const out = new Uint32Array(6);
  expect([...out.subarray(0, graph.neighbours(0, out))]).toEqual([1]);
  expect(graph.neighbours(9, out)).toBe(0);
  expect(graph.neighbours(-1, out)).toBe(0);
});

test('the latest likers of a note are known, older ones and other notes give way', () => {
  const likers = openNoteLikers(openColumns(likerColumns, { liked: 8 }));
  for (let member = 0; member < LIKERS + 3; member += 1) likers.add(7, member, NOW + member);
  const out = new Uint32Array(20);
  expect(likers.of(7, out)).toBe(LIKERS);
  expect([...out.subarray(0, LIKERS)].sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  for (let note = 100; note < 200; note += 1) likers.add(note, 1, NOW + 100);
  expect(likers.of(7, out)).toBe(0);
  likers.forget(199);
  expect(likers.of(199, out)).toBe(0);
});

test('a note trends when it is liked more than its own cell, not when it is shown more', () => {
  const trending = openTrending(openColumns(trendColumns, {}));
  const [tea, gossip] = [trendCellOf(1, 1), trendCellOf(2, 1)];
  // Gossip is liked by half of those who see it, tea by one in ten: one note of tea is liked as much as gossip is.
  for (let look = 0; look < 1_000; look += 1) {
    trending.shown(1, gossip, NOW);
    if (look % 2 === 0) trending.done(1, gossip, 1);
    trending.shown(2 + (look % 20), tea, NOW);
    if ((look + Math.floor(look / 20)) % 10 === 0) trending.done(2 + (look % 20), tea, 1);
  }
  for (let look = 0; look < 60; look += 1) {
    trending.shown(50, tea, NOW);
    if (look % 2 === 0) trending.done(50, tea, 1);
  }
  const out = new Uint32Array(4);
  expect([
    ...out.subarray(
      0,
      trending.most(NOW, () => true, out),
    ),
  ]).toEqual([50]);
  expect(trending.most(NOW, (note) => note !== 50, out)).toBe(0);
  expect(trending.most(NOW + 2 * 86_400, () => true, out)).toBe(0);
});
