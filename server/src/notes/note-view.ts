import type { MemberId, NoteCard, NoteView, PictureView, TextCover } from '@teahouse/contract';
import type { AuthorView } from '../members/index.ts';
import type { TopicRefView } from '../topics/index.ts';
import type { NoteStatRow } from './note-reader.sql.ts';

/** What rules and cards know of a note; kept in memory. */
export interface NoteRecord {
  id: NoteCard['id'];
  authorId: string;
  title: string;
  language: NoteCard['language'];
  titleLanguages: string[];
  format: NoteCard['format'];
  cover: NoteCard['cover'];
  pictureCount: number;
  category: string | undefined;
  topicIds: string[];
  country: string | undefined;
  compliance: NoteView['compliance'];
  isDeleted: boolean;
  publishedAt: Date;
}

/** A note with everything its own page shows, counters and the viewer's marks excepted. */
export interface NoteDetail extends NoteRecord {
  text: string;
  textLanguages: string[];
  /** Languages the author wrote a version in. */
  versions: string[];
  isTranslationLocked: boolean;
  pictures: PictureView[];
  topics: TopicRefView[];
  mentions: { handle: string; name: string }[];
  languageSource: NoteView['languageSource'];
  version: number;
  editedAt: Date | undefined;
}

export interface CardContext {
  author: AuthorView;
  likeCount: number;
  viewer: NoteCard['viewer'];
  showsCountry: boolean;
}

export interface ViewContext {
  author: AuthorView;
  stats: NoteStatRow | undefined;
  viewerId: MemberId | undefined;
  marks: { likes: boolean; collects: boolean };
  followsAuthor: boolean;
  showsCountry: boolean;
}

export function noteCard(record: NoteRecord, { author, likeCount, viewer, showsCountry }: CardContext): NoteCard {
  return {
    id: record.id,
    title: record.title,
    language: record.language,
    titleLanguages: record.titleLanguages,
    format: record.format,
    cover: record.cover,
    pictureCount: record.pictureCount,
    author,
    ...(showsCountry && record.country ? { country: record.country } : {}),
    likeCount,
    publishedAt: record.publishedAt.toISOString(),
    ...(viewer ? { viewer } : {}),
  };
}

export function noteView(detail: NoteDetail, context: ViewContext): NoteView {
  const { author, stats, viewerId, marks, followsAuthor, showsCountry } = context;
  const card = noteCard(detail, {
    author,
    likeCount: stats?.likes ?? 0,
    viewer: viewerId ? marks : undefined,
    showsCountry,
  });
  return {
    ...card,
    text: detail.text,
    textLanguages: detail.textLanguages,
    versions: detail.versions,
    isTranslationLocked: detail.isTranslationLocked,
    pictures: detail.pictures,
    topics: detail.topics,
    mentions: detail.mentions,
    collectCount: stats?.collects ?? 0,
    commentCount: stats?.comments ?? 0,
    shareCount: stats?.shares ?? 0,
    viewCount: stats?.views ?? 0,
    ...(detail.editedAt ? { editedAt: detail.editedAt.toISOString() } : {}),
    languageSource: detail.languageSource,
    compliance: detail.compliance,
    version: detail.version,
    isAuthor: viewerId === detail.authorId,
    followsAuthor,
  };
}

export function coverOf(
  pictures: readonly PictureView[],
  template: string | null | undefined,
  title: string,
): NoteCard['cover'] {
  const [picture] = pictures;
  if (picture) return { kind: 'picture', picture };
  return { kind: 'text', template: (template ?? 'paper') as TextCover, text: title };
}
