import type { FoundSpan } from './protect-spans.ts';
import { type Stretch, spansTouching, spansWithin } from './span-search.ts';

// Mozilla's models were trained on sentences of this order; Bergamot cuts at 128 tokens wherever it stands.
const LONGEST_SENTENCE = 300;

const GREEK = new Intl.Segmenter('el', { granularity: 'sentence' });
const JAPANESE = new Intl.Segmenter('ja', { granularity: 'sentence' });
const CHINESE = new Intl.Segmenter('zh', { granularity: 'sentence' });
const OTHER = new Intl.Segmenter('en', { granularity: 'sentence' });
const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/gu;

// A letter that ends no sentence and lets the full stop before it end one (UAX #29, class OLetter).
const NEUTRAL_LETTER = '一';

// Looked for in the last characters only: what is joined to it again and again would be read again and again.
const LONGEST_ABBREVIATION = 16;
const ABBREVIATION =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Drs|Prof|Sr|Sra|St|vs|No|Nr|approx|etc|e\.g|i\.e|p\. ?ej|U\.S|[A-Z])\.$/u;

// 「好。」と言った: the quotation is part of the sentence.
const QUOTED_ON = /^(?:と|って|라고|하고)/u;

const CLAUSE_END = /[，、；：,;:](?=[\s"'”’」』)）]|[^\x00-\x7f])|[，、；：。！？…]|—+/gu;

/** Line breaks and the lines between them, in order, without a gap. */
export function splitLines(text: string): (Stretch & { isBreak: boolean })[] {
  const lines: (Stretch & { isBreak: boolean })[] = [];
  let start = 0;
  const push = (end: number, isBreak: boolean) => {
    if (end > start) lines.push({ start, end, isBreak });
    start = end;
  };
  for (const { 0: lineBreak, index } of text.matchAll(LINE_BREAK)) {
    push(index, false);
    push(index + lineBreak.length, true);
  }
  push(text.length, false);
  return lines;
}

/**
 * Cuts a line into sentences, never inside a protected span. What has no letter of its own (a quotation mark, an emoji)
 * stays with the sentence before it.
 *
 * @param spans all spans of the text in order
 * @returns sentences in order, without a gap
 */
export function splitSentences(text: string, line: Stretch, spans: readonly FoundSpan[]): Stretch[] {
  const inLine = spansWithin(spans, line);
  const covered = coverSpans(text, line, inLine);
  const sentences: (Stretch & { isWorded: boolean })[] = [];
  for (const { segment, index } of segmenterFor(covered).segment(covered)) {
    const stretch = { start: line.start + index, end: line.start + index + segment.length };
    const sentence = { ...stretch, isWorded: hasLetters(text, stretch, inLine) };
    const last = sentences.at(-1);
    if (last && (!last.isWorded || !sentence.isWorded || goesOn(text, last, sentence))) {
      last.end = sentence.end;
      last.isWorded ||= sentence.isWorded;
    } else sentences.push(sentence);
  }
  return sentences.flatMap(({ start, end }) => cutLong(text, { start, end }, inLine));
}

/** The line with its spans written over, at the same length. */
function coverSpans(text: string, line: Stretch, spans: readonly FoundSpan[]): string {
  let covered = '';
  let from = line.start;
  for (const { start, end } of spans) {
    covered += text.slice(from, start) + NEUTRAL_LETTER.repeat(end - start);
    from = end;
  }
  return covered + text.slice(from, line.end);
}

function segmenterFor(line: string): Intl.Segmenter {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(line)) return JAPANESE;
  if (/\p{Script=Han}/u.test(line)) return CHINESE;
  return /\p{Script=Greek}/u.test(line) ? GREEK : OTHER;
}

/** Both have wording, and only seem to be sentences of their own. */
function goesOn(text: string, before: Stretch, after: Stretch): boolean {
  const written = text.slice(before.start, before.end).trimEnd().slice(-LONGEST_ABBREVIATION);
  return ABBREVIATION.test(written) || QUOTED_ON.test(text.slice(after.start, after.end));
}

/** @returns true when the stretch has wording beside its protected spans */
export function hasLetters(text: string, stretch: Stretch, spans: readonly FoundSpan[]): boolean {
  const { start, end } = stretch;
  let from = start;
  for (const span of spansTouching(spans, stretch)) {
    if (/\p{L}/u.test(text.slice(from, span.start))) return true;
    from = span.end;
  }
  return from < end && /\p{L}/u.test(text.slice(from, end));
}

function cutLong(text: string, sentence: Stretch, spans: readonly FoundSpan[]): Stretch[] {
  const pieces: Stretch[] = [];
  let { start } = sentence;
  while (sentence.end - start > LONGEST_SENTENCE) {
    const end = findCut(text, { start, end: sentence.end }, spans);
    if (end >= sentence.end) break;
    pieces.push({ start, end });
    start = end;
  }
  return [...pieces, { start, end: sentence.end }];
}

/** The last clause end that fits, else the last space, else a place between two graphemes; after a span that is longer. */
function findCut(text: string, { start, end }: Stretch, all: readonly FoundSpan[]): number {
  const spans = spansTouching(all, { start, end: Math.min(end, start + LONGEST_SENTENCE + 64) });
  const window = text.slice(start, Math.min(end, start + LONGEST_SENTENCE));
  const isFree = (cut: number) => cut > start && !spans.some((span) => span.start < cut && cut < span.end);
  const ends = (pattern: RegExp) =>
    [...window.matchAll(pattern)].map(({ 0: sign, index }) => start + index + sign.length).filter(isFree);
  const cut = ends(CLAUSE_END).at(-1) ?? ends(/[^\S\u00a0]+/gu).at(-1);
  if (cut !== undefined) return cut;
  const graphemes = [...GRAPHEMES.segment(text.slice(start, Math.min(end, start + LONGEST_SENTENCE + 64)))];
  const hardCut = graphemes
    .map(({ index }) => start + index)
    .filter((index) => index <= start + LONGEST_SENTENCE && isFree(index))
    .at(-1);
  if (hardCut !== undefined) return hardCut;
  const limit = Math.min(end, start + LONGEST_SENTENCE);
  return spans.find((span) => span.start < limit && limit < span.end)?.end ?? limit;
}
