import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLanguage, languagesIn } from './detect-language.ts';
import type { LanguageGuess } from './detection.ts';

/** What eld 2.1 (large) answers to the Latin parts of the texts below; unreliable answers are held down to .45. */
const ELD_ANSWERS = new Map(
  [
    ['so cute omg', 'en 0.69, sl 0.67, tl 0.65'],
    ['where are you from', 'en 0.85, tl 0.56, ro 0.49'],
    ['hello from Texas', 'en 0.71, es 0.59, de 0.59'],
    ["what's his name", 'en 0.82, de 0.57, nl 0.44'],
    ['I love your outfit', 'en 0.77, tl 0.74, da 0.66'],
    ['lol same', 'en 0.45, no 0.45, hr 0.45'],
    ['thank you so much', 'en 0.82, tl 0.69, vi 0.63'],
    ['no cap this is fire', 'en 0.8, ca 0.67, no 0.62'],
    ['how do I change the language', 'en 0.81, da 0.69, no 0.67'],
    ['ty bestie', 'nl 0.72, sk 0.7, cs 0.67'],
    ['W post', 'pl 0.45, en 0.45, de 0.45'],
    ['your english is so good', 'en 0.82, yo 0.62, de 0.62'],
    ['qué lindo gatito', 'es 0.71, pt 0.59, sq 0.56'],
    ['hola desde México', 'es 0.81, pt 0.68, nl 0.38'],
    ['no entiendo nada jaja', 'es 0.79, pt 0.75, ca 0.59'],
    ['me encanta', 'es 0.78, pt 0.77, sq 0.73'],
    ['de dónde eres', 'es 0.82, ca 0.7, nl 0.6'],
    ['gracias por compartir', 'es 0.81, pt 0.78, ca 0.74'],
    ['TikTok refugee', 'en 0.45, lv 0.45, ca 0.45'],
    ['outfit chic', 'de 0.59, en 0.59, tl 0.59'],
    ['OMG love it', 'en 0.76, da 0.63, tl 0.54'],
    ['I want to learn', 'en 0.82, pl 0.67, hr 0.67'],
    ['vlog so peaceful', 'en 0.73, tl 0.64, sl 0.62'],
    ['how much', 'en 0.45, de 0.45, it 0.45'],
    ['u1s1', 'hr 0.45, cs 0.45, sq 0.45'],
    ['dd', 'en 0.45, ro 0.45'],
  ].map(([text = '', answer = '']) => [text.toLowerCase(), answer]),
);

/** Sixty short texts of the community with the language a human gave them. */
const LABELLED: readonly (readonly [string, string])[] = [
  ['zh', '哈哈哈太可爱了吧'],
  ['zh', '求链接姐妹'],
  ['zh', '这个绝绝子，已种草'],
  ['zh', '欢迎来到小红书'],
  ['zh', '你家猫叫什么名字'],
  ['zh', '蹲一个教程'],
  ['zh', '谢谢分享，收藏了'],
  ['zh', '没看懂，有人翻译一下吗'],
  ['zh', '早上好'],
  ['zh', '笑死我了'],
  ['zh', '台灣人路過，超好看'],
  ['zh', '在哪裡買的呀'],
  ['en', 'so cute omg'],
  ['en', 'where are you from?'],
  ['en', 'hello from Texas'],
  ['en', "what's his name"],
  ['en', 'I love your outfit'],
  ['en', 'lol same'],
  ['en', 'thank you so much'],
  ['en', 'no cap this is fire'],
  ['en', 'how do I change the language'],
  ['en', 'ty bestie'],
  ['en', 'W post'],
  ['en', 'your english is so good'],
  ['ja', 'かわいい'],
  ['ja', 'すごいですね'],
  ['ja', 'どこで買えますか？'],
  ['ja', '猫ちゃん可愛すぎる'],
  ['ja', '日本から来ました'],
  ['ja', 'ありがとう'],
  ['ja', '東京在住です'],
  ['ja', '最高'],
  ['ko', '너무 귀여워요'],
  ['ko', '어디서 샀어요?'],
  ['ko', '안녕하세요'],
  ['ko', 'ㅋㅋㅋㅋㅋ'],
  ['ko', '한국에서 왔어요'],
  ['ko', '대박'],
  ['es', 'qué lindo gatito'],
  ['es', 'hola desde México'],
  ['es', 'no entiendo nada jaja'],
  ['es', 'me encanta'],
  ['es', '¿de dónde eres?'],
  ['es', 'gracias por compartir'],
  ['mul', '我是来自美国的TikTok refugee'],
  ['mul', '这个outfit好chic'],
  ['mul', 'OMG太好看了 love it'],
  ['mul', 'I want to learn 中文'],
  ['mul', '今天的vlog好治愈 so peaceful'],
  ['mul', '请问 how much 多少钱'],
  ['zxx', '😂😂😂'],
  ['zxx', '❤️🔥👍'],
  ['zxx', '😭🙏'],
  ['zxx', '(｡･ω･｡)'],
  ['zxx', '666'],
  ['zxx', '+1'],
  ['zh', 'yyds'],
  ['zh', 'xswl'],
  ['zh', 'u1s1'],
  ['zh', 'dd'],
];

