import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileGlossary, type GlossaryTerm } from './glossary.ts';

const term = (language: string, written: string, more: Partial<GlossaryTerm> = {}): GlossaryTerm => ({
  id: written,
  language,
  term: written,
  variants: [],
  isAmbiguous: (more.needs ?? []).length > 0,
  ...more,
});

const glossary = compileGlossary([
  term('zh', 'yyds', { variants: ['永远的神'] }),
  term('zh', 'u1s1', { variants: ['有一说一'] }),
  term('zh', 'V我50'),
  term('zh', '猫税', { variants: ['交猫税'] }),
  term('zh', '听劝'),
  term('zh', '听劝改造'),
  term('zh', '绝了', { exceptions: ['拒绝了'] }),
  term('zh', '666'),
  term('zh', '6', { needs: ['太6了', '6啊', '操作'], exceptions: ['6点'] }),
  term('zh', '88', { needs: ['晚安'] }),
  term('zh', '蹲', { variants: ['蹲一个'], needs: ['链接', '后续'], exceptions: ['蹲下'] }),
  term('zh', 'dd', { needs: ['组队', '求'] }),
  term('zh', '吃瓜', { variants: ['吃瓜群众'], needs: ['群众', '热搜'] }),
  term('zh', '[doge]'),
  term('en', 'cat tax', { variants: ['pay the cat tax'] }),
  term('en', "it's giving"),
  term('en', 'slay', { needs: ['queen'] }),
  term('en', 'W', { needs: ['huge'] }),
  term('en', 'ty'),
  term('ja', 'www'),
  term('ko', 'ㅋㅋ'),
  term('ko', '대박'),
]);

const found = (text: string) =>
  glossary.match(text).map(({ termId, isCertain }) => (isCertain ? termId : `${termId}?`));

describe('spellings', () => {
  test.each([
    ['YYDS！', 'yyds'],
    ['ｙｙｄｓ', 'yyds'],
    ['yyyyds', 'yyds'],
    ['yydsssss', 'yyds'],
    ['草莓蛋糕永远的神', 'yyds'],
    ['这家店yyds啊', 'yyds'],
    ['u1s1，确实', 'u1s1'],
    ['周四了，V 我 50', 'V我50'],
    ['v我50', 'V我50'],
    ['交猫税啦', '猫税'],
    ['6666666', '666'],
    ['Cat  Tax paid', 'cat tax'],
    ['#cat_tax', 'cat tax'],
    ['#猫税 #日常', '猫税'],
    ['it’s giving grandma', "it's giving"],
    ['好的[doge]', '[doge]'],
    ['tyyyy', 'ty'],
    ['wwwww', 'www'],
    ['아ㅋㅋㅋㅋㅋ', 'ㅋㅋ'],
    ['대박이다', '대박'],
  ])('%s has %s', (text, id) => {
    expect(found(text)).toEqual([id]);
  });
});

describe('what only looks like a term', () => {
  test.each([
    '他拒绝了我',
    'party time, pretty, typo',
    'yydsx',
    'yds',
    '888',
    '2666',
    'cat\ntax',
    'slayer',
    '초대박',
    'https://example.com/yyds?cat=tax',
    'mail ty@example.com',
    '@yyds 你好',
    '',
  ])('%j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('ambiguous terms', () => {
  test.each([
    ['这操作6', ['6']],
    ['太6了吧', ['6']],
    ['6点操作', []],
    ['我家有6口人', []],
    ['6', ['6?']],
    ['6！！😂', ['6?']],
    ['蹲个链接', ['蹲']],
    ['蹲下看链接', []],
    ['蹲', ['蹲?']],
    ['在门口蹲了很久', []],
    ['dd', ['dd?']],
    ['求组队 dd', ['dd']],
    ['add dd to the list', []],
    ['吃瓜群众路过', ['吃瓜']],
    ['夏天就该吃瓜', []],
    ['晚安，88', ['88']],
    ['一共88块', []],
    ['Slay, queen!', ['slay']],
    ['to slay a dragon', []],
    ['a huge W', ['W']],
    ['W. Smith', []],
    ['链接在主页，今天去爬山拍了很多照片，晚上回来在门口蹲', []],
  ])('%s', (text, ids) => {
    expect(found(text)).toEqual(ids);
  });
});

describe('places', () => {
  test('a term is reported once, with all its places', () => {
    expect(glossary.match('yyds！真的，永远的神')).toEqual([
      {
        termId: 'yyds',
        start: 0,
        end: 4,
        isCertain: true,
        occurrences: [
          { start: 0, end: 4 },
          { start: 8, end: 12 },
        ],
      },
    ]);
  });

  test('terms come in order of first occurrence', () => {
    expect(found('u1s1，猫税yyds，u1s1')).toEqual(['u1s1', '猫税', 'yyds']);
  });

  test('of overlapping terms the longest stays', () => {
    expect(found('听劝改造')).toEqual(['听劝改造']);
    expect(found('听劝，真的听劝改造')).toEqual(['听劝', '听劝改造']);
  });

  test('drawn-out letters belong to the place', () => {
    expect(glossary.match('啊YYYYDS')).toMatchObject([{ start: 1, end: 7 }]);
  });

  test('offsets are those of the text as given', () => {
    const text = '😂😂 https://a.b/c 猫\u200b税';
    const [match] = glossary.match(text);
    expect(text.slice(match?.start, match?.end)).toBe('猫\u200b税');
  });

  test('any text: places lie in it, in order, without overlap', () => {
    const piece = fc.oneof(
      fc.constantFrom('yyds', '猫税', '听劝改造', '6啊', 'dd', ' ', '#', '@', '，', 'W', 'huge', '拒绝了', '😂', '\n'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const matches = glossary.match(text);
        const places = matches.flatMap(({ occurrences }) => occurrences).sort((a, b) => a.start - b.start);
        expect(places.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
        expect(places.every(({ start }, index) => start >= (places[index - 1]?.end ?? 0))).toBe(true);
        expect(new Set(matches.map(({ termId }) => termId)).size).toBe(matches.length);
      }),
    );
  });
});

test('a long text of one term alone is still one match', () => {
  expect(glossary.match('6啊'.repeat(20_000))).toMatchObject([{ termId: '6' }]);
});

describe('language of a word', () => {
  test.each([
    ['yyds', 'zh'],
    ['YYDS', 'zh'],
    ['u1s1', 'zh'],
    ['ty', 'en'],
    ['dd', undefined],
    ['slay', undefined],
    ['cat', undefined],
    ['', undefined],
  ])('%s: %s', (word, language) => {
    expect(glossary.wordLanguage(word)).toBe(language);
  });

  test('a word that is slang of two languages tells nothing', () => {
    const both = compileGlossary([term('en', 'gg', { id: 'en' }), term('es', 'gg', { id: 'es' })]);
    expect(both.wordLanguage('gg')).toBeUndefined();
  });
});
