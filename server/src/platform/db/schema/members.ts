import type { TranslationPreferences } from '@teahouse/contract';
import type { ColumnType, Generated } from 'kysely';

type Stamp = ColumnType<Date, Date | string, Date | string>;

export interface MemberTable {
  id: string;
  handle: string;
  name: string;
  bio: Generated<string>;
  bio_language: Generated<string>;
  bio_languages: Generated<string[]>;
  translation_preferences: ColumnType<TranslationPreferences, string | undefined, string>;
  avatar_media_id: string | null;
  avatar_hue: Generated<number>;
  role: Generated<'member' | 'moderator' | 'operator'>;
  state: Generated<'active' | 'suspended' | 'deleted'>;
  languages_read: Generated<string[]>;
  interests: Generated<string[]>;
  interface_language: Generated<string>;
  time_zone: Generated<string>;
  shows_country_badge: Generated<boolean>;
  keeps_search_history: Generated<boolean>;
  accepted_rules_version: Generated<number>;
  country: string | null;
  version: Generated<number>;
  /** Last day with a session of theirs in use, UTC. */
  seen_day: ColumnType<string | null, string | null | undefined, string | null>;
  returned_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  joined_at: Stamp;
  updated_at: Stamp;
}

export interface MemberHandleTable {
  handle_key: string;
  member_id: string;
  since: Stamp;
  /** A handle given up stays with its member until then; null while in use. */
  reserved_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

export interface MemberStatTable {
  member_id: string;
  notes: Generated<number>;
  followers: Generated<number>;
  following: Generated<number>;
  received: Generated<number>;
}

export interface FollowTable {
  member_id: string;
  followee_id: string;
  at: Stamp;
}

export interface BlockTable {
  member_id: string;
  blocked_id: string;
  at: Stamp;
}

export interface MuteTable {
  member_id: string;
  muted_id: string;
  at: Stamp;
}
