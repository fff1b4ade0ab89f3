import {
  countGraphemes,
  type MediaView,
  type NoteFormat,
  type NoteView,
  type PublishNoteBody,
  type TextCover,
  textLimits,
} from '@teahouse/contract';
import { extractTopics, topicKey } from '@teahouse/engine';
import type { DraftContent, ServerDraft } from '../data/drafts.ts';

/** A picture on its way into a note: known by its key before the house has given it an id. */
export interface ComposedPicture {
  key: string;
  alt: string;
  media?: MediaView;
}

/** What somebody is writing. */
export interface Composition {
  title: string;
  text: string;
  format: NoteFormat;
  textCover: TextCover;
  topics: string[];
  pictures: ComposedPicture[];
  /** The author's own word; without it the house finds out. */
  language?: string | undefined;
}

export const emptyComposition: Composition = {
  title: '',
  text: '',
  format: 'free',
  textCover: 'paper',
  topics: [],
  pictures: [],
};

export function isEmpty({ title, text, topics, pictures }: Composition): boolean {
  return title.trim() === '' && text.trim() === '' && topics.length === 0 && pictures.length === 0;
}

export function isReady({ pictures }: Composition): boolean {
  return pictures.every((picture) => picture.media !== undefined);
}

export type Shortcoming = 'no-title' | 'title-too-long' | 'text-too-long';

/** What keeps a composition from being published; pictures that are still on their way only delay it. */
export function shortcomingOf({ title, text }: Composition): Shortcoming | undefined {
  if (title.trim() === '') return 'no-title';
  if (countGraphemes(title) > textLimits.title.graphemes) return 'title-too-long';
  return countGraphemes(text) > textLimits.noteText.graphemes ? 'text-too-long' : undefined;
}

type NoteContent = Pick<
  PublishNoteBody,
  'title' | 'text' | 'format' | 'pictures' | 'textCover' | 'topics' | 'language'
>;

export function noteBody(composition: Composition): NoteContent {
  const { language, title } = composition;
  const hint = language ? { language: language as NonNullable<NoteContent['language']> } : {};
  return { ...contentOf(composition), title, ...hint };
}

export function contentOf({ title, text, format, textCover, topics, pictures }: Composition) {
  const sent = pictures.flatMap(({ media, alt }) => (media ? [{ mediaId: media.id, alt }] : []));
  return { title, text, format, topics, pictures: sent, ...(sent.length === 0 ? { textCover } : {}) };
}

export function draftBody(composition: Composition): DraftContent {
  return contentOf(composition);
}

export function compositionOfNote(note: NoteView): Composition {
  const { title, text, format, topics, pictures, cover } = note;
  // Topics written in the text come and go with it; only the others are chips.
  const inText = new Set(extractTopics(`${title}\n${text}`).map((mark) => topicKey(mark.name)));
  return {
    title,
    text,
    format,
    textCover: cover.kind === 'text' ? cover.template : emptyComposition.textCover,
    topics: topics.map((topic) => topic.name).filter((name) => !inText.has(topicKey(name))),
    pictures: pictures.map(({ alt, ...media }) => ({ key: media.id, alt, media })),
  };
}

/** Pictures of a draft are ids only; those the house still has come as `media`. */
export function compositionOfDraft(draft: ServerDraft, media: ReadonlyMap<string, MediaView>): Composition {
  const { title, text, format, topics, pictures, textCover } = draft;
  return {
    title,
    text,
    format,
    textCover: textCover ?? emptyComposition.textCover,
    topics,
    pictures: pictures.flatMap(({ mediaId, alt }) => {
      const found = media.get(mediaId);
      return found ? [{ key: mediaId, alt, media: found }] : [];
    }),
  };
}

/** Moves one picture before another; at the end without one. */
export function movePicture(pictures: readonly ComposedPicture[], key: string, beforeKey: string | undefined) {
  const moved = pictures.find((picture) => picture.key === key);
  if (!moved || key === beforeKey) return [...pictures];
  const others = pictures.filter((picture) => picture !== moved);
  const at = beforeKey === undefined ? -1 : others.findIndex((picture) => picture.key === beforeKey);
  return at < 0 ? [...others, moved] : [...others.slice(0, at), moved, ...others.slice(at)];
}
