import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkHandle, handleKey, RESERVED_HANDLES } from './handle.ts';

const problemOf = (wished: string) => {
  const checked = checkHandle(wished);
  return checked.ok ? undefined : checked.problem;
};

describe('checkHandle', () => {
  test.each([
    'tom',
    'Tom_1999',
    'a.b-c',
    '小明',
    '小明Tom',
    'さくら桜',
    'コーヒー',
    '김철수',
    'олег',
    'नमस्ते',
    'josé',
    '_tea_',
    '88',
  ])('%s is fine', (wished) => {
    expect(problemOf(wished)).toBeUndefined();
  });

  test.each([
    ['a', 'too-short'],
    ['', 'too-short'],
    ['x'.repeat(31), 'too-long'],
    ['茶'.repeat(31), 'too-long'],
    [`e${'\u0316'.repeat(70)}`, 'too-long'],
    ['../../etc', 'forbidden-character'],
    ['tea house', 'forbidden-character'],
    ['tea\u202ehouse1', 'forbidden-character'],
    ['tom\u200b', 'forbidden-character'],
    ['tom\0', 'forbidden-character'],
    ['tom\u3164', 'forbidden-character'],
    ['ˈtom', 'forbidden-character'],
    ['tom😂', 'forbidden-character'],
    ['<b>tom', 'forbidden-character'],
    ['half\ud83d', 'forbidden-character'],
    ['@tom', 'forbidden-character'],
    ['tom.', 'misplaced-sign'],
    ['.tom', 'misplaced-sign'],
    ['to..m', 'misplaced-sign'],
    ['-tom', 'misplaced-sign'],
    ['tоm', 'mixed-scripts'],
    ['tomολ', 'mixed-scripts'],
    ['김さ', 'mixed-scripts'],
  ])('%j: %s', (wished, problem) => {
    expect(problemOf(wished)).toBe(problem);
  });

  test.each([
    'admin',
    'Admin',
    'аdmin',
    'ａｄｍｉｎ',
    '𝐚𝐝𝐦𝐢𝐧',
    'αdmin',
    'a.d.m.i.n',
    'admin_',
    'admin2025',
    'adm1n',
    '0fficial',
    'teahouse_official',
    'moderator',
    'mоderatоr',
    'api',
    'me',
    'www',
    'settings',
    '.well-known',
    '管理员',
    'official',
  ])('%s is reserved', (wished) => {
    expect(problemOf(wished)).toBe('reserved');
  });

  test.each(['adminton', 'melissa', 'tea_lover', 'apis_mellifera', 'modern', '1999'])('%s is not', (wished) => {
    expect(problemOf(wished)).toBeUndefined();
  });

  test('is stored in its plain form', () => {
    expect(checkHandle('Ｔｏｍ')).toEqual({ ok: true, handle: 'Tom', key: 'tom' });
  });
});

describe('handleKey', () => {
  test.each([
    ['paypal', 'раураl'],
    ['scope', 'ѕсоре'],
    ['tom', 'TOM'],
    ['tom', 'ｔｏｍ'],
  ])('%s and its look-alike %s are one', (name, look) => {
    expect(handleKey(look)).toBe(handleKey(name));
  });

  test('is settled after one pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(handleKey(handleKey(text))).toBe(handleKey(text));
      }),
      { numRuns: 1000 },
    );
  });
});

test('an accepted handle is safe in an address, a path and a line of text', () => {
  const anyHandle = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...'ab茶аＡ._-1/\\%\u0301\u3164😂'), maxLength: 12 }),
  );
  fc.assert(
    fc.property(anyHandle, (wished) => {
      const checked = checkHandle(wished);
      if (!checked.ok) return;
      expect(checked.handle).toMatch(/^[\p{L}0-9_][\p{L}\p{M}0-9_.-]*$/u);
      expect(checked.handle).not.toMatch(/\.\.|\p{Default_Ignorable_Code_Point}/u);
      expect(checkHandle(checked.handle)).toEqual(checked);
    }),
    { numRuns: 1000 },
  );
});

test('no reserved word can be had', () => {
  for (const word of RESERVED_HANDLES) expect(checkHandle(word).ok).toBe(false);
});
