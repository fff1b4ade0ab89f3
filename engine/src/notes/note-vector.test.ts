import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteVector, queryVector, UNIT } from './note-vector.ts';

/** Six subjects as they are written about in two languages, each text by itself and with its translation. */
const subjects = {
  cat: {
    zh: '我家猫咪今天第一次洗澡，叫得整栋楼都听见了，求养猫的朋友给点建议',
    en: 'My cat had her first bath today and the whole building heard it. Cat owners, any advice?',
    zhMore: '新手养猫指南：猫砂、猫粮、疫苗，带猫咪回家第一周要做的事',
    enMore: 'A beginner guide to keeping a cat: litter, food, vaccines and the first week at home',
  },
  noodles: {
    zh: '在家做兰州拉面，牛肉汤要熬四个小时，辣椒油是灵魂',
    en: 'Homemade Lanzhou noodles: the beef broth simmers for four hours and chili oil is the soul',
    zhMore: '一碗好吃的牛肉面，汤底和辣椒油怎么做，附详细食谱',
    enMore: 'How to make the broth and the chili oil for a good bowl of beef noodles, full recipe',
  },
  hiking: {
    zh: '周末徒步黄山，凌晨四点起床看日出，云海太美了，膝盖快废了',
    en: 'Weekend hike on Mount Huang, up at four for the sunrise over a sea of clouds, my knees are gone',
    zhMore: '徒步新手看过来：登山鞋、登山杖怎么选，山上看云海和日出的路线',
    enMore: 'New to hiking? How to choose boots and poles, and mountain routes for clouds and sunrise',
  },
  math: {
    zh: '初三数学题求助，这道二次函数的最大值怎么求，作业明天要交',
    en: 'Help with my maths homework: how do I find the maximum of this quadratic function?',
    zhMore: '二次函数知识点总结，数学作业里最常见的题型都在这里',
    enMore: 'Summary of quadratic functions with the most common questions in maths homework',
  },
  visa: {
    zh: '去日本的旅游签证材料清单，照片尺寸、在职证明、银行流水都要准备',
    en: 'Documents for a tourist visa to Japan: photo size, proof of employment and bank statements',
    zhMore: '第一次自己办签证，银行流水和在职证明怎么写，材料模板分享',
    enMore: 'Doing a visa yourself for the first time: bank statements and employment proof with templates',
  },
  makeup: {
    zh: '黄皮口红试色，这三支显白又温柔，底妆用的是小样',
    en: 'Lipstick swatches for olive skin, three shades that brighten, the foundation is a sample',
    zhMore: '通勤底妆教程，粉底和口红怎么搭配才显白',
    enMore: 'Everyday makeup tutorial: which foundation and lipstick shades brighten the skin',
  },
} as const;
type Subject = keyof typeof subjects;
const names = Object.keys(subjects) as Subject[];

describe('noteVector', () => {
  it('brings notes of one subject together across languages, by what is translated', () => {
    const left = vectors((name) => ({ texts: [subjects[name].zh, subjects[name].en], topics: [] }));
    const right = vectors((name) => ({ texts: [subjects[name].enMore, subjects[name].zhMore], topics: [] }));
    // Sixty-four numbers are a coarse sketch: words alone miss one in four, a shared concept none (next test).
    expect(missed(left, right) + missed(right, left)).toBeLessThanOrEqual(3);
    expect(meanOf(left, right, (a, b) => a === b)).toBeGreaterThan(0.35);
    expect(meanOf(left, right, (a, b) => a !== b)).toBeLessThan(0.05);
  });

  it('brings them together by a shared concept, without a translation', () => {
    const left = vectors((name) => ({ texts: [subjects[name].zh], topics: [`concept-${name}`] }));
    const right = vectors((name) => ({ texts: [subjects[name].en], topics: [`concept-${name}`, 'weekend'] }));
    expect(missed(left, right) + missed(right, left)).toBe(0);
  });

  it('finds the subject of a search', () => {
    const notes = vectors((name) => ({ texts: [subjects[name].zh, subjects[name].en], topics: [name], author: 'li' }));
    const asked: Record<Subject, string[]> = {
      cat: ['猫咪', '洗澡'],
      noodles: ['beef', 'noodles'],
      hiking: ['徒步', '日出'],
      math: ['quadratic'],
      visa: ['日本', '签证'],
      makeup: ['lipstick'],
    };
    for (const name of names) expect(nearestTo(queryVector(asked[name], [name]), notes)).toBe(name);
    const byWords = new Map(names.map((name) => [name, queryVector(asked[name], [])]));
    const margin = meanOf(byWords, notes, (a, b) => a === b) - meanOf(byWords, notes, (a, b) => a !== b);
    expect(margin).toBeGreaterThan(0.15);
  });

  it('joins forms of a word', () => {
    const [cooking, cooked, sailing] = [['cooking'], ['cooked'], ['sailing']].map((words) =>
      queryVector(words, []),
    ) as [Int8Array, Int8Array, Int8Array];
    expect(cosine(cooking, cooked)).toBeGreaterThan(cosine(cooking, sailing));
  });

  it('has length 127 whatever is said, and says nothing for nothing', () => {
    const content = fc.record({
      texts: fc.array(fc.string({ unit: 'grapheme' })),
      topics: fc.array(fc.string()),
      author: fc.string(),
    });
    fc.assert(
      fc.property(content, (said) => {
        const length = Math.sqrt(noteVector(said).reduce((sum, value) => sum + value * value, 0));
        // Rounding moves each of 64 numbers by a half at most.
        expect(Math.abs(length - UNIT)).toBeLessThanOrEqual(4);
      }),
    );
    expect(noteVector({ texts: ['', '。', '的'], topics: [] }).every((value) => value === 0)).toBe(true);
  });

  it('stays what it is: stored vectors are compared with new ones', () => {
    const vector = noteVector({ texts: ['A cat 猫咪'], topics: ['t1'], category: 'pets', author: 'li' });
    expect([...vector.subarray(0, 12)]).toMatchInlineSnapshot(`
      [
        13,
        3,
        -15,
        -30,
        -18,
        -27,
        -4,
        -10,
        -21,
        1,
        -12,
        -2,
      ]
    `);
  });
});

function vectors(content: (name: Subject) => Parameters<typeof noteVector>[0]): Map<Subject, Int8Array> {
  return new Map(names.map((name) => [name, noteVector(content(name))]));
}

/** How many of the left stand nearer to another subject on the right than to their own. */
function missed(left: Map<Subject, Int8Array>, right: Map<Subject, Int8Array>): number {
  return names.filter((name) => nearestTo(left.get(name) as Int8Array, right) !== name).length;
}

function meanOf(
  left: Map<Subject, Int8Array>,
  right: Map<Subject, Int8Array>,
  counts: (a: Subject, b: Subject) => boolean,
): number {
  const near = [...left].flatMap(([a, vector]) =>
    [...right].filter(([b]) => counts(a, b)).map(([, other]) => cosine(vector, other)),
  );
  return near.reduce((sum, value) => sum + value, 0) / near.length;
}

function nearestTo(vector: Int8Array, others: Map<Subject, Int8Array>): Subject {
  const [best] = [...others].sort(([, a], [, b]) => cosine(vector, b) - cosine(vector, a));
  return best?.[0] as Subject;
}

function cosine(a: Int8Array, b: Int8Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] as number), 0) / (UNIT * UNIT);
}
