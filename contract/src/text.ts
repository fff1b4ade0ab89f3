import { z } from 'zod';

/**
 * Limits of member text: graphemes (what a person counts) and UTF-8 bytes (what the house stores).
 * Four bytes a grapheme and some headroom, so that emoji sequences fit and combining-mark towers do not.
 */
export const textLimits = {
  name: { graphemes: 30, bytes: 240 },
  bio: { graphemes: 200, bytes: 1600 },
  title: { graphemes: 60, bytes: 480 },
  noteText: { graphemes: 5000, bytes: 30_000 },
  comment: { graphemes: 1000, bytes: 8000 },
  alt: { graphemes: 300, bytes: 2400 },
  boardName: { graphemes: 40, bytes: 320 },
  topic: { graphemes: 30, bytes: 120 },
  reason: { graphemes: 1000, bytes: 8000 },
  query: { graphemes: 100, bytes: 400 },
  glossTerm: { graphemes: 40, bytes: 320 },
  glossRendering: { graphemes: 80, bytes: 640 },
  glossNote: { graphemes: 300, bytes: 2400 },
} as const;

export type TextKind = keyof typeof textLimits;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
// C0 and C1 controls but tab and line feed. NUL is refused by PostgreSQL, the others draw nothing.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;
// Embeddings, overrides and isolates: they reorder the text around them (CVE-2021-42574). The marks LRM, RLM, ALM stay.
const bidirectionalOverrides = /[\u202a-\u202e\u2066-\u2069]/gu;
// Tag characters spell invisible ASCII; only flags begin with 🏴.
const tagCharacters = /\u{1f3f4}?[\u{e0000}-\u{e007f}]+/gu;
const blackFlag = '\u{1f3f4}';
// Real writing (Hebrew points, Thai, Vietnamese) needs at most three marks on a base; more is a tower.
const combiningTower = /(\p{M}{3})\p{M}+/gu;
// Normalising sorts the marks of a base, in a time that grows with the square of their number: thirty is where UAX #15 ends
// them, too (Stream-Safe Text Format).
const unsortableTower = /(\p{M}{30})\p{M}+/gu;
// Drawn as nothing or as a blank: Unicode's default-ignorables (U+200B, U+3164 …), spaces, the braille blank.
const invisible = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{M}\u2800]/gu;

/**
 * The form in which member text is stored: NFC, LF line ends, trimmed, no controls, no bidirectional overrides, no stray tag
 * characters, no combining-mark towers. Pure; never throws; normalising twice changes nothing.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(bidirectionalOverrides, '')
    .replace(tagCharacters, (tags) => (tags.startsWith(blackFlag) ? tags : ''))
    .replace(unsortableTower, '$1')
    .normalize('NFC')
    .replace(combiningTower, '$1')
    .trim();
}

/** True when nothing in the text can be seen. */
export function isInvisible(text: string): boolean {
  return text.replace(invisible, '') === '';
}

export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

interface TextOptions {
  /** Line breaks become spaces; for names and titles. */
  singleLine?: boolean;
}

/** Which fields of the contract are member text, and of which kind: what others read must be translatable. */
export const textKinds = z.registry<{ kind: TextKind }>();

/** A required member text of one kind: normalised, visible, within its limits. */
export function memberText(kind: TextKind, options: TextOptions = {}) {
  return bounded(kind, options)
    .refine((text) => !isInvisible(text), { message: 'empty' })
    .register(textKinds, { kind });
}

/** Like `memberText`, but may be empty. */
export function optionalText(kind: TextKind, options: TextOptions = {}) {
  return bounded(kind, options)
    .transform((text) => (isInvisible(text) ? '' : text))
    .register(textKinds, { kind });
}

function bounded(kind: TextKind, { singleLine = false }: TextOptions) {
  const { graphemes, bytes } = textLimits[kind];
  return z
    .string()
    .max(bytes, { message: 'too-long' })
    .refine((text) => text.isWellFormed(), { message: 'malformed-text' })
    .transform((text) => normaliseText(singleLine ? text.replace(/\s+/gu, ' ') : text))
    .refine((text) => new TextEncoder().encode(text).length <= bytes, { message: 'too-long' })
    .refine((text) => countGraphemes(text) <= graphemes, { message: 'too-long' });
}
