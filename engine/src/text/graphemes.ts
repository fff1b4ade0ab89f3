const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

// Printable ASCII and line feed: one unit is one grapheme and one byte (CR is out, CR LF being one grapheme).
const PLAIN_ASCII = /^[\n\x20-\x7e]*$/;

// Drawn as nothing or as a blank: Unicode's default-ignorables (U+200B, U+3164, U+FFA0 …), spaces, the braille blank.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{M}\u2800]/gu;

/** @returns user-perceived characters: 👨‍👩‍👧 and é count as one each */
export function countGraphemes(text: string): number {
  if (PLAIN_ASCII.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** @returns length in UTF-8 bytes; a lone surrogate counts 3, as the replacement character it is stored as */
export function countBytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/**
 * Cuts between graphemes, so that no emoji or accented letter is torn.
 *
 * @param limits.graphemes longest result in graphemes, the ellipsis included
 * @param limits.bytes longest result in UTF-8 bytes, the ellipsis included; unlimited when absent
 * @param limits.ellipsis put at the cut, `…` when absent; dropped where even it does not fit
 * @returns the text itself when it fits
 */
export function truncate(text: string, limits: { graphemes: number; bytes?: number; ellipsis?: string }): string {
  const { graphemes, bytes = Number.POSITIVE_INFINITY, ellipsis = '…' } = limits;
  if (text.length <= graphemes && countBytes(text) <= bytes) return text;
  const whole = takeGraphemes(text, graphemes, bytes);
  if (whole === text) return text;
  const graphemesLeft = graphemes - countGraphemes(ellipsis);
  const bytesLeft = bytes - countBytes(ellipsis);
  return graphemesLeft < 0 || bytesLeft < 0 ? whole : takeGraphemes(text, graphemesLeft, bytesLeft) + ellipsis;
}

/** @returns true when nothing of the text can be seen: empty, spaces, U+200B, U+3164 and their like */
export function isBlank(text: string): boolean {
  return text.replace(INVISIBLE, '') === '';
}

/** @returns true when half of a surrogate pair stands alone: such text cannot be stored as UTF-8 */
export function hasLoneSurrogate(text: string): boolean {
  return !text.isWellFormed();
}

function takeGraphemes(text: string, graphemes: number, bytes: number): string {
  let end = 0;
  let graphemesLeft = graphemes;
  let bytesLeft = bytes;
  for (const { segment } of segmenter.segment(text)) {
    graphemesLeft -= 1;
    bytesLeft -= countBytes(segment);
    if (graphemesLeft < 0 || bytesLeft < 0) break;
    end += segment.length;
  }
  return text.slice(0, end);
}