const SLANG = new Map([
  ...['yyds', 'xswl', 'u1s1', 'dd'].map((word) => [word, 'zh'] as const),
  ...['ty', 'bestie', 'w'].map((word) => [word, 'en'] as const),
]);

function guess(text: string): LanguageGuess | undefined {
  const choices = (ELD_ANSWERS.get(text.toLowerCase()) ?? '').split(', ').map((choice) => {
    const [language = '', confidence] = choice.split(' ');
    return { language, confidence: Number(confidence) };
  });
  return choices[0]?.language ? { ...choices[0], alternatives: choices.slice(1) } : undefined;
}

const wordLanguage = (word: string) => SLANG.get(word);

const languageOf = (text: string, priors: readonly string[] = []) => detectLanguage(text, { guess, priors }).language;

describe('sixty labelled texts', () => {
  const missed = (help: Parameters<typeof detectLanguage>[1]) =>
    LABELLED.filter(([language, text]) => detectLanguage(text, help).language !== language).map(([, text]) => text);

  test('are told by script, common words and guess', () => {
    expect(missed({ guess })).toEqual([]);
    expect(missed({ guess, wordLanguage })).toEqual([]);
  });

  test('an author of a wrong language misleads in one more', () => {
    const wrong = LABELLED.filter(([language, text]) => {
      const priors = [language === 'en' ? 'es' : 'en'];
      return detectLanguage(text, { guess, wordLanguage, priors }).language !== language;
    });
    expect(wrong.length).toBeLessThanOrEqual(3);
  });
});

