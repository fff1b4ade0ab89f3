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
} as const;

export type TextKind = keyof typeof textLimits;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
// Bidirectional overrides and isolates could reorder other people's text; controls have no business in it.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu;
const combiningTower = /(\p{M}{4})\p{M}+/gu;
const invisible =
  /[\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028\u2029\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]/gu;

/** NFC, trimmed, without controls and combining-mark towers. Pure; never throws. */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replace(forbidden, '').replace(combiningTower, '$1').trim();
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

/** A required member text of one kind: normalised, visible, within its limits. */
export function memberText(kind: TextKind, options: TextOptions = {}) {
  return bounded(kind, options).refine((text) => !isInvisible(text), { message: 'empty' });
}

/** Like `memberText`, but may be empty. */
export function optionalText(kind: TextKind, options: TextOptions = {}) {
  return bounded(kind, options).transform((text) => (isInvisible(text) ? '' : text));
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
