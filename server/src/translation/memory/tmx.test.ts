import { Problem } from '@teahouse/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTmx, type TmxUnit, writeTmx } from './tmx.ts';

const tmx = (body: string, prolog = '<?xml version="1.0"?>') =>
  `${prolog}\n<tmx version="1.4"><header srclang="en" datatype="plaintext"/><body>${body}</body></tmx>`;
const variant = (language: string, segment: string) => `<tuv xml:lang="${language}"><seg>${segment}</seg></tuv>`;

test('texts are read by language, whatever else the program that wrote them added', () => {
  const file = tmx(
    `<!-- from a shop's own memory -->
     <tu tuid="1" changedate="20250114T120000Z"><note>greeting</note><prop type="domain">shop</prop>
       ${variant('en-US', 'Hello &amp; welcome &#x2764;')}
       <tuv lang="ZH_CN"><prop type="by">Mei</prop><seg><![CDATA[你好，<欢迎>]]></seg></tuv>
     </tu>`,
    '\ufeff<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">',
  );
  expect([...readTmx(file)]).toEqual([
    {
      variants: [
        { language: 'en', text: 'Hello & welcome ❤' },
        { language: 'zh', text: '你好，<欢迎>' },
      ],
    },
  ]);
});

test('inline tags go, the wording they mark stays', () => {
  const segment =
    'Click <bpt i="1">&lt;b><sub>title</sub></bpt>here<ept i="1">&lt;/b></ept><ph x="1"/> to <hi type="x">cook</hi>.';
  const [unit] = readTmx(
    tmx(`<tu>${variant('en', segment)}${variant('es', 'Pulsa aquí para <it pos="begin">&lt;i></it>cocinar.')}</tu>`),
  );
  expect(unit?.variants.map(({ text }) => text)).toEqual(['Click here to cook.', 'Pulsa aquí para cocinar.']);
});

test('a unit whose pairs would grow with the square of its variants is refused', () => {
  const unit = (count: number) => tmx(`<tu>${variant('en', 'a').repeat(count)}${variant('zh', '一')}</tu>`);
  expect([...readTmx(unit(59))][0]?.variants).toHaveLength(60);
  expect(() => [...readTmx(unit(60))]).toThrow('more than 60 variants');
});

test('a unit that says something in one language only is left out', () => {
  const units = `<tu>${variant('en', 'alone')}</tu><tu>${variant('en', 'a')}${variant('zh', ' ')}</tu><tu/>`;
  expect([...readTmx(tmx(units))]).toEqual([]);
});

test('what is written is read back', () => {
  const unit = fc.record({
    variants: fc.array(
      fc.record({
        language: fc.constantFrom('zh', 'en', 'ja', 'ko', 'es'),
        text: fc.string({ unit: fc.constantFrom(...'aé汉😀<>&"\'] ;\n') }).map((text) => `x${text}x`.normalize('NFC')),
      }),
      { minLength: 2, maxLength: 5 },
    ),
  });
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 5 }), (units: TmxUnit[]) => {
      expect([...readTmx(writeTmx(units))]).toEqual(units);
    }),
  );
});

test('signs that XML cannot carry are dropped when writing', () => {
  const variants = [
    { language: 'en', text: 'a\u0000b\ud800' },
    { language: 'zh', text: '甲\u0008乙' },
  ];
  const [unit] = readTmx(writeTmx([{ variants }]));
  expect(unit?.variants.map(({ text }) => text)).toEqual(['ab\ufffd', '甲乙']);
});

describe('a broken or hostile file is refused with its reason', () => {
  const body = `<tu>${variant('en', 'a')}${variant('zh', '甲')}</tu>`;
  const entity = (declaration: string) => tmx(`<tu>${variant('en', '&x;')}${variant('zh', '甲')}</tu>`, declaration);

  test.each([
    ['nothing', '', /no element/],
    ['no XML', 'hello', /text outside/],
    ['another format', '<xliff></xliff>', /not a translation memory/],
    ['an unclosed element', '<tmx><body>', /<body> is not closed/],
    ['crossed elements', '<tmx><body></tmx></body>', /<\/tmx> where another/],
    ['a second root', '<tmx></tmx><tmx></tmx>', /second root/],
    ['a broken tag', '<tmx><body a=1></body></tmx>', /not well formed/],
    ['an attribute twice', '<tmx a="1" a="2"></tmx>', /attribute a twice/],
    ['an open comment', '<tmx><!-- ', /without -->/],
    ['a bare ampersand', tmx(`<tu>${variant('en', 'salt & tea')}</tu>`), /not among the entities/],
    ['an HTML entity', tmx(`<tu>${variant('en', 'a&nbsp;b')}</tu>`), /&nbsp;/],
    ['a reference to no character', tmx(`<tu>${variant('en', '&#0;')}</tu>`), /&#0;/],
    ['a reference beyond Unicode', tmx(`<tu>${variant('en', '&#x110000;')}</tu>`), /&#x110000;/],
    ['a control character', tmx(`<tu>${variant('en', '\u0001')}</tu>`), /does not allow/],
    [
      'a file of the server',
      entity('<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      /declarations of its own/,
    ],
    ['a billion laughs', entity('<!DOCTYPE tmx [<!ENTITY y "ha"><!ENTITY x "&y;&y;">]>'), /declarations of its own/],
    ['a late DOCTYPE', `<tmx><!DOCTYPE tmx></tmx>`, /where none belongs/],
    ['deep nesting', '<tmx>'.repeat(100), /too deeply/],
    ['no language', tmx('<tu><tuv><seg>a</seg></tuv></tu>'), /Unit 1 has a variant without/],
    ['no language tag', tmx(`${body}<tu>${variant('not a tag', 'a')}</tu>`), /Unit 2 names/],
    ['too many units', tmx('<tu/>'.repeat(200_001)), /200,000/],
    ['too many bytes', tmx('汉'.repeat(7_000_000)), /20 MB/],
  ])('%s', (_, file, detail) => {
    const read = () => [...readTmx(file)];
    expect(read).toThrow(Problem);
    expect(read).toThrow(expect.objectContaining({ code: 'invalid-request', message: expect.stringMatching(detail) }));
  });

  test('and the reason names the line', () => {
    expect(() => [...readTmx('<tmx>\n<body>\n</b>')]).toThrow(/line 3/);
  });
});
