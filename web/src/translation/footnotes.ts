import type { GlossNote, TranslationView } from '@teahouse/contract';
import type { Term } from './split-at-terms.ts';
import type { ReadUnit } from './use-text-unit.ts';

export interface Footnote {
  number: number;
  gloss: GlossNote;
}

/** Terms of title and text in one row, each once. */
export function footnotesOf({ title, text }: Pick<ReadUnit, 'title' | 'text'>): Footnote[] {
  const glosses = [title, text].flatMap((view: TranslationView | undefined) => view?.glosses ?? []);
  const byId = new Map(glosses.map((gloss) => [gloss.id, gloss]));
  return [...byId.values()].map((gloss, index) => ({ number: index + 1, gloss }));
}

/** What to look for: in the original the term as it stands there, in a translation whatever became of it. */
export function termsOf(footnotes: readonly Footnote[], isTranslated: boolean): Term[] {
  return footnotes.map(({ number, gloss: { seen, term, rendering } }) => ({
    number,
    spellings: isTranslated ? [rendering, seen, term] : [seen, term],
  }));
}

export function footnoteId(unitKey: string, number: number): string {
  return `gloss-note-${unitKey}-${number}`;
}

export function termId(unitKey: string, number: number): string {
  return `gloss-term-${unitKey}-${number}`;
}

/** Focus scrolls there and lights it up. */
export function goTo(id: string): void {
  document.getElementById(id)?.focus();
}
