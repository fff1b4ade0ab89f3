import { marker } from './markers.ts';
import type { Piece, PreparedText, PrepareOptions, ProtectedSpan, Segment } from './prepared-text.ts';
import { type FoundSpan, findSpans } from './protect-spans.ts';
import { findSourceLanguage, isSame } from './source-language.ts';
import { type Stretch, spansWithin } from './span-search.ts';
import { hasLetters, splitLines, splitSentences } from './split-sentences.ts';

// Taken off the edges: they end or open no sentence. Numbers and code stay inside, being part of its grammar.
const PEELED = new Set<FoundSpan['kind']>([
  'link',
  'mail',
  'mention',
  'topic',
  'sticker',
  'emoji',
  'kaomoji',
  'marker',
]);

const LIST_SIGN = /^(?:\d{1,2}[.、)）](?!\d)|[①-⑳❶-❿⓵-⓾]|[-–—•·*>▪◦○●]\s)/u;
const ORNAMENT_BEFORE = /^[\s~～·•★☆✦✧◆◇●○■□▲△▼▽♡♥→←_|｜/／\\=－―─━-]+/u;
const ORNAMENT_AFTER = /[\s~～·•★☆✦✧◆◇●○■□▲△▼▽♡♥→←_|｜/／\\=－―─━-]+$/u;

/**
 * Cuts a text into sentences for a translator and what is left alone. The originals of the pieces, joined in order, are
 * the text, unit by unit.
 *
 * @param text as written
 */
export function prepareText(text: string, options: PrepareOptions): PreparedText {
  const spans = findSpans(text);
  const pieces: Piece[] = [];
  const push = (piece: Piece) => {
    const last = pieces.at(-1);
    if (last?.kind === 'verbatim' && piece.kind === 'verbatim' && !last.language && !piece.language) {
      last.text += piece.text;
    } else {
      pieces.push(piece);
    }
  };
  for (const line of splitLines(text)) {
    if (line.isBreak) push({ kind: 'verbatim', text: text.slice(line.start, line.end) });
    else for (const sentence of splitSentences(text, line, spans)) push(toPiece(text, sentence, spans, options));
  }
  return { pieces };
}

/** What stands for a piece in the text it was cut from. */
export function originalOf(piece: Piece): string {
  return piece.kind === 'segment' ? piece.original : piece.text;
}

function toPiece(text: string, sentence: Stretch, spans: readonly FoundSpan[], options: PrepareOptions): Piece {
  const original = text.slice(sentence.start, sentence.end);
  const inside = spansWithin(spans, sentence);
  if (!hasLetters(text, sentence, inside)) return { kind: 'verbatim', text: original };
  const source = findSourceLanguage(blankSpans(text, sentence, inside), options.target, options.languageOf);
  if (source === 'zxx') return { kind: 'verbatim', text: original };
  if (isSame(source, options.target)) return { kind: 'verbatim', text: original, language: source };
  return { ...toSegment(text, sentence, inside), source, original };
}

function toSegment(text: string, sentence: Stretch, spans: readonly FoundSpan[]): Omit<Segment, 'source' | 'original'> {
  const core = peel(text, sentence, spans);
  const inner = joinNeighbours(text, spansWithin(spans, core));
  let masked = '';
  let from = core.start;
  for (const [index, span] of inner.entries()) {
    masked += text.slice(from, span.start) + marker(index);
    from = span.end;
  }
  return {
    kind: 'segment',
    before: text.slice(sentence.start, core.start),
    masked: masked + text.slice(from, core.end),
    spans: inner.map(({ kind, start, end }): ProtectedSpan => ({ kind, text: text.slice(start, end) })),
    after: text.slice(core.end, sentence.end),
  };
}

/** The sentence without space, spans and ornaments at its edges; a letter stays in any case. */
function peel(text: string, sentence: Stretch, spans: readonly FoundSpan[]): Stretch {
  let { start, end } = sentence;
  start += LIST_SIGN.exec(text.slice(start, end).trimStart()) ? leadingListSign(text.slice(start, end)) : 0;
  for (;;) {
    const first = spans.find((span) => span.end > start);
    const open = text.slice(start, Math.min(end, first?.start ?? end));
    const ornament = ORNAMENT_BEFORE.exec(open)?.[0].length ?? 0;
    if (ornament > 0) start += ornament;
    else if (first && first.start === start && PEELED.has(first.kind)) start = first.end;
    else break;
  }
  for (;;) {
    const last = spans.findLast((span) => span.start < end);
    const open = text.slice(Math.max(start, last?.end ?? start), end);
    const ornament = ORNAMENT_AFTER.exec(open)?.[0].length ?? 0;
    if (ornament > 0) end -= ornament;
    else if (last && last.end === end && PEELED.has(last.kind)) end = last.start;
    else break;
  }
  return { start, end };
}

function leadingListSign(sentence: string): number {
  const space = sentence.length - sentence.trimStart().length;
  return space + (LIST_SIGN.exec(sentence.slice(space))?.[0].length ?? 0);
}

/** Three emoji in a row are one marker: the fewer there are, the fewer an engine can lose. */
function joinNeighbours(text: string, spans: readonly FoundSpan[]): FoundSpan[] {
  const joined: FoundSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && last.kind === span.kind && /^ *$/.test(text.slice(last.end, span.start))) last.end = span.end;
    else joined.push({ ...span });
  }
  return joined;
}

function blankSpans(text: string, sentence: Stretch, spans: readonly FoundSpan[]): string {
  let wording = '';
  let from = sentence.start;
  for (const { start, end } of spans) {
    wording += `${text.slice(from, start)} `;
    from = end;
  }
  return wording + text.slice(from, sentence.end);
}
