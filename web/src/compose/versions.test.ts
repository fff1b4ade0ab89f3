import { expect, test } from 'vitest';
import { certainLanguage, firstLanguageOf, otherLanguages } from './first-language.ts';
import { type ComposedVersion, dropVersion, hasRoom, keptVersions, writeVersion, writtenVersions } from './versions.ts';

const english: ComposedVersion = { language: 'en', title: 'Tea', text: 'Green', isOutdated: true };

test('the first words begin a version, later ones change it', () => {
  const begun = writeVersion([], 'en', {});
  expect(begun).toEqual([{ language: 'en', title: '', text: '' }]);
  expect(writeVersion(begun, 'en', { title: 'Tea' })).toEqual([{ language: 'en', title: 'Tea', text: '' }]);
  expect(dropVersion([english], 'en')).toEqual([]);
});

test('a version opened and left blank is kept in the draft and not published', () => {
  const versions = [english, ...writeVersion([], 'ja', { title: ' ' })];
  expect(writtenVersions(versions)).toEqual([{ language: 'en', title: 'Tea', text: 'Green' }]);
  expect(keptVersions(versions).map(({ language }) => language)).toEqual(['en', 'ja']);
});

test('a note has room for four versions', () => {
  const three = (['en', 'ja', 'ko'] as const).map((language) => ({ language, title: '', text: '' }));
  expect(hasRoom(three)).toBe(true);
  expect(hasRoom(writeVersion(three, 'es', {}))).toBe(false);
});

test('the author’s word on the first language counts, then what the writing tells', () => {
  expect(firstLanguageOf({ title: 'お茶の時間', text: '' }, ['en'])).toBe('ja');
  expect(firstLanguageOf({ title: '茶', text: '', language: 'ja' }, ['zh'])).toBe('ja');
  expect(firstLanguageOf({ title: 'I am learning it from my neighbour', text: '' }, ['zh', 'en'])).toBe('en');
  expect(firstLanguageOf({ title: '', text: '' }, ['en'])).toBeUndefined();
  expect(certainLanguage({ title: 'I am learning it from my neighbour', text: '' })).toBeUndefined();
});

test('languages the author reads are offered first, those taken not at all', () => {
  expect(otherLanguages(['zh-Hans', undefined], ['zh', 'ko', 'xx'], ['en', 'zh', 'ko', 'fr'])).toEqual([
    'ko',
    'en',
    'fr',
  ]);
});