describe('script first', () => {
  test.each([
    ['東京駅', 'ja'],
    ['图书馆', 'zh'],
    ['圖書館在哪裡', 'zh'],
    ['привет как дела', 'ru'],
    ['привіт, як справи? Її немає', 'uk'],
    ['مرحبا كيف حالك', 'ar'],
    ['سلام چطوری', 'fa'],
    ['नमस्ते दोस्तों', 'hi'],
    ['สวัสดีค่ะ', 'th'],
    ['γεια σου', 'el'],
    ['שלום', 'he'],
    ['გამარჯობა', 'ka'],
    ['བཀྲ་ཤིས་བདེ་ལེགས', 'bo'],
    ['ㄅㄆㄇ', 'zh'],
    ['用iPhone拍的照片', 'zh'],
    ['买了件T恤', 'zh'],
    ['@tom #cute https://x.y 好看', 'zh'],
    ['@tom #cute https://x.y 😂 [doge]', 'zxx'],
    ['', 'zxx'],
    ['\u3164', 'zxx'],
    ['₍ᐢ•ﻌ•ᐢ₎', 'zxx'],
    ['૮₍ ˶ᵔ ᵕ ᵔ˶ ₎ა', 'zxx'],
    ['ᐢ ᐢ 你好', 'zh'],
  ])('%s is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('priors', () => {
  test('decide where the text leaves it open', () => {
    expect(languageOf('最高', ['ja'])).toBe('ja');
    expect(languageOf('花の店')).toBe('ja');
    expect(languageOf('花の店', ['zh'])).toBe('zh');
    expect(languageOf('lol same', ['en'])).toBe('en');
    expect(languageOf('नमस्ते', ['mr'])).toBe('mr');
  });

  test('do not overrule a clear text', () => {
    expect(languageOf('thank you so much', ['es'])).toBe('en');
    expect(languageOf('すごいですね', ['zh'])).toBe('ja');
    expect(languageOf('今天天气真好啊', ['ja'])).toBe('zh');
  });

  test('stand in for a missing guesser; without either the answer is open', () => {
    expect(detectLanguage('otra vez', { priors: ['zh', 'es'] }).language).toBe('es');
    expect(detectLanguage('otra vez').language).toBe('und');
  });
});

test('a mixed text names its parts and the larger of them', () => {
  const text = '今天的vlog好治愈 so peaceful';
  const { language, dominant, segments = [] } = detectLanguage(text, { guess });
  expect([language, dominant]).toEqual(['mul', 'zh']);
  expect(segments.map((part) => [part.language, text.slice(part.start, part.end)])).toEqual([
    ['zh', '今天的'],
    ['en', 'vlog'],
    ['zh', '好治愈'],
    ['en', 'so peaceful'],
  ]);
});

describe('two languages of Han characters', () => {
  test.each([
    ['你好 こんにちは', ['mul']],
    ['すごい！太厉害了', ['mul']],
    ['奶茶の店', ['zh']],
    ['東京駅の近く', ['ja']],
    ['最高', ['ja']],
  ])('%s', (text, [language]) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('drawn out and laughing', () => {
  test.each([
    ['soooo cuteeee', 'en'],
    ['graciaaaas', 'es'],
    ['jajajajaja', 'es'],
    ['kkkkkkk', 'pt'],
    ['wkwkwk', 'id'],
    ['ptdr', 'fr'],
    ['ğüzel', 'tr'],
    ['đẹp quá', 'vi'],
  ])('%s is %s without a guesser', (text, language) => {
    expect(detectLanguage(text).language).toBe(language);
  });

  test('a text of a thousand half laughs is read in time', () => {
    const startedAt = performance.now();
    expect(detectLanguage(`${'ajjajj'.repeat(600)}x`).language).toBe('und');
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

describe('languages a reader needs', () => {
  test.each([
    ['用iPhone拍的照片', ['zh']],
    ['今日OOTD，通勤风', ['zh']],
    ['周末去IKEA逛逛', ['zh']],
    ['这个outfit好chic', ['zh', 'en']],
    ['what does 绝绝子 mean and where is it from', ['en', 'zh']],
    ['yyds lol', ['zh', 'en']],
    ['かわいい so cute', ['ja', 'en']],
    ['오늘의 OOTD', ['ko']],
    ['спасибо 谢谢', ['zh', 'ru']],
    ['OOTD', ['und']],
    ['😂 666 @tom [doge]', []],
  ])('%s needs %j', (text, languages) => {
    expect(languagesIn(text).sort()).toEqual(languages.toSorted());
  });

  test('the main one stands first', () => {
    expect(languagesIn('please teach me 中文')[0]).toBe('en');
    expect(languagesIn('今天的vlog好治愈 so nice')[0]).toBe('zh');
  });
});

test('any text gets an answer, and segments lie apart within it', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'ab 茶のㅋя#@[].1😂') }),
  );
  fc.assert(
    fc.property(anyText, fc.array(fc.constantFrom('zh', 'ja', 'en', 'ru', 'x')), (text, priors) => {
      const found = detectLanguage(text, { priors });
      expect(found.language).toMatch(/^[a-z]{2,3}$|^x$/);
      expect(found.confidence >= 0 && found.confidence <= 1).toBe(true);
      expect(found.segments !== undefined).toBe(found.language === 'mul');
      let end = 0;
      for (const part of found.segments ?? []) {
        expect(part.start >= end && part.start < part.end && part.end <= text.length).toBe(true);
        end = part.end;
      }
    }),
    { numRuns: 500 },
  );
});
