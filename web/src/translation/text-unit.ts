import { type CommentView, type NoteCard, type NoteView, textAddressOf } from '@teahouse/contract';
import { titleAddress, type WantedText } from '../data/translations.ts';

/** A text somebody else wrote, and where the house finds it. */
export interface MemberWords extends WantedText {
  /** The language it is marked as. */
  language: string;
  /** Every language in it. */
  languages: readonly string[];
}

/** What is translated with one press: a text, or a title with its text. */
export interface TextUnit {
  key: string;
  /** Follows this key until it is pressed itself: all comments of a note. */
  group?: string;
  title?: MemberWords;
  text?: MemberWords;
}

/** A note of which only the card is known yet. */
export function titleUnit({ id, title, titleLanguages, language }: NoteCard): TextUnit {
  return { key: id, title: { address: titleAddress(id), source: title, languages: titleLanguages, language } };
}

export function noteUnit(note: NoteView): TextUnit {
  const { id, text, textLanguages, language } = note;
  const unit = titleUnit(note);
  if (!text) return unit;
  const address = textAddressOf('note.text', id);
  return { ...unit, text: { address, source: text, languages: textLanguages, language } };
}

export function commentUnit({ id, noteId, text, language, languages }: CommentView): TextUnit {
  const address = textAddressOf('comment.text', noteId, id);
  return { key: id, group: commentsKey(noteId), text: { address, source: text, languages, language } };
}

export function commentsKey(noteId: string): string {
  return `comments:${noteId}`;
}

/** A text by itself. */
export function plainUnit(text: MemberWords): TextUnit {
  return { key: text.address, text };
}
