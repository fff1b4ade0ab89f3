import { fromMarkup, type MarkerTag, toMarkup } from '../marked-text.ts';

/** The engine copies what stands in `<code>` to the output untouched, whatever the weights say. */
const codeTag: MarkerTag = {
  wrap: (index) => `<code>${index}</code>`,
  pattern: /<code>\s*(\d+)\s*<\/code>/gu,
};
const marker = /⟦\d+⟧/gu;

/** A masked sentence as HTML: no tag but our own, no bare `<` or `&`, either of which would abort the call. */
export function toHtml(masked: string): string {
  return toMarkup(cleanText(masked), codeTag);
}

/** The translated sentence with its markers; undefined unless every marker came back exactly once. */
export function fromHtml(html: string, masked: string): string | undefined {
  const text = fromMarkup(html, codeTag);
  if (text === undefined || markersOf(text) !== markersOf(masked)) return undefined;
  // The engine puts its own space before a tag beside the one it was given.
  return text.replace(/ {2,}(?=⟦)|(?<=⟧) {2,}/gu, ' ').trim();
}

/** Half characters and control characters are no text; the engine's parser may stop at them. */
function cleanText(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}+/gu, ' ');
}

function markersOf(text: string): string {
  return (text.match(marker) ?? []).sort().join('');
}
