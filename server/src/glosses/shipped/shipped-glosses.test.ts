import { compileGlossary } from '@teahouse/engine';
import { describe, expect, test } from 'vitest';
import { readShippedGlosses, type ShippedGloss } from './shipped-glosses.ts';

const glosses = readShippedGlosses();
const glossary = compileGlossary(glosses);
const idsIn = (text: string) => glossary.match(text).map(({ termId }) => termId);

describe('the collection', () => {
  const countOf = (language: string) => glosses.filter((gloss) => gloss.language === language).length;

  test('is large enough', () => {
    expect(countOf('zh')).toBeGreaterThanOrEqual(190);
    expect(countOf('en')).toBeGreaterThanOrEqual(130);
    for (const language of ['ja', 'ko', 'es']) expect(countOf(language)).toBeGreaterThanOrEqual(15);
  });

  test('spells no term twice', () => {
    const spellings = glosses.flatMap(({ term, variants }) => [term, ...variants].map((word) => word.toLowerCase()));
    expect(spellings.filter((word, index) => spellings.indexOf(word) !== index)).toEqual([]);
  });

  test('explains every term to the other side, with a note', () => {
    const wanted = ({ language }: ShippedGloss) => (language === 'zh' ? (['en'] as const) : (['zh'] as const));
    const unexplained = glosses.filter((gloss) =>
      wanted(gloss).some((reader) => !gloss.renderings[reader]?.note?.trim() || !gloss.renderings[reader].text.trim()),
    );
    expect(unexplained.map(({ id }) => id)).toEqual([]);
  });

  test('writes senses and renderings in the language they are for', () => {
    const han = /\p{Script=Han}/u;
    const isWritten: Record<string, (text: string) => boolean> = {
      zh: (text) => han.test(text),
      en: (text) => /[a-z]/i.test(text) && !/^\p{Script=Han}+$/u.test(text),
      es: (text) => /[a-z]/i.test(text) && !han.test(text),
      ja: (text) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text),
      ko: (text) => /\p{Script=Hangul}/u.test(text),
    };
    expect(glosses.filter(({ language, sense }) => !isWritten[language]?.(sense)).map(({ id }) => id)).toEqual([]);
    const foreignNotes = glosses.flatMap(({ id, renderings }) =>
      Object.entries(renderings).flatMap(([reader, rendering]) =>
        rendering?.note && !isWritten[reader]?.(rendering.note) ? `${id} for ${reader}` : [],
      ),
    );
    expect(foreignNotes).toEqual([]);
  });

  test('names context words for ambiguous terms only', () => {
    expect(glosses.filter(({ isAmbiguous, needs }) => isAmbiguous !== needs.length > 0).map(({ id }) => id)).toEqual(
      [],
    );
  });
});

const CARRIERS: Record<string, readonly [string, string][]> = {
  zh: [
    ['今天刷到一条，', ''],
    ['看到“', '”这个说法。'],
    ['', ' 😂😂'],
  ],
  en: [
    ['I saw this today: ', ''],
    ['they wrote “', '” here.'],
    ['', ' 😂😂'],
  ],
  ja: [
    ['今日見た「', '」です。'],
    ['コメント：', ''],
    ['', ' 😂😂'],
  ],
  ko: [
    ['오늘 본 댓글: ', ''],
    ['“', '” 라고 했어요.'],
    ['', ' 😂😂'],
  ],
  es: [
    ['Hoy leí: ', ''],
    ['“', '” dicen.'],
    ['', ' 😂😂'],
  ],
};

describe('every known term in a text is found', () => {
  test.each(Object.keys(CARRIERS))('%s', (language) => {
    const texts = glosses
      .filter((gloss) => gloss.language === language)
      .flatMap((gloss) => [gloss.term, ...gloss.variants].flatMap((word) => carry(gloss, word)));
    const missed = texts.filter(({ text, start, end, id }) => {
      const match = glossary.match(text).find(({ termId }) => termId === id);
      return !match?.isCertain || match.start > start || match.end < end;
    });
    expect(missed).toEqual([]);
  });

  /** An ambiguous term with each of its context words. */
  function carry({ id, language, needs }: ShippedGloss, word: string) {
    return (CARRIERS[language] ?? []).flatMap(([before, after]) =>
      (needs.length > 0 ? needs.map((need) => `，${need}`) : ['']).map((context) => ({
        id,
        text: before + word + after + context,
        start: before.length,
        end: before.length + word.length,
      })),
    );
  }
});

describe('comments of January 2025', () => {
  test.each([
    ['来交猫税了，TikTok难民一枚', ['zh:猫税', 'zh:TikTok难民']],
    ['u1s1，这泼天的富贵轮到我们了', ['zh:u1s1', 'zh:泼天的富贵']],
    ['疯狂星期四，v我50', ['zh:疯狂星期四', 'zh:V我50']],
    ['蹲一个链接，被种草了', ['zh:蹲', 'zh:种草']],
    ['中美网友大对账', ['zh:对账']],
    ['我的早C晚A', ['zh:早C晚A']],
    ['dd', ['zh:dd']],
    ['6', ['zh:6']],
    ['李华终于收到外国朋友的回信了', ['zh:李华']],
    ['my new Chinese spy, pls accept my cat tax', ['en:Chinese spy', 'en:cat tax']],
    ['fellow tiktokrefugee here, ngl RedNote slays', ['en:TikTok refugee', 'en:ngl', 'en:RedNote']],
    ['OMG tysm bestie!!', ['en:omg', 'en:ty', 'en:bestie']],
    ['jajaja qué guay', ['es:jaja', 'es:qué guay']],
    ['대박ㅋㅋㅋ', ['ko:대박', 'ko:ㅋㅋ']],
  ])('%s', (text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });
});

describe('everyday sentences have no slang', () => {
  test.each([
    '他拒绝了邀请，小孩蹲下系鞋带',
    '夏天我爱吃西瓜，6点到家',
    '一共88元，快递6件',
    '阳台上种草莓，冬天晒干货',
    '银行每月给我寄对账单',
    '海王星离太阳很远',
    '他是一位新来的医生，住在厦门集美区',
    '癌症可以治愈吗',
    '薯条配番茄酱很好吃',
    '我们在凡尔赛宫前合影',
    'She ate an apple on the ship.',
    'The knight must slay the dragon.',
    'I bet you left your cap on the bus in mid-January.',
    'The goat stood by the fire.',
    'A registered nurse wrote the note.',
    'Ich finde das gut.',
    'その草はよく伸びる。それなら帰ろう。',
    '推し量ることはできない',
    'Vale la pena leerlo.',
  ])('%s', (text) => {
    expect(idsIn(text)).toEqual([]);
  });
});
