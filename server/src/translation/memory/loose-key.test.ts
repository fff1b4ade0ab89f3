import { expect, test } from 'vitest';
import { looseKey } from './loose-key.ts';

test.each([
  ['zh', '你吃饭了吗', '你吃饭了吗？'],
  ['zh', '多少钱', '多少钱？'],
  ['zh', '哈哈哈，太可爱了', '哈哈哈太可爱了'],
  ['en', 'Where did you get this', 'where did you get this??'],
  ['en', 'anyone know', 'Anyone know?'],
  ['en', "I'm new here", 'im new here'],
  ['en', 'Haha, so cute!', 'haha so cute'],
  ['en', 'goood', 'good'],
  ['ja', 'どこで買いましたか', 'どこで買いましたか？'],
  ['ko', '이름이 뭐예요', '이름이뭐예요?'],
  ['es', '¿Cómo estás?', 'como estas'],
  ['es', '¿y cuánto cuesta?', 'y cuanto cuesta?'],
] as const)('%s: %s is %s', (language, one, other) => {
  expect(looseKey(one, language)).toBe(looseKey(other, language));
});

test.each([
  ['zh', '真的', '真的？'],
  ['zh', '不，知道了', '不知道了'],
  ['en', 'so cute', 'so cute?'],
  ['ja', '大丈夫', '大丈夫？'],
  ['ko', '맛있어요', '맛있어요?'],
  ['es', 'No, quiero ir', 'No quiero ir'],
  ['es', 'año', 'ano'],
] as const)('%s: %s is not %s', (language, one, other) => {
  expect(looseKey(one, language)).not.toBe(looseKey(other, language));
});
