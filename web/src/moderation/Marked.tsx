import { markTerms } from './marked-text.ts';

/** A text with the terms that a rule matched. */
export function Marked({ text, terms }: { text: string; terms: readonly string[] }) {
  return markTerms(text, terms).map((part, index) =>
    part.isMatch ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one immutable text never move
      <mark key={index} className="rounded-sm bg-amber-soft text-amber">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
