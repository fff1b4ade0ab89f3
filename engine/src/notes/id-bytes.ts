/** Bytes in which ids and names stand in columns. */
export const ID_BYTES = 16;

// Byte 8 of a UUID begins with the variant: 0… or 10… in every UUID that is made today (RFC 9562 §4.1). Other names put 11 there
// and their length, so that one column holds both.
const MARK_AT = 8;
const NAME_MARK = 0xc0;
const LONGEST_NAME = ID_BYTES - 1;
const UUID_LENGTH = 36;

/**
 * Writes an id as 16 bytes: a lower-case UUID, or any ASCII text of 1–15 characters (a language, a number of a data set).
 *
 * @returns false when the text is neither, or the UUID of zeros; `out` is then of no use
 */
export function packId(text: string, out: Uint8Array): boolean {
  return text.length === UUID_LENGTH ? packUuid(text, out) : packName(text, out);
}

export function isId(text: string): boolean {
  return packId(text, scratch);
}

/** The text of `packId`. Bytes that are no id give an empty text. */
export function unpackId(bytes: Uint8Array, at: number): string {
  const mark = bytes[at + MARK_AT] ?? 0;
  return mark >= NAME_MARK ? unpackName(bytes, at, mark & 0x0f) : unpackUuid(bytes, at);
}

function packUuid(text: string, out: Uint8Array): boolean {
  let at = 0;
  for (let index = 0; index < UUID_LENGTH; ) {
    if (index === 8 || index === 13 || index === 18 || index === 23) {
      if (text.charCodeAt(index) !== 0x2d) return false;
      index += 1;
    }
    const high = hexDigit(text.charCodeAt(index));
    const low = hexDigit(text.charCodeAt(index + 1));
    if (high < 0 || low < 0) return false;
    out[at] = high * 16 + low;
    at += 1;
    index += 2;
  }
  return (out[MARK_AT] as number) < NAME_MARK && out.some((byte) => byte > 0);
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0x61 && code <= 0x66 ? code - 0x57 : -1;
}

function packName(text: string, out: Uint8Array): boolean {
  if (text.length === 0 || text.length > LONGEST_NAME) return false;
  out.fill(0);
  out[MARK_AT] = NAME_MARK | text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return false;
    out[placeOf(index)] = code;
  }
  return true;
}

function placeOf(index: number): number {
  return index < MARK_AT ? index : index + 1;
}

function unpackName(bytes: Uint8Array, at: number, length: number): string {
  let text = '';
  for (let index = 0; index < length; index += 1) text += String.fromCharCode(bytes[at + placeOf(index)] ?? 0);
  return text;
}

function unpackUuid(bytes: Uint8Array, at: number): string {
  let text = '';
  let isBlank = true;
  for (let index = 0; index < ID_BYTES; index += 1) {
    const byte = bytes[at + index] ?? 0;
    if (byte > 0) isBlank = false;
    if (index === 4 || index === 6 || index === 8 || index === 10) text += '-';
    text += HEX[byte];
  }
  return isBlank ? '' : text;
}

const scratch = new Uint8Array(ID_BYTES);
const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
