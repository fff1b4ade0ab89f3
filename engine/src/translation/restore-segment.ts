import { joinParts, type Part, partOf } from './join-parts.ts';
import { cutAtMarkers, tidyMarkers } from './markers.ts';
import { originalOf } from './prepare-text.ts';
import type { Piece, Segment, SpanKind } from './prepared-text.ts';
import { findSpans } from './protect-spans.ts';

export type Restored = { text: string } | { problem: 'spans' };

// A translator that adds one of these was led to it by the text.
const NEVER_ADDED: ReadonlySet<SpanKind> = new Set<SpanKind>(['link', 'mail', 'mention', 'topic']);

/**
 * Puts the protected spans back into an engine's output: each exactly once, in whatever order the language wants, with
 * what was peeled off the edges around it.
 *
 * @param output the masked sentence translated; space in and around markers and other brackets are tolerated
 */
export function restoreSegment(segment: Segment, output: string): Restored {
  const { words, numbers } = cutAtMarkers(tidyMarkers(output.trim(), segment.masked, segment.spans.length));
  const isExact = numbers.toSorted((a, b) => a - b).every((number, index) => number === index);
  if (!isExact || numbers.length !== segment.spans.length || words.some((word) => /[⟦⟧]/u.test(word))) {
    return { problem: 'spans' };
  }
  const { before, after, spans } = fixedParts(segment);
  const inner = words.flatMap((word, index) => [wordsPart(word), spans[numbers[index] ?? -1] ?? wordsPart('')]);
  const { text, added } = joinParts([before, ...inner, after]);
  return added.some(({ kind }) => NEVER_ADDED.has(kind)) ? { problem: 'spans' } : { text };
}

/**
 * For an engine that loses spans: the wording between them as sentences of their own, the spans as they are. Context
 * is lost, spans cannot be.
 */
export function splitAroundSpans(segment: Segment): Piece[] {
  const { words, numbers } = cutAtMarkers(segment.masked);
  const inner = words.flatMap((word, index): Piece[] => [
    wordingPiece(segment, word),
    { kind: 'verbatim', text: segment.spans[numbers[index] ?? -1]?.text ?? '' },
  ]);
  const edges = [segment.before, segment.after].map((text): Piece => ({ kind: 'verbatim', text }));
  return [...edges.slice(0, 1), ...inner, ...edges.slice(1)].filter((piece) => originalOf(piece) !== '');
}

/**
 * Joins what is shown for each piece with the space that its language puts between sentences.
 *
 * @param pieces of one text, in order
 * @param texts one for each piece: the translation, or the original where there is none
 */
export function joinPieces(pieces: readonly Piece[], texts: readonly string[]): string {
  const originals = pieces.map(originalOf);
  const text = originals.join('');
  const original = { text, spans: findSpans(text) };
  let start = 0;
  const parts = originals.map((own, index) => {
    const part = partOf(texts[index] ?? own, original, start, start + own.length);
    start += own.length;
    return part;
  });
  return joinParts(parts).text;
}

function wordingPiece({ source }: Segment, original: string): Piece {
  const masked = original.trim();
  if (!/\p{L}/u.test(masked)) return { kind: 'verbatim', text: original };
  const [before = '', after = ''] = original.split(masked);
  return { kind: 'segment', source, original, before, masked, spans: [], after };
}

/** What is put back as it stands in the original; `spans[n]` belongs to marker n. */
function fixedParts({ original: text, before, masked, spans, after }: Segment) {
  const original = { text, spans: findSpans(text) };
  const part = (own: string, start: number) =>
    own === '' ? wordsPart('') : partOf(own, original, start, start + own.length);
  const { words, numbers } = cutAtMarkers(masked);
  const inner: Part[] = [];
  let start = before.length;
  for (const [index, number] of numbers.entries()) {
    start += words[index]?.length ?? 0;
    const span = spans[number]?.text ?? '';
    inner[number] = part(span, start);
    start += span.length;
  }
  return { before: part(before, 0), after: part(after, text.length - after.length), spans: inner };
}

function wordsPart(text: string): Part {
  return { text, spans: [] };
}
