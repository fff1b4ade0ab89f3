import { parseArgs } from 'node:util';
import {
  findSpans,
  joinPieces,
  marker,
  type Piece,
  pick,
  prepareText,
  type Random,
  restoreSegment,
  type Segment,
  scriptCounts,
  seededRandom,
  shuffle,
  splitAroundSpans,
} from '@teahouse/engine';
import { formatTable } from '../table.ts';
import { measureEngines, noisePairs, type SpanText } from './engine-spans.ts';

/** What an engine makes of a masked sentence. A real one is measured by adding it here. */
type ScriptedEngine = { name: string; translate: (masked: string, to: string, random: Random) => string };

/** `only` one engine is asked; `misses` are printed as they come. */
type Options = {
  count: number;
  seed: string;
  engines: boolean;
  only?: string | undefined;
  misses: boolean;
  json: boolean;
};

type Outcome = { engine: string; texts: number; spansExact: number; fallbacks: number; microseconds: number };

const ENGINES: readonly ScriptedEngine[] = [
  { name: 'changes nothing', translate: (masked) => masked },
  { name: 'keeps markers', translate: (masked, to, random) => reword(masked, to, random, (_, own) => own) },
  { name: 'reorders markers', translate: reorder },
  { name: 'spaces markers', translate: (masked, to, random) => reword(masked, to, random, (n) => `  ⟦ ${n} ⟧  `) },
  { name: 'rewrites brackets', translate: (masked, to, random) => reword(masked, to, random, rewriteBrackets) },
  {
    name: 'drops markers',
    translate: (masked, to, random) => reword(masked, to, random, (n, own) => (n === 0 ? '' : own)),
  },
  { name: 'doubles markers', translate: (masked, to, random) => reword(masked, to, random, (_, own) => own + own) },
  { name: 'invents markers', translate: (masked, to, random) => `${reword(masked, to, random, (_, own) => own)}⟦99⟧` },
];

const WORDS: Readonly<Record<string, readonly string[]>> = {
  zh: ['今天', '太可爱了', '姐妹们', '真的好吃', '求链接', '周末', '我家猫', '收藏了', '笑死', '这个颜色'],
  en: ['so cute', 'love this', 'my cat', 'where is it', 'thank you', 'weekend', 'the cake', 'same', 'look', 'recipe'],
  ja: ['かわいい', 'おいしい', '猫ちゃん', 'どこで買えますか', '週末', 'ありがとう', '最高です'],
  ko: ['너무 귀여워요', '주말에', '고양이', '어디서 샀어요', '고마워요', '맛있어요'],
  es: ['qué lindo', 'mi gato', 'el fin de semana', 'gracias', 'la receta', 'me encanta', 'dónde'],
};
const LANGUAGES = Object.keys(WORDS);

const SPANS: readonly string[] = [
  'https://example.com/a?b=1&c=(2)',
  'http://xhslink.com/A1b2C3',
  'ann@town.example',
  '@tom',
  '@小明',
  '＠李雷',
  '@ann@town.example',
  '#美食#',
  '#ootd',
  '#猫🐱',
  '#探店[话题]#',
  '[笑哭R]',
  '[doge]',
  '😂',
  '👨‍👩‍👧',
  '🇨🇳',
  '👍🏽',
  '1️⃣',
  '(｡･ω･｡)',
  '╥﹏╥',
  '¯\\_(ツ)_/¯',
  'T_T',
  '`npm run dev`',
  '¥128',
  '3.5kg',
  '20%',
  '10:30',
  '2025-01-14',
  '1,299',
  'B2',
  '1080p',
  '⟦0⟧',
  '⟦',
];

/**
 * `npm run eval -- spans [--count 10000] [--seed spans] [--engines [--only bergamot] [--misses]] [--json]`: does every
 * protected span come through every way an engine treats its markers, and with `--engines` through the whole pipeline
 * with every engine?
 *
 * @returns true when all of them do, in all texts
 */
export async function evaluate(given: readonly string[]): Promise<boolean> {
  const options = readOptions(given);
  const outcomes = options.engines ? await measureAll(options) : ENGINES.map((engine) => measure(engine, options));
  const isExact = outcomes.every(({ texts, spansExact }) => texts === spansExact);
  if (options.json) {
    const figures = outcomes.map(({ engine, texts, spansExact, fallbacks, microseconds }) => ({
      engine,
      texts,
      spans_exact: spansExact / texts,
      fallbacks,
      us_per_text: Math.round(microseconds),
    }));
    console.log(
      JSON.stringify({ spans_exact: isExact ? 1 : Math.min(...figures.map((row) => row.spans_exact)), figures }),
    );
  } else {
    const rows = outcomes.map((row) => [
      row.engine,
      row.texts,
      `${((row.spansExact / row.texts) * 100).toFixed(2)} %`,
      row.fallbacks,
      Math.round(row.microseconds),
    ]);
    console.log(formatTable([['engine', 'texts', 'spans_exact', 'fallbacks', 'µs/text'], ...rows]));
  }
  return isExact;
}

function readOptions(given: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...given],
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: 'spans' },
      engines: { type: 'boolean', default: false },
      only: { type: 'string' },
      misses: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  return { ...values, count: Number(values.count) };
}

