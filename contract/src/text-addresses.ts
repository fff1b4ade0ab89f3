import { z } from 'zod';

/**
 * Every field of member text that someone else reads, and the ids that find it. The first id names the home of the text.
 * A text's address is the field and its ids, joined by colons: `comment.text:<noteId>:<commentId>`.
 *
 * `readers` may read what the thing itself may be read by; `private` texts have few readers and are salted and forgotten with them.
 */
export const textFields = {
  'note.title': { ids: 1, audience: 'readers' },
  'note.text': { ids: 1, audience: 'readers' },
  /** note, picture */
  'note.alt': { ids: 2, audience: 'readers' },
  /** note, comment */
  'comment.text': { ids: 2, audience: 'readers' },
  /** note, comment, picture */
  'comment.alt': { ids: 3, audience: 'readers' },
  'member.bio': { ids: 1, audience: 'readers' },
  'board.name': { ids: 1, audience: 'readers' },
  'gloss.sense': { ids: 1, audience: 'readers' },
  /** gloss, remark */
  'gloss.remark': { ids: 2, audience: 'readers' },
  /** A decision's words to its author; also read by staff. */
  'statement.explanation': { ids: 1, audience: 'private' },
  'appeal.text': { ids: 1, audience: 'private' },
  'appeal.answer': { ids: 1, audience: 'private' },
  'report.detail': { ids: 1, audience: 'private' },
  /** What was reported or held, as it read then; for staff. */
  'report.subject': { ids: 1, audience: 'private' },
} as const satisfies Record<string, { ids: 1 | 2 | 3; audience: 'readers' | 'private' }>;

export type TextField = keyof typeof textFields;
export type TextAudience = (typeof textFields)[TextField]['audience'];

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export interface TextPlace {
  field: TextField;
  /** One to three ids, as `textFields` says. */
  ids: readonly [string, ...string[]];
}

export const textAddress = z
  .string()
  .max(140)
  .refine((address) => parseTextAddress(address) !== undefined, { message: 'text-address' })
  .brand<'TextAddress'>();
export type TextAddress = z.infer<typeof textAddress>;

export function textAddressOf(field: TextField, ...ids: readonly string[]): TextAddress {
  return [field, ...ids].join(':') as TextAddress;
}

/** Undefined when the text is no address of a known field. */
export function parseTextAddress(address: string): TextPlace | undefined {
  const [field = '', ...ids] = address.split(':');
  if (!Object.hasOwn(textFields, field) || ids.length !== textFields[field as TextField].ids) return undefined;
  const [first, ...others] = ids;
  if (first === undefined || !ids.every((id) => uuid.test(id))) return undefined;
  return { field: field as TextField, ids: [first, ...others] };
}
