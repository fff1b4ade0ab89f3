import { parseArgs } from 'node:util';
import { normaliseText } from '@teahouse/contract';
import * as engine from '@teahouse/engine';
import { type Figure, formatFigures, meetsTarget } from './figures.ts';

/** No text holds the process longer: one reader's worst is everybody's wait. */
const mostMilliseconds = 50;
const lengths = [2_500, 5_000, 10_000] as const;
/** Doubling a text may double its time; measuring is not exact, and a square would be four. */
const mostGrowth = 3;
/** Below this a quotient of two times says nothing. */
const leastMilliseconds = 8;

const parts =
  `( ) () (a a A .a a. @ @a a@a a@a. # #a #美 #a[话题] [ [] [a] http://a http://) www. 1, 1. 1- $1, 1x 一 ー 〜 ha 👨‍👩‍👧 👍 🇨🇳 中 中文 中。
  哈 か 가 ㅋ а " “ 「 "a “a ' { < </ <| \` \\x41 %41 01 ff .- · _ * | , !? 。 … ; :) T_ ^_ （・ ⟦ ⟧ ⟦0⟧ ¯\\_ ʕ ┻━ Mr. ﷺ ㎞ i w0 km 5km jaj 😀中
  \u0301 \u0327\u0301 e\u0301 \u200d \u200b \ufe0f \u202e \u{e0041}`
    .split(/\s+/u)
    .concat(
      ' ',
      '\n',
      ' \n',
      '\r\n',
      '\t',
      '\u3000',
      'a ',
      'a b ',
      '中 ',
      'Mr. ',
      '. - ',
      '0 1 ',
      'ff ',
      '65 ',
      'ignore ',
      'translate ',
    );

const bank = engine.compileWordBank({
  version: '1',
  rules: [
    { id: 'a', term: 'spam' },
    { id: 'b', term: '妈的', exceptions: ['妈妈的'] },
  ],
});

/** What the house does with a stored text on one turn of its event loop. */
const readings: Record<string, (text: string) => unknown> = {
  topics: (text) => [engine.extractTopics(text), engine.extractMentions(text)],
  language: (text) => engine.detectLanguage(text),
  similarity: (text) => engine.simhash64(text),
  'word bank': (text) => bank.match(text),
  'phrase key': engine.phraseKey,
  spans: engine.findSpans,
  undecodable: (text) => engine.looksUndecodable(text),
  orders: (text) => engine.couldGiveOrders(text),
  prepare: (text) => cut(text),
  join: (text) => engine.joinPieces(cut(text), cut(text).map(engine.originalOf)),
  'check output': (text) =>
    engine.checkOutput({ segment: { masked: 'Good soup' }, output: text, from: 'en', to: 'zh', isSuspect: true }),
};

/**
 * `npm run eval -- worst-texts [--json]`: texts made to take long (one sign repeated, alone, behind and before others), and the time
 * in which the house reads them, in milliseconds of its processor.
 */
export async function evaluate(given: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({ args: [...given], options: { json: { type: 'boolean', default: false } } });
  const figures = [
    ...figuresOf('normalise', normaliseText, (text) => text),
    ...Object.entries(readings).flatMap(([name, read]) => figuresOf(name, read, normaliseText)),
  ];
  console.log(values.json ? JSON.stringify(figures) : formatFigures(figures));
  return figures.every(meetsTarget);
}

function figuresOf(name: string, read: (text: string) => unknown, asStored: (text: string) => string): Figure[] {
  const shapes = parts.flatMap((part) => [
    (length: number) => fill(part, length),
    (length: number) => `${fill(part, length)}!a中`,
    (length: number) => `a@(“[#http://x${fill(part, length)}`,
  ]);
  let [slowest, growth] = [0, 1];
  for (const shape of shapes) {
    const [half = 0, whole = 0, double = 0] = lengths.map((length) => timeOf(read, asStored(shape(length))));
    slowest = Math.max(slowest, whole);
    // A square shows in both steps.
    if (whole >= leastMilliseconds) growth = Math.max(growth, Math.min(double / whole, whole / half));
  }
  return [
    { what: `${name}, ${lengths[1]} characters`, value: slowest, unit: 'ms', target: { most: mostMilliseconds } },
    { what: `${name}, a text twice as long`, value: growth, unit: '×', target: { most: mostGrowth } },
  ];
}

function fill(part: string, length: number): string {
  return part
    .repeat(Math.ceil(length / part.length))
    .slice(0, length)
    .toWellFormed();
}

function cut(text: string) {
  return engine.prepareText(text, { target: 'zh', languageOf: () => 'en' }).pieces;
}

/** The least of three: what else the machine does is not the text's fault. */
function timeOf(read: (text: string) => unknown, text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage().user;
    read(text);
    return (process.cpuUsage().user - before) / 1_000;
  });
  return Math.min(...times);
}
