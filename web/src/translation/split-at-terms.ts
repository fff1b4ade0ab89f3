/** A term with its footnote. */
export interface Term {
  number: number;
  /** Ways in which it may stand in the text; the first found counts. */
  spellings: readonly string[];
}

export type TermPart = { text: string; number?: number };

/**
 * Cuts a text at the terms that have footnotes: each at its first place only, so that a text does not drown in numbers.
 *
 * @param marked numbers marked before; the ones marked here are added
 */
export function splitAtTerms(text: string, terms: readonly Term[], marked: Set<number>): TermPart[] {
  const found = terms
    .filter(({ number }) => !marked.has(number))
    .flatMap(({ number, spellings }) => firstPlace(text, spellings, number) ?? [])
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: TermPart[] = [];
  let end = 0;
  for (const place of found) {
    if (place.start < end) continue;
    if (place.start > end) parts.push({ text: text.slice(end, place.start) });
    parts.push({ text: text.slice(place.start, place.end), number: place.number });
    marked.add(place.number);
    end = place.end;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

function firstPlace(text: string, spellings: readonly string[], number: number) {
  const folded = text.toLowerCase();
  // Folding that changes lengths (İ) would shift every place behind it.
  const haystack = folded.length === text.length ? folded : text;
  for (const spelling of spellings) {
    const needle = haystack === text ? spelling : spelling.toLowerCase();
    if (needle === '') continue;
    for (let start = haystack.indexOf(needle); start >= 0; start = haystack.indexOf(needle, start + 1)) {
      const end = start + needle.length;
      if (!isInsideWord(haystack, start) && !isInsideWord(haystack, end)) return { start, end, number };
    }
  }
  return undefined;
}

/** Scripts with spaces: "art" is no term of "party". */
function isInsideWord(text: string, at: number): boolean {
  const spaced = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;
  return spaced.test(text[at - 1] ?? ' ') && spaced.test(text[at] ?? ' ');
}
