import { marker } from '@teahouse/engine';

interface Place {
  start: number;
  end: number;
}

const amounts = /[$€£¥+-]?\d+(?:(?:[.,:：⁄~～–-]| to | a |[至到])?\d+)*\s?(?:[%‰℃万亿萬億]|per ?cent|°\s?[CF]?)?/gu;
const dash = /[~～–-]/u;
const brackets = /[[（(【][^\])）】]*[\])）】]/gu;
const words = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * Writes markers into a stored output, as an engine that leaves spans alone would have: over the span where it came
 * through as it is, over its counterpart where the engine rewrote it (`330,000` as `33万`), else between two words. What a
 * reader then sees at the marker is the span of the source, so a rewritten span counts against the pipeline.
 */
export function markSpans(output: string, masked: string, spans: readonly string[]): string {
  const taken: (Place & { text: string })[] = [];
  for (const [index, span] of spans.entries()) {
    const wanted = (masked.indexOf(marker(index)) / masked.length) * output.length;
    const place = nearest(literally(output, span), taken, wanted) ?? counterpart(output, span, masked, taken, wanted);
    taken.push({ ...place, text: marker(index) });
  }
  return taken
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: written }) => text.slice(0, start) + written + text.slice(end), output);
}

function counterpart(output: string, span: string, masked: string, taken: readonly Place[], wanted: number): Place {
  const pattern = /^[[（(【]/u.test(span) ? brackets : amounts;
  // What also stands unprotected in the source is the counterpart of that.
  const changed = [...output.matchAll(pattern)].filter(({ 0: found }) => !masked.includes(found.trim()));
  const places = changed.map(({ 0: found, index }) => ({ start: index, end: index + found.trimEnd().length }));
  return nearest(places, taken, wanted) ?? nearest(wordEdges(output), taken, wanted) ?? { start: 0, end: 0 };
}

/** With the space and the dash of another language, too: `120 km` as `120km`, `10～11pm` as `10-11pm`. */
function literally(output: string, span: string): Place[] {
  const signs = [...span.replace(/\s/gu, '')].map((sign) => (dash.test(sign) ? dash.source : RegExp.escape(sign)));
  const places = output.matchAll(new RegExp(signs.join('\\s?'), 'gu'));
  return Array.from(places, ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

function wordEdges(output: string): Place[] {
  return [...words.segment(output)].flatMap(({ index, isWordLike }) =>
    isWordLike ? [{ start: index, end: index }] : [],
  );
}

function nearest(places: readonly Place[], taken: readonly Place[], wanted: number): Place | undefined {
  const free = places.filter(({ start, end }) => taken.every((other) => end <= other.start || start >= other.end));
  return free.toSorted((a, b) => Math.abs(a.start - wanted) - Math.abs(b.start - wanted))[0];
}
