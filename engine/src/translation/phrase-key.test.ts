import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phraseKey } from './phrase-key.ts';

test.each([
  ['sooo cute!!!', 'so cute'],
  ['  So   Cute ', 'SO CUTE～～'],
  ['哈哈哈哈哈', '哈哈'],
  ['太可爱了～', '太可爱了'],
  ['太可爱了！！！', '【太可爱了】'],
  ['Ｓｏ　ｃｕｔｅ', 'so cute'],
  ['¡Qué lindo!', 'qué lindo…'],
  ['hahahahah', 'haha'],
  ['jajajajaja', 'jaja'],
  ['ㅋㅋㅋㅋㅋㅋ', 'ㅋㅋ'],
  ['かわいいいい〜', 'かわいい'],
  ['すごーーーい', 'すご〜い'],
  ['好 nice 啊', '好nice啊'],
  ['what’s up?', "What's up??!"],
  ['thank you 🥹❤️', '♡ thank you ♪'],
  ['so\u200bcute', 'socute'],
  ['¿de dónde eres?', 'de dónde eres？'],
])('%s is %s', (one, other) => {
  expect(phraseKey(one)).toBe(phraseKey(other));
  expect(phraseKey(one)).not.toBe('');
});

test.each([
  ['真的', '真的？'],
  ['谢', '谢谢'],
  ['cool', 'col'],
  ['5%', '5'],
  ['-5度', '5度'],
  ['A+', 'A'],
  ['$5 only', '5 only'],
  ['No, quiero', 'No quiero'],
  ['1000', '10'],
  ['か', 'が'],
  ['ano', 'año'],
])('%s is not %s', (one, other) => {
  expect(phraseKey(one)).not.toBe(phraseKey(other));
});

test.each(['', '???', '😂😂', ' … '])('nothing is left of %j', (text) => {
  expect(phraseKey(text)).toBe('');
});

test('a long run of one sign takes linear time', () => {
  const startedAt = performance.now();
  for (const sign of ['a', '!', '哈', 'ha', '~', ' ', '? ']) phraseKey(`x${sign.repeat(30_000)}x`);
  expect(performance.now() - startedAt).toBeLessThan(1500);
});

test('the key of a key is the key', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aho哈ーか?!~, 🥹ㅋ5%-，') }), (text) => {
      expect(phraseKey(phraseKey(text))).toBe(phraseKey(text));
    }),
  );
});
