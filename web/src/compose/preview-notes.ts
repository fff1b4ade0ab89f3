import type { GlossNote } from '@teahouse/contract';
import { termsOf } from '../translation/footnotes.ts';
import { splitAtTerms, type TermPart } from '../translation/split-at-terms.ts';

/** Translated texts cut at the terms that have a footnote; each is numbered once, in the order of the footnotes. */
export function markNotes(texts: readonly string[], glosses: readonly GlossNote[]): TermPart[][] {
  const terms = termsOf(
    glosses.map((gloss, index) => ({ number: index + 1, gloss })),
    true,
  );
  const marked = new Set<number>();
  return texts.map((text) => splitAtTerms(text, terms, marked));
}