async function measureAll({ count, seed, only, misses }: Options): Promise<Outcome[]> {
  const isExact = (text: string, shown: string) => {
    const isSame = sameSpans(text, shown);
    if (misses && !isSame)
      console.log(JSON.stringify({ text, shown, spans: spansOf(text), shownSpans: spansOf(shown) }));
    return isSame;
  };
  const measured = await measureEngines((engine) => writeTexts(engine, { count, seed }), isExact, only);
  return measured.map(({ engine, texts, spansExact, kept, milliseconds }) => {
    return { engine, texts, spansExact, fallbacks: kept, microseconds: (milliseconds * 1000) / texts };
  });
}

function writeTexts(engine: string, { count, seed }: Pick<Options, 'count' | 'seed'>): SpanText[] {
  const random = seededRandom(`${seed}:${engine}`);
  if (engine !== 'bergamot') return Array.from({ length: count }, () => writeText(random));
  const texts: SpanText[] = [];
  while (texts.length < count) {
    const text = writeText(random);
    if (noisePairs.includes(`${text.from}-${text.to}`)) texts.push(text);
  }
  return texts;
}

function measure({ name, translate }: ScriptedEngine, { count, seed }: Options): Outcome {
  const random = seededRandom(`${seed}:${name}`);
  let spansExact = 0;
  let fallbacks = 0;
  let milliseconds = 0;
  for (let index = 0; index < count; index += 1) {
    const { text, to } = writeText(random);
    const started = performance.now();
    const { pieces } = prepareText(text, { target: to, languageOf });
    milliseconds += performance.now() - started;
    const outputs = pieces.map((piece) => (piece.kind === 'segment' ? translate(piece.masked, to, random) : ''));
    const restarted = performance.now();
    const shown = pieces.map((piece, place) => {
      const restored = restorePiece(piece, outputs[place] ?? '', to, random);
      if (restored.isFallback) fallbacks += 1;
      return restored.text;
    });
    const translation = joinPieces(pieces, shown);
    milliseconds += performance.now() - restarted;
    if (sameSpans(text, translation)) spansExact += 1;
  }
  return { engine: name, texts: count, spansExact, fallbacks, microseconds: (milliseconds * 1000) / count };
}

function restorePiece(piece: Piece, output: string, to: string, random: Random) {
  if (piece.kind === 'verbatim') return { text: piece.text, isFallback: false };
  const restored = restoreSegment(piece, output);
  if ('text' in restored) return { text: restored.text, isFallback: false };
  return { text: translateAround(piece, to, random), isFallback: true };
}

function translateAround(segment: Segment, to: string, random: Random): string {
  const pieces = splitAroundSpans(segment);
  const shown = pieces.map((piece) => {
    if (piece.kind === 'verbatim') return piece.text;
    const restored = restoreSegment(piece, words(to, random));
    return 'text' in restored ? restored.text : piece.original;
  });
  return joinPieces(pieces, shown);
}

/** Spans in order of their spelling: a translation may move them. */
function sameSpans(text: string, translation: string): boolean {
  return spansOf(text).join('\n') === spansOf(translation).join('\n');
}

function spansOf(text: string): string[] {
  return findSpans(text)
    .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)
    .sort();
}

/** Sentences of one language with up to eight spans, spaced the way its members write. */
function writeText(random: Random): SpanText {
  const from = pick(LANGUAGES, random) ?? 'en';
  const to =
    pick(
      LANGUAGES.filter((language) => language !== from),
      random,
    ) ?? 'zh';
  const isWide = from === 'zh' || from === 'ja';
  const signs = isWide ? ['，', '。', '！', '\n', '', ''] : [', ', '. ', '! ', '\n', ' '];
  const spans = Array.from({ length: Math.floor(random() * 9) }, () => pick(SPANS, random) ?? '');
  const sayings = Array.from(
    { length: 1 + Math.floor(random() * 6) },
    () => words(from, random) + (pick(signs, random) ?? ''),
  );
  const parts = shuffle([...spans, ...sayings], random);
  // Chinese and Japanese go on directly after a span and before one; two spans are set apart.
  const text = parts.map((part, index) => {
    const next = parts[index + 1] ?? '';
    const isTight = isWide && (!spans.includes(part) || !spans.includes(next)) && random() < 0.7;
    return isTight || part.endsWith('\n') ? part : `${part} `;
  });
  return { text: text.join(''), from, to };
}

function words(language: string, random: Random): string {
  return pick(WORDS[language] ?? [], random) ?? '';
}

function reword(masked: string, to: string, random: Random, write: (index: number, own: string) => string): string {
  return masked
    .split(/(⟦\d+⟧)/u)
    .map((part) => {
      const index = /^⟦(\d+)⟧$/u.exec(part)?.[1];
      if (index !== undefined) return write(Number(index), part);
      return /\p{L}/u.test(part) ? words(to, random) : part;
    })
    .join('');
}

function reorder(masked: string, to: string, random: Random): string {
  const count = masked.match(/⟦\d+⟧/gu)?.length ?? 0;
  const markers = shuffle(
    Array.from({ length: count }, (_, index) => marker(index)),
    random,
  );
  return reword(masked, to, random, (index) => markers[index] ?? '');
}

function rewriteBrackets(index: number): string {
  return [`[${index}]`, `【${index}】`, `⟦${index}]`, `[[${index}]]`][index % 4] ?? '';
}

/** The generated words are of one language for each script but Latin, where an accent or an ending tells Spanish. */
function languageOf(sentence: string): string {
  const [script] = [...scriptCounts(sentence)].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (script === undefined) return 'zxx';
  if (script === 'Hangul') return 'ko';
  if (script !== 'Latin') return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sentence) ? 'ja' : 'zh';
  return (WORDS.es ?? []).some((word) => sentence.includes(word)) ? 'es' : 'en';
}
