import { describe, expect, it } from 'vitest';
import { phraseKey, plausibleTranslation } from './index.ts';

const english = 'Look at ⟦0⟧, only 12.50 today!\nSo good ⟦1⟧';

describe('a plausible translation', () => {
  it.each(['zh', 'ja', 'ko', 'es', 'de', 'ru', 'tr'])(
    'keeps digits, markers and lines (%s), the same every time',
    (to) => {
      const text = plausibleTranslation(english, 'en', to);
      expect(text.match(/⟦\d+⟧|[\d.]{2,}|\n/gu)).toEqual(['⟦0⟧', '12.50', '\n', '⟦1⟧']);
      expect(plausibleTranslation(english, 'en', to)).toBe(text);
    },
  );

  it.each([
    ['zh', /^\p{Script=Han}+$/u],
    ['ja', /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u],
    ['ko', /^\p{Script=Hangul}+$/u],
    ['es', /^\p{Script=Latin}+$/u],
    ['ru', /^\p{Script=Cyrillic}+$/u],
  ])('is written in the script of %s', (to, script) => {
    const letters = plausibleTranslation('my grandmother makes the best soup in town', 'en', to).replace(
      /[^\p{L}ー]/gu,
      '',
    );
    expect(letters).toMatch(script);
  });

  it('gives a known phrase as known', () => {
    const phrases = new Map([[phraseKey('zh', 'en', '笑死'), 'I’m dead']]);
    expect(plausibleTranslation('笑死', 'zh', 'en', phrases)).toBe('I’m dead');
    expect(plausibleTranslation('笑死', 'zh', 'es', phrases)).not.toBe('I’m dead');
  });
});
