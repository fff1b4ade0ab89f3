import { expect, test } from 'vitest';
import { createOpenStreams } from './open-streams.ts';

function openRoom(perViewer: number, all: number) {
  const streams = createOpenStreams({ perViewer, all });
  const ended: string[] = [];
  return { streams, ended, open: (viewer: string, name: string) => streams.add(viewer, () => ended.push(name)) };
}

test('of one viewer the oldest stream ends when there are too many', () => {
  const { streams, ended, open } = openRoom(2, 10);
  for (const name of ['first', 'second', 'third']) open('mia', name);
  open('jake', 'his');
  expect(ended).toEqual(['first']);
  expect(streams.size).toBe(3);
});

test('in a full house whoever has most open gives way', () => {
  const { streams, ended, open } = openRoom(3, 4);
  open('jake', 'his');
  for (const name of ['first', 'second', 'third']) open('mia', name);
  open('priya', 'hers');
  expect(ended).toEqual(['first']);
  expect(streams.size).toBe(4);
});

test('what has ended takes no room, however often it is told so', () => {
  const { streams, ended, open } = openRoom(1, 10);
  const gone = open('mia', 'first');
  gone();
  gone();
  open('mia', 'second');
  expect([ended, streams.size]).toEqual([[], 1]);
});
