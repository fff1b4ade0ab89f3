import { expect, test } from 'vitest';
import {
  type ComposedPicture,
  type Composition,
  contentOf,
  draftBody,
  emptyComposition,
  isEmpty,
  isReady,
  movePicture,
  noteBody,
  shortcomingOf,
} from './composition.ts';
import type { ComposedVersion } from './versions.ts';

const written = (change: Partial<Composition>): Composition => ({ ...emptyComposition, ...change });
const pictures = ['a', 'b', 'c'].map((key): ComposedPicture => ({ key, alt: '' }));
const order = (list: readonly ComposedPicture[]) => list.map((picture) => picture.key).join('');

test('spaces alone are nothing; a topic or a picture is something', () => {
  expect(isEmpty(written({ title: '  ', text: '\n' }))).toBe(true);
  expect(isEmpty(written({ topics: ['猫税'] }))).toBe(false);
  expect(isEmpty(written({ pictures }))).toBe(false);
});

test('a title is needed and has a limit in graphemes', () => {
  expect(shortcomingOf(written({}))).toEqual({ kind: 'no-title' });
  expect(shortcomingOf(written({ title: '👩‍👩‍👧'.repeat(60) }))).toBeUndefined();
  expect(shortcomingOf(written({ title: '茶'.repeat(61) }))).toEqual({ kind: 'title-too-long' });
  expect(shortcomingOf(written({ title: '茶', text: 'a'.repeat(5001) }))).toEqual({ kind: 'text-too-long' });
});

test('a version needs a title as well, and a language of its own; a blank one needs nothing', () => {
  const inTwo = (version: ComposedVersion) => shortcomingOf(written({ title: '今天去喝茶了', versions: [version] }));
  expect(inTwo({ language: 'en', title: '', text: '' })).toBeUndefined();
  expect(inTwo({ language: 'en', title: 'Tea', text: '' })).toBeUndefined();
  expect(inTwo({ language: 'en', title: ' ', text: 'Green' })).toEqual({ kind: 'no-title', language: 'en' });
  expect(inTwo({ language: 'zh', title: '茶', text: '' })).toEqual({ kind: 'same-language', language: 'zh' });
});

test('versions are published with the note; a blank one stays in the draft', () => {
  const versions: ComposedVersion[] = [
    { language: 'en', title: 'Tea', text: '' },
    { language: 'ja', title: '', text: '' },
  ];
  const note = written({ title: '茶', versions });
  expect(isEmpty(written({ versions: versions.slice(1) }))).toBe(true);
  expect(isEmpty(written({ versions }))).toBe(false);
  expect(noteBody(note).versions).toEqual(versions.slice(0, 1));
  expect(draftBody(note).versions).toEqual(versions);
});

test('a text cover is sent only where there is no picture', () => {
  const media = { id: 'm1' } as NonNullable<ComposedPicture['media']>;
  const withPicture = written({ title: 'Tea', pictures: [{ key: 'a', alt: 'a cup', media }] });
  expect(contentOf(withPicture)).not.toHaveProperty('textCover');
  expect(contentOf(withPicture).pictures).toEqual([{ mediaId: 'm1', alt: 'a cup' }]);
  expect(contentOf(written({ title: 'Tea', textCover: 'jade' })).textCover).toBe('jade');
  expect([isReady(withPicture), isReady(written({ pictures }))]).toEqual([true, false]);
});

test('the language is sent only as the author’s own word', () => {
  expect(noteBody(written({ title: 'Tea' }))).not.toHaveProperty('language');
  expect(noteBody(written({ title: 'Tea', language: 'ja' })).language).toBe('ja');
});

test('a picture moves before another, or to the end', () => {
  expect(order(movePicture(pictures, 'c', 'a'))).toBe('cab');
  expect(order(movePicture(pictures, 'a', 'c'))).toBe('bac');
  expect(order(movePicture(pictures, 'a', undefined))).toBe('bca');
  expect(order(movePicture(pictures, 'b', 'b'))).toBe('abc');
  expect(order(movePicture(pictures, 'gone', 'a'))).toBe('abc');
});
