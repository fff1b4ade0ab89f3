import { expect, test } from 'vitest';
import { openPhrasebook } from './phrasebook.ts';
import { type Phrase, phraseLanguages, readPhraseSubjects } from './phrases.ts';

const phrasebook = openPhrasebook();

test.each([
  ['zh', 'en', '太可爱了', 'So cute!'],
  ['zh', 'ja', '求链接', 'リンク教えてください'],
  ['zh', 'ko', '你的猫叫什么名字？', '고양이 이름이 뭐예요?'],
  ['zh', 'es', '欢迎来到小红书', '¡Te damos la bienvenida a Xiaohongshu!'],
  ['en', 'zh', "What's your cat's name?", '你的猫叫什么名字？'],
  ['en', 'ja', 'where did you get this?', 'どこで買いましたか？'],
  ['en', 'ko', 'Thank you so much!', '정말 감사합니다'],
  ['en', 'es', "I'm your Chinese spy", 'Soy tu espía chino'],
  ['ja', 'zh', '猫税を納めます', '交猫税'],
  ['ja', 'en', 'おいしそう！', 'Looks delicious!'],
  ['ja', 'ko', 'はじめまして', '만나서 반가워요'],
  ['ja', 'es', 'お腹すいた', 'Tengo hambre'],
  ['ko', 'zh', '어디서 사셨어요?', '这是在哪里买的？'],
  ['ko', 'en', '너무 귀여워요!', 'So cute!'],
  ['ko', 'ja', '생일 축하해요!', 'お誕生日おめでとう！'],
  ['ko', 'es', '중국어 이름 지어주세요', 'Ponme un nombre chino, por favor'],
  ['es', 'zh', 'Soy refugiada de TikTok', 'TikTok难民'],
  ['es', 'en', '¿Me pasas la receta?', 'Recipe please!'],
  ['es', 'ja', 'Te queda genial', 'お似合いです！'],
  ['es', 'ko', '¿Cómo se pronuncia?', '어떻게 읽어요?'],
])('%s to %s: %s', (from, to, text, rendering) => {
  expect(phrasebook.find(text, from, to)).toEqual({ text: rendering });
});

test.each([
  ['en', 'SOOO CUTE!!!', '太可爱了'],
  ['en', 'so coooool', '好酷'],
  ['en', 'whats your cats name', '你的猫叫什么名字？'],
  ['en', 'haha so cute', '哈哈哈太可爱了'],
  ['es', 'donde lo compraste', '这是在哪里买的？'],
  ['es', 'jajajajaja que lindo', '哈哈哈太可爱了'],
  ['ko', '어디서샀어요', '这是在哪里买的？'],
  ['ja', 'かわいいいい〜〜', '太可爱了'],
  ['en-GB', 'so cute', '太可爱了'],
])('%s as people type it: %s', (from, text, rendering) => {
  expect(phrasebook.find(text, from, 'zh-CN')).toEqual({ text: rendering });
});

test('every phrase is found in every direction by its own renderings', () => {
  const phrases = readPhraseSubjects().flatMap((subject) => subject.phrases);
  expect(phrasebook.size).toBe(phrases.length);
  const missed = phrases.flatMap((phrase) =>
    phraseLanguages.flatMap((from) =>
      phraseLanguages
        .filter((to) => to !== from)
        .filter((to) => phrasebook.find(phrase[from][0], from, to)?.text !== phrase[to][0])
        .map((to) => `${from}-${to} ${phrase[from][0]}`),
    ),
  );
  expect(missed).toEqual([]);
});

test.each([
  ['a sentence nobody wrote down', 'Schrödinger asked for milk', 'en', 'zh'],
  ['a phrase with more around it', 'so cute and so expensive', 'en', 'zh'],
  ['the wrong language', 'so cute', 'es', 'zh'],
  ['a language without phrases', 'so cute', 'en', 'fr'],
  ['the same language', 'so cute', 'en', 'en-US'],
  ['no letters', '!!!', 'en', 'zh'],
  ['a statement in place of the question', '진짜', 'ko', 'en'],
  ['a refusal taken apart by its comma', 'No, entiendo', 'es', 'en'],
])('nothing is found for %s', (_, text, from, to) => {
  expect(phrasebook.find(text, from, to)).toBeUndefined();
});

test('without a known language the text itself decides, unless it may be the language of the reader', () => {
  expect(phrasebook.find('谢谢', 'und', 'en')).toEqual({ text: 'Thank you!' });
  expect(phrasebook.find('so cute', 'mul', 'ja')).toEqual({ text: 'かわいすぎる！' });
  expect(phrasebook.find('meow', 'und', 'zh')).toEqual({ text: '喵' });
  expect(phrasebook.find('so cute', 'und', 'en')).toBeUndefined();
});

test('where two languages spell different things alike, nobody guesses', () => {
  const time: Phrase = { zh: ['一次'], en: ['Once'], ja: ['一回'], ko: ['한 번'], es: ['Una vez'] };
  const number: Phrase = { zh: ['十一'], en: ['Eleven'], ja: ['十一'], ko: ['열하나'], es: ['Once'] };
  const { find } = openPhrasebook([{ subject: 'numbers', phrases: [time, number] }]);
  expect(find('once', 'und', 'zh')).toBeUndefined();
  expect(find('once', 'en', 'zh')).toEqual({ text: '一次' });
  expect(find('once', 'es', 'zh')).toEqual({ text: '十一' });
  expect(find('eleven', 'und', 'zh')).toEqual({ text: '十一' });
});
