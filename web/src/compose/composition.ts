import {
  countGraphemes,
  type MediaView,
  type NoteFormat,
  type NoteView,
  type PublishNoteBody,
  type ReadableLanguage,
  type TextCover,
  textLimits,
} from '@teahouse/contract';
import { extractTopics, topicKey } from '@teahouse/engine';
import type { DraftContent, ServerDraft } from '../data/drafts.ts';
import type { NoteVersions } from '../data/versions.ts';
import { readableLanguage } from '../translation/reading.ts';
import { certainLanguage } from './first-language.ts';
import { type ComposedVersion, isBlank, keptVersions, type Words, writtenVersions } from './versions.ts';

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
  /** The same note in other languages. */
  versions: ComposedVersion[];
}

export const emptyComposition: Composition = {
  title: '',
  text: '',
  format: 'free',
  textCover: 'paper',
  topics: [],
  pictures: [],
  versions: [],
};

export function isEmpty({ topics, pictures, versions, ...words }: Composition): boolean {
  return topics.length === 0 && pictures.length === 0 && [words, ...versions].every(isBlank);
}

export function isReady({ pictures }: Composition): boolean {
  return pictures.every((picture) => picture.media !== undefined);
}

export interface Shortcoming {
  kind: 'no-title' | 'title-too-long' | 'text-too-long' | 'same-language';
  /** Of which version; the note itself without one. */
  language?: ReadableLanguage;
}

/** What keeps a composition from being published; pictures that are still on their way only delay it. */
export function shortcomingOf(composition: Composition): Shortcoming | undefined {
  const own = shortcomingOfWords(composition);
  if (own) return { kind: own };
  const first = certainLanguage(composition);
  for (const version of composition.versions) {
    if (isBlank(version)) continue;
    const kind = version.language === first ? 'same-language' : shortcomingOfWords(version);
    if (kind) return { kind, language: version.language };
  }
  return undefined;
}

function shortcomingOfWords({ title, text }: Words): Shortcoming['kind'] | undefined {
  if (title.trim() === '') return 'no-title';
  if (countGraphemes(title) > textLimits.title.graphemes) return 'title-too-long';
  return countGraphemes(text) > textLimits.noteText.graphemes ? 'text-too-long' : undefined;
}

type NoteContent = Pick<
  PublishNoteBody,
  'title' | 'text' | 'format' | 'pictures' | 'textCover' | 'topics' | 'language' | 'versions'
>;

export function noteBody(composition: Composition): NoteContent {
  const { language, title } = composition;
  const hint = language ? { language: language as NonNullable<NoteContent['language']> } : {};
  return { ...contentOf(composition), title, versions: writtenVersions(composition.versions), ...hint };
}

/** What the note itself says and shows. */
export function contentOf({ title, text, format, textCover, topics, pictures }: Composition) {
  const sent = pictures.flatMap(({ media, alt }) => (media ? [{ mediaId: media.id, alt }] : []));
  return { title, text, format, topics, pictures: sent, ...(sent.length === 0 ? { textCover } : {}) };
}

export function draftBody(composition: Composition): DraftContent {
  return { ...contentOf(composition), versions: keptVersions(composition.versions) };
}

export function compositionOfNote(note: NoteView, versions: NoteVersions): Composition {
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
    language: readableLanguage(note.language),
    versions: versions.flatMap(({ language, title, text, isOutdated }) => {
      const known = readableLanguage(language);
      return known ? [{ language: known, title, text, isOutdated }] : [];
    }),
  };
}

/** Pictures of a draft are ids only; those the house still has come as `media`. */
export function compositionOfDraft(draft: ServerDraft, media: ReadonlyMap<string, MediaView>): Composition {
  const { title, text, format, topics, pictures, textCover, versions } = draft;
  return {
    title,
    text,
    format,
    textCover: textCover ?? emptyComposition.textCover,
    topics,
    versions: keptVersions(versions),
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
