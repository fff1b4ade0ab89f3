import type { ColumnType, Generated } from 'kysely';

type Stamp = ColumnType<Date, Date | string, Date | string>;
type MaybeStamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** Rows of note_like and note_share. */
export interface NoteReactionTable {
  note_id: string;
  member_id: string;
  at: Stamp;
}

export interface BoardTable {
  member_id: string;
  id: string;
  name: string;
  is_open: Generated<boolean>;
  is_default: Generated<boolean>;
  created_at: Stamp;
  updated_at: Stamp;
}

export interface CollectTable {
  member_id: string;
  note_id: string;
  board_id: string;
  at: Stamp;
}

export interface CommentTable {
  note_id: string;
  id: string;
  parent_id: string | null;
  reply_to_id: string | null;
  author_id: string;
  text: string;
  language: string;
  languages: Generated<string[]>;
  compliance: Generated<'allowed' | 'limited' | 'held' | 'removed'>;
  is_pinned: Generated<boolean>;
  likes: Generated<number>;
  replies: Generated<number>;
  created_at: Stamp;
  deleted_at: MaybeStamp;
  deleted_by: string | null;
}

export interface CommentMediaTable {
  note_id: string;
  comment_id: string;
  position: number;
  media_id: string;
  alt: string;
}

export interface CommentMentionTable {
  note_id: string;
  comment_id: string;
  member_id: string;
}

export interface CommentLikeTable {
  note_id: string;
  comment_id: string;
  member_id: string;
  at: Stamp;
}

export interface NotInterestedTable {
  member_id: string;
  note_id: string;
  reason: 'note' | 'author' | 'topic' | 'language';
  author_id: string;
  topic_ids: Generated<string[]>;
  language: string;
  spared_topic_id: string | null;
  at: Stamp;
}

export interface NoteViewerTable {
  note_id: string;
  viewer_key: string;
  impression_at: MaybeStamp;
  view_at: MaybeStamp;
}

export interface ViewerEventTable {
  day: string;
  viewer_key: string;
  note_id: string;
  kind: string;
  token_id: string;
  surface: string;
  slot: number;
  milliseconds: number | null;
  at: Stamp;
}

export interface SearchHistoryTable {
  member_id: string;
  query_key: string;
  query: string;
  at: Stamp;
}

export interface SearchDayTable {
  day: string;
  query_key: string;
  query: string;
  searches: Generated<number>;
  members: Generated<number>;
}

/** That a member sought something on a day, under a mark that tells nobody who. */
export interface SearchDayMemberTable {
  day: string;
  query_key: string;
  mark: string;
}

export interface NotificationTable {
  member_id: string;
  id: string;
  group_key: string;
  kind: string;
  note_id: string | null;
  comment_id: string | null;
  message: ColumnType<unknown, string | null, string | null>;
  actor_ids: Generated<string[]>;
  actor_count: Generated<number>;
  at: Stamp;
  read_at: MaybeStamp;
}

export interface NotificationActorTable {
  member_id: string;
  group_key: string;
  actor_id: string;
}
