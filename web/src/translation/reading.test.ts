import { describe, expect, test } from 'vitest';
import { modeFor, type Reader, targetLanguage, withException } from './reading.ts';
import { readStored } from './visitor-reading.ts';

describe('into which language', () => {
  test.each([
    ['en', ['zh', 'en'], 'en'],
    ['en', ['zh', 'ja'], 'zh'],
    ['zh', ['zh-Hans', 'en'], 'zh'],
    ['en', [], 'en'],
    ['zh', ['xx'], 'zh'],
    ['pt-BR', ['pt'], 'pt'],
  ])('interface %s, reads %j: %s', (spoken, reads, to) => expect(targetLanguage(spoken, reads)).toBe(to));
});

describe('how a text is met', () => {
  const reader = (preferences: Partial<Reader['preferences']> = {}, reads = ['en']): Reader => ({
    reads,
    to: 'en',
    preferences: { mode: 'offer', byLanguage: {}, ...preferences },
  });

  test('what is read in full, or has no letters, needs nothing', () => {
    expect(modeFor(['en'], reader())).toBeUndefined();
    expect(modeFor(['zxx'], reader())).toBeUndefined();
    expect(modeFor([], reader())).toBeUndefined();
    expect(modeFor(['zh', 'en'], reader({}, ['en', 'zh']))).toBeUndefined();
  });

  test('one foreign word is enough for the offer', () => {
    expect(modeFor(['en', 'zh'], reader())).toBe('offer');
    expect(modeFor(['und'], reader())).toBe('offer');
  });

  test('an exception outranks the rule', () => {
    expect(modeFor(['zh'], reader({ byLanguage: { zh: 'auto' } }))).toBe('auto');
    expect(modeFor(['zh'], reader({ mode: 'auto', byLanguage: { zh: 'original' } }))).toBe('original');
    expect(modeFor(['zh-Hant'], reader({ byLanguage: { zh: 'original' } }))).toBe('original');
  });

  test('a mixed text goes with the language that is most wanted', () => {
    expect(modeFor(['zh', 'ja'], reader({ byLanguage: { zh: 'original', ja: 'auto' } }))).toBe('auto');
    expect(modeFor(['zh', 'ja'], reader({ byLanguage: { zh: 'original' } }))).toBe('offer');
  });

  test('an open language is never replaced by itself, but never hidden either', () => {
    expect(modeFor(['und'], reader({ mode: 'auto' }))).toBe('offer');
    expect(modeFor(['und'], reader({ mode: 'original' }))).toBe('original');
    expect(modeFor(['und', 'zh'], reader({ mode: 'auto' }))).toBe('auto');
  });

  test('exceptions are added and taken back', () => {
    const preferences = withException({ mode: 'offer', byLanguage: { ja: 'auto' } }, 'zh', 'original');
    expect(preferences.byLanguage).toEqual({ ja: 'auto', zh: 'original' });
    expect(withException(preferences, 'ja', undefined).byLanguage).toEqual({ zh: 'original' });
  });
});

describe('what a visitor chose', () => {
  test('the browser says it until the visitor does', () => {
    expect(readStored(null, ['ja-JP', 'en'])).toEqual({
      reads: ['ja', 'en'],
      preferences: { mode: 'offer', byLanguage: {} },
    });
  });

  test.each([
    '{',
    '7',
    '{"reads":"zh","preferences":[1]}',
    '{"preferences":{"mode":"always","byLanguage":{"xx":"auto"}}}',
  ])('a store that says %s says nothing', (text) =>
    expect(readStored(text, ['en'])).toEqual({ reads: ['en'], preferences: { mode: 'offer', byLanguage: {} } }),
  );

  test('what was chosen comes back', () => {
    const chosen = { reads: ['zh', 'ja'], preferences: { mode: 'auto', byLanguage: { ko: 'original' } } } as const;
    expect(readStored(JSON.stringify(chosen), ['en'])).toEqual(chosen);
  });
});
