import { parseTextAddress, type TextField } from '@teahouse/contract';

const fields = {
  'note.title': 'title',
  'note.text': 'text',
  'note.alt': 'alt',
  'comment.text': 'comment',
  'comment.alt': 'alt',
  'member.bio': 'bio',
  'board.name': 'board',
} as const satisfies Partial<Record<TextField, string>>;

export interface Subject {
  field: (typeof fields)[keyof typeof fields] | 'other';
  noteId?: string;
}

/** What the text is, and the note it stands in. */
export function subjectOf(address: string): Subject {
  const place = parseTextAddress(address);
  if (!place) return { field: 'other' };
  const field = place.field in fields ? fields[place.field as keyof typeof fields] : 'other';
  const isInNote = place.field.startsWith('note.') || place.field.startsWith('comment.');
  return isInNote ? { field, noteId: place.ids[0] } : { field };
}
