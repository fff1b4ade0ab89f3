import { findSpans } from '@teahouse/engine';
import { summarise } from '../bench/latencies.ts';
import { chrf } from './chrf.ts';
import type { SetText } from './translation-set.ts';

/** What became of a text of the set. */
export interface TranslatedOne {
  asked: SetText;
  state: string;
  /** The translation; undefined where a reader sees the original. */
  text?: string;
  notes: readonly { term: string; seen: string; rendering: string }[];
  milliseconds: number;
}

/** Shares are between 0 and 1; undefined where the set has nothing to measure them on. */
export interface TranslationFigures {
  texts: number;
  chrf?: number;
  /** Of the engine's own output for whole texts. */
  raw_chrf?: number;
  delta_chrf?: number;
  /** The same over the texts that were translated as a whole: what cutting and putting together costs. */
  delta_shown?: number;
  spans_exact?: number;
  held: number;
  undecodable: number;
  /** The reader sees some or all of it in the original. */
  kept: number;
  /** Known terms whose footnote was shown. */
  slang_success?: number;
  /** Known terms whose rendering stands in the translation. */
  slang_rendered?: number;
  p50_ms: number;
  p95_ms: number;
  words_per_s: number;
  states: Record<string, number>;
}

const words = new Intl.Segmenter('und', { granularity: 'word' });

export function figuresOf(made: readonly TranslatedOne[], wallMilliseconds: number): TranslationFigures {
  const { p50, p95 } = summarise(made.map(({ milliseconds }) => milliseconds));
  const wordCount = made.reduce((sum, { asked }) => sum + countWords(asked.text), 0);
  const states = Object.groupBy(made, ({ state }) => state);
  return {
    texts: made.length,
    ...qualityOf(made),
    ...known('spans_exact', shareOf(made.filter(hasSpans), keepsSpans)),
    held: shareOf(made, ({ state }) => state === 'held') ?? 0,
    undecodable: shareOf(made, ({ state }) => state === 'undecodable') ?? 0,
    kept: shareOf(made, ({ text, state }) => text === undefined || state === 'partial') ?? 0,
    ...slangOf(made),
    p50_ms: p50,
    p95_ms: p95,
    words_per_s: Math.round(wordCount / (wallMilliseconds / 1_000)),
    states: Object.fromEntries(Object.entries(states).map(([state, of = []]) => [state, of.length])),
  };
}

/** What a person should look at. */
export function faultsOf(one: TranslatedOne): string[] {
  const unexplained = (one.asked.terms ?? []).filter((term) => !noteFor(one, term));
  return [
    ...(one.state === 'ok' ? [] : [one.state]),
    ...(hasSpans(one) && !keepsSpans(one) ? ['spans'] : []),
    ...unexplained.map((term) => `no note for ${term}`),
  ];
}

/** What a reader sees is compared: where there is no translation, that is the original. */
function qualityOf(made: readonly TranslatedOne[]): Partial<TranslationFigures> {
  const referenced = made.flatMap(({ asked, text, state }) =>
    asked.reference === undefined ? [] : [{ ...asked, reference: asked.reference, shown: text ?? asked.text, state }],
  );
  if (referenced.length === 0) return {};
  const shown = scoreOf(referenced, (one) => one.shown);
  if (referenced.some(({ raw }) => raw === undefined)) return { chrf: shown };
  const raw = scoreOf(referenced, (one) => one.raw);
  const whole = referenced.filter(({ state }) => state === 'ok');
  const delta_shown = scoreOf(whole, (one) => one.shown) - scoreOf(whole, (one) => one.raw);
  return { chrf: shown, raw_chrf: raw, delta_chrf: shown - raw, delta_shown };
}

function scoreOf<T extends { reference: string }>(
  texts: readonly T[],
  outputOf: (text: T) => string | undefined,
): number {
  return chrf(
    texts.map((text) => outputOf(text) ?? ''),
    texts.map(({ reference }) => reference),
  );
}

function slangOf(made: readonly TranslatedOne[]): Partial<TranslationFigures> {
  const terms = made.flatMap((one) => (one.asked.terms ?? []).map((term) => ({ term, one })));
  const isExplained = ({ term, one }: (typeof terms)[number]) => noteFor(one, term) !== undefined;
  const isRendered = ({ term, one }: (typeof terms)[number]) => {
    const rendering = noteFor(one, term)?.rendering.toLowerCase();
    return rendering !== undefined && (one.text?.toLowerCase().includes(rendering) ?? false);
  };
  return {
    ...known('slang_success', shareOf(terms, isExplained)),
    ...known('slang_rendered', shareOf(terms, isRendered)),
  };
}

function noteFor({ notes }: TranslatedOne, term: string): TranslatedOne['notes'][number] | undefined {
  return notes.find((note) => [note.term, note.seen].some((name) => isSame(name, term)));
}

function isSame(a: string, b: string): boolean {
  return a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase();
}

function hasSpans({ asked, text }: TranslatedOne): boolean {
  return text !== undefined && spansIn(asked.text).length > 0;
}

/** Every span of the original stands in the translation as often, whatever its place. */
function keepsSpans({ asked, text = '' }: TranslatedOne): boolean {
  let left = text;
  const longestFirst = spansIn(asked.text).toSorted((a, b) => b.length - a.length);
  return longestFirst.every((span) => {
    const isThere = left.includes(span);
    left = left.replace(span, ' ');
    return isThere;
  });
}

function spansIn(text: string): string[] {
  return findSpans(text).map(({ start, end }) => text.slice(start, end));
}

function countWords(text: string): number {
  return [...words.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}

function shareOf<T>(items: readonly T[], isOne: (item: T) => boolean): number | undefined {
  return items.length === 0 ? undefined : items.filter(isOne).length / items.length;
}

function known<K extends string>(name: K, value: number | undefined): { [P in K]?: number } {
  return value === undefined ? {} : ({ [name]: value } as { [P in K]?: number });
}
