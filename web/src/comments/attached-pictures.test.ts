import type { MediaView } from '@teahouse/contract';
import { expect, test } from 'vitest';
import type { ComposedPicture } from '../compose/composition.ts';
import { lackOf, sentPictures } from './attached-pictures.ts';

const media = { id: 'm1' } as unknown as MediaView;
const ready: ComposedPicture = { key: 'a', alt: ' A grey cat ', media };

test('a comment says something, in words or in pictures', () => {
  expect(lackOf({ text: ' ', pictures: [] })).toEqual({ kind: 'nothing-said' });
  expect(lackOf({ text: 'Hello', pictures: [] })).toBeUndefined();
  expect(lackOf({ text: '', pictures: [ready] })).toBeUndefined();
});

test('it waits for its pictures before it asks for their descriptions', () => {
  const pictures = [
    { key: 'a', alt: '', media },
    { key: 'b', alt: '' },
  ];
  expect(lackOf({ text: 'Hello', pictures })).toEqual({ kind: 'picture-on-its-way' });
});

test('the first picture without a fitting description is named', () => {
  const blank = { key: 'b', alt: ' ', media };
  const endless = { key: 'c', alt: '猫'.repeat(2000), media };
  expect(lackOf({ text: 'Hello', pictures: [ready, blank, endless] })).toEqual({ kind: 'no-description', key: 'b' });
  expect(lackOf({ text: '', pictures: [ready, endless] })).toEqual({ kind: 'description-too-long', key: 'c' });
});

test('what is sent are ids and trimmed descriptions, in order', () => {
  const second = { key: 'b', alt: 'Tea', media: { id: 'm2' } as unknown as MediaView };
  expect(sentPictures([ready, second, { key: 'c', alt: 'lost' }])).toEqual([
    { mediaId: 'm1', alt: 'A grey cat' },
    { mediaId: 'm2', alt: 'Tea' },
  ]);
});
