/** Stands in a masked sentence for its `n`th protected span. */
export function marker(index: number): string {
  return `⟦${index}⟧`;
}

/** @returns the wording around the markers, one item more than there are markers, and the markers' numbers */
export function cutAtMarkers(masked: string): { words: string[]; numbers: number[] } {
  const parts = masked.split(/⟦(\d+)⟧/u);
  return {
    words: parts.filter((_, index) => index % 2 === 0),
    numbers: parts.filter((_, index) => index % 2 === 1).map(Number),
  };
}

/** A masked sentence without its markers; what stood on both sides of one does not run together. */
export function dropMarkers(masked: string): string {
  return masked.replace(/⟦\d+⟧/gu, ' ');
}

// What engines make of ⟦ and ⟧.
const OPENS = '[⟦[［【〔〖〚「『《{｛]{1,2}';
const CLOSES = String.raw`[⟧\]］】〕〗〛」』》}｝]{1,2}`;

/**
 * Brings an engine's way of writing markers back to ours: space inside, full-width digits, other brackets. Another
 * bracket counts only for a marker that is missing, occurs once, and cannot be the sentence's own.
 */
export function tidyMarkers(output: string, masked: string, count: number): string {
  let tidy = output.replace(/⟦\s*([\d０-９]+)\s*⟧/gu, (_, digits: string) => marker(Number(digits.normalize('NFKC'))));
  for (let index = 0; index < count; index += 1) {
    if (tidy.includes(marker(index))) continue;
    const alike = new RegExp(String.raw`${OPENS}\s*${wideOrNarrow(index)}\s*${CLOSES}`, 'gu');
    const isOwn = (masked.match(alike)?.length ?? 0) > 1;
    if (!isOwn && tidy.match(alike)?.length === 1) tidy = tidy.replace(alike, marker(index));
  }
  return tidy;
}

function wideOrNarrow(index: number): string {
  return [...String(index)].map((digit) => `[${digit}${String.fromCodePoint(0xff10 + Number(digit))}]`).join('');
}
