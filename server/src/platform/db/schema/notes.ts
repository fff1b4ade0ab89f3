import type { ColumnType, Generated } from 'kysely';

type Stamp = ColumnType<Date, Date | string, Date | string>;
type MaybeStamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Compliance = 'allowed' | 'limited' | 'held' | 'removed';

export interface MediaTable {
  id: string;
  owner_id: string;
  state: 'uploading' | 'processing' | 'ready' | 'refused';
  width: number | null;
  height: number | null;
  thumbhash: string | null;
  widths: Generated<number[]>;
  has_avif: Generated<boolean>;
  bytes: Generated<number>;
  problem: string | null;
  used_at: MaybeStamp;
  created_at: Stamp;
}

export interface NoteTable {
  id: string;
  author_id: string;
  title: string;
  text: string;
  language: string;
  language_source: Generated<'detected' | 'author' | 'moderator'>;
  language_declared: string | null;
  format: Generated<string>;
  text_cover: string | null;
  category: string | null;
  country: string | null;
  title_languages: Generated<string[]>;
  text_languages: Generated<string[]>;
  translation_locked: Generated<boolean>;
  compliance: Generated<Compliance>;
  version: Generated<number>;
  published_at: Stamp;
  edited_at: MaybeStamp;
  deleted_at: MaybeStamp;
}

export interface NoteStatTable {
  note_id: string;
  impressions: Generated<number>;
  views: Generated<number>;
  likes: Generated<number>;
  collects: Generated<number>;
  comments: Generated<number>;
  shares: Generated<number>;
}

export interface NoteMediaTable {
  note_id: string;
  position: number;
  media_id: string;
  alt: Generated<string>;
}

export interface NoteRevisionTable {
  note_id: string;
  version: number;
  title: string;
  text: string;
  edited_at: Stamp;
}

export interface NoteFingerprintTable {
  note_id: string;
  band: string;
  simhash: string;
}

export interface NoteMentionTable {
  note_id: string;
  member_id: string;
}

export interface TopicTable {
  id: string;
  key: string;
  name: string;
  concept_id: string | null;
  language: Generated<string>;
  created_at: Stamp;
}

export interface TopicStatTable {
  topic_id: string;
  notes: Generated<number>;
  views: Generated<number>;
}

export interface TopicHourTable {
  topic_id: string;
  hour: Stamp;
  views: Generated<number>;
}

export interface NoteTopicTable {
  note_id: string;
  topic_id: string;
  position: number;
  published_at: Stamp;
}

export interface DraftTable {
  member_id: string;
  id: string;
  content: ColumnType<unknown, string, string>;
  updated_at: Stamp;
}

export interface NoteSearchTable {
  note_id: string;
  tokens: ColumnType<string, string, string>;
  published_at: Stamp;
}

export interface NoteVersionTable {
  note_id: string;
  language: string;
  title: string;
  text: string;
  /** The note's version it was written for. */
  for_version: number;
  updated_at: Stamp;
}

export interface NoteSearchTranslationTable {
  note_id: string;
  language: string;
  tokens: ColumnType<string, string, string>;
  published_at: Stamp;
}

export interface TopicLabelTable {
  owner_id: string;
  language: string;
  label: string;
}

export interface TopicLinkTable {
  id: string;
  topic_id: string;
  other_id: string;
  evidence: 'member' | 'translation' | 'together';
  count: Generated<number>;
  proposed_by: string | null;
  state: Generated<'open' | 'approved' | 'declined'>;
  decided_by: string | null;
  decided_at: MaybeStamp;
  created_at: Stamp;
}
