export interface MarkedPart {
  text: string;
  isMatch: boolean;
}

/** Splits a text at the terms that were matched in it, whatever their case. */
export function markTerms(text: string, terms: readonly string[]): MarkedPart[] {
  const lower = text.toLowerCase();
  // Where lower case changes the length of a text, offsets would no longer fit; it is then shown unmarked.
  const wanted = lower.length === text.length ? terms.map((term) => term.toLowerCase()).filter(Boolean) : [];
  const parts: MarkedPart[] = [];
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const term = wanted.filter((candidate) => lower.startsWith(candidate, at)).sort((a, b) => b.length - a.length)[0];
    if (!term) {
      at += 1;
      continue;
    }
    if (at > from) parts.push({ text: text.slice(from, at), isMatch: false });
    parts.push({ text: text.slice(at, at + term.length), isMatch: true });
    at += term.length;
    from = at;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isMatch: false });
  return parts;
}
