const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f/u;
const narrow = /[\s.,:;!|'`ijlIft()[\]]/;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Width of a text in em, estimated without a screen: full-width signs are 1, Latin about a half, emoji a little more than 1. */
export function estimateWidth(text: string): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += widthOf(segment);
  return width;
}

/** How many lines a text will take at most, capped; rather one too many than a cut line. */
export function estimateLines(text: string, lineWidthInEm: number, most: number): number {
  // Words do not break, so a line of them is rarely full.
  const fill = wide.test(text) ? 0.95 : 0.9;
  return Math.min(most, Math.max(1, Math.ceil(estimateWidth(text) / (lineWidthInEm * fill))));
}

function widthOf(grapheme: string): number {
  if (emoji.test(grapheme)) return 1.35;
  if (wide.test(grapheme)) return 1;
  return narrow.test(grapheme) ? 0.32 : 0.57;
}
