/** A stretch of a text, offsets in UTF-16 units, `end` exclusive. */
export type Stretch = { start: number; end: number };

/**
 * The spans that touch a stretch. Found by halving: a text of five thousand emoji has as many spans, and is asked about at
 * every one of them.
 *
 * @param spans in text order, without overlaps
 */
export function spansTouching<S extends Stretch>(spans: readonly S[], { start, end }: Stretch): S[] {
  return spans.slice(
    firstWhere(spans, (span) => span.end > start),
    firstWhere(spans, (span) => span.start >= end),
  );
}

/** The spans that lie within a stretch as a whole. */
export function spansWithin<S extends Stretch>(spans: readonly S[], { start, end }: Stretch): S[] {
  return spans.slice(
    firstWhere(spans, (span) => span.start >= start),
    firstWhere(spans, (span) => span.end > end),
  );
}

/** @param holds false for the first spans, true for all others */
function firstWhere<S>(spans: readonly S[], holds: (span: S) => boolean): number {
  let least = 0;
  let most = spans.length;
  while (least < most) {
    const middle = (least + most) >>> 1;
    if (holds(spans[middle] as S)) most = middle;
    else least = middle + 1;
  }
  return least;
}
