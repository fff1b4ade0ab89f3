import { type FoundSpan, findSpans } from './protect-spans.ts';
import { type Joint, jointAt, spaceBetween } from './spacing.ts';
import { spansWithin } from './span-search.ts';

/**
 * One of the parts a shown text is joined from. `sourceEnds` are the joints it had in the original; the wording between
 * the spans of a translated sentence has none of its own.
 */
export type Part = { text: string; spans: readonly FoundSpan[]; sourceEnds?: { before: Joint; after: Joint } };

/** A text that parts are taken from, with its spans. */
export type Original = { text: string; spans: readonly FoundSpan[] };

/** What is shown for a stretch of the original. */
export function partOf(shown: string, original: Original, start: number, end: number): Part {
  const isUnchanged = shown === original.text.slice(start, end);
  const inside = spansWithin(original.spans, { start, end });
  return {
    text: shown,
    spans: isUnchanged
      ? inside.map((span) => ({ ...span, start: span.start - start, end: span.end - start }))
      : findSpans(shown),
    sourceEnds: { before: jointAt(original.text, start), after: jointAt(original.text, end) },
  };
}

/**
 * Joins parts in their order with the space their scripts want. Where that would glue a span to a neighbour (`#cat` and
 * 看), a space is put between.
 *
 * @returns the text and the protected spans in it that no part brought along
 */
export function joinParts(parts: readonly Part[]): { text: string; added: FoundSpan[] } {
  const close = compose(parts, new Set());
  const glued = new Set(
    parts.keys().filter((index) => keysOf(close, parts, index).some((key) => !close.keys.has(key))),
  );
  const settled = glued.size === 0 ? close : compose(parts, glued);
  const own = new Set(parts.flatMap((_, index) => keysOf(settled, parts, index)));
  return { text: settled.text, added: settled.found.filter((span) => !own.has(keyOf(span))) };
}

type Composed = { text: string; starts: readonly number[]; found: readonly FoundSpan[]; keys: ReadonlySet<string> };

function compose(parts: readonly Part[], spaced: ReadonlySet<number>): Composed {
  let text = '';
  let space = '';
  let last: number | undefined;
  const starts: number[] = [];
  for (const [index, part] of parts.entries()) {
    const core = part.text.trim();
    const lead = core === '' ? part.text : part.text.slice(0, part.text.length - part.text.trimStart().length);
    space += lead;
    if (core === '') {
      starts.push(text.length);
      continue;
    }
    if (last !== undefined) {
      space = spaceAt(parts, { last, next: index }, { left: text, space, right: core });
      if (space === '' && (spaced.has(last) || spaced.has(index))) space = ' ';
    }
    text += space;
    starts.push(text.length - lead.length);
    text += core;
    space = part.text.slice(lead.length + core.length);
    last = index;
  }
  text += space;
  const found = findSpans(text);
  return { text, starts, found, keys: new Set(found.map(keyOf)) };
}

function spaceAt(parts: readonly Part[], { last, next }: { last: number; next: number }, shown: Joint): string {
  // A line break is the member's own and stays.
  if (/[\n\r\u2028\u2029]/u.test(shown.space)) return shown.space;
  const source = parts[last]?.sourceEnds?.after ?? parts[next]?.sourceEnds?.before;
  return source ? spaceBetween(source, shown) : shown.space;
}

function keysOf({ starts }: Composed, parts: readonly Part[], index: number): string[] {
  const offset = starts[index] ?? 0;
  return (parts[index]?.spans ?? []).map(({ start, end }) => keyOf({ start: offset + start, end: offset + end }));
}

function keyOf({ start, end }: { start: number; end: number }): string {
  return `${start}:${end}`;
}
