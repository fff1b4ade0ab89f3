import type { ColumnType, Generated } from 'kysely';

type Stamp = ColumnType<Date, Date | string, Date | string>;
type MaybeStamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json = ColumnType<unknown, string, string>;

export interface TrafficLogTable {
  day: string;
  position: number;
  at: Stamp;
  facts: Json;
}

export interface TrafficSnapshotTable {
  position: number;
  blob_key: string;
  bytes: number;
  format: number;
  made_at: Stamp;
}

export interface TrafficNodeTable {
  name: string;
  position: number;
  seen_at: Stamp;
}

export interface NotePoolTable {
  note_id: string;
  author_id: string;
  state: 'waiting' | 'first-pool' | 'climbing' | 'stopped' | 'open' | 'not-promised';
  pool: number;
  quota: number | null;
  impressions: Generated<number>;
  rate: number | null;
  cell_rate: number | null;
  cell_notes: number | null;
  deadline_at: MaybeStamp;
  filled_at: MaybeStamp;
  promise_kept: boolean | null;
  published_at: Stamp;
  position: number;
}

export interface NotePoolStepTable {
  note_id: string;
  position: number;
  step: 'entered' | 'reached' | 'missed' | 'promoted' | 'stopped' | 'reopened' | 'opened';
  from_pool: number;
  to_pool: number;
  impressions: number;
  quota: number | null;
  rate: number | null;
  cell_rate: number | null;
  at: Stamp;
}

export interface FirstPoolLeaseTable {
  note_id: string;
  node: string;
  /** Tickets ever given to the node, less those it gave back. */
  slots: number;
  /** Those of them that became impressions. */
  used: number;
  expires_at: Stamp;
}

export interface TrafficPolicyTable {
  version: number;
  policy: Json;
  changed_by: string | null;
  why: string;
  at: Stamp;
}

export interface TrafficReportTable {
  at: Stamp;
  report: Json;
}

export interface PromotionTable {
  id: string;
  note_id: string;
  payer: string;
  impressions: number;
  delivered: Generated<number>;
  starts_at: Stamp;
  ends_at: Stamp;
  stopped_at: MaybeStamp;
  created_by: string;
}

export interface TrafficSignalTable {
  id: string;
  kind: 'concentration' | 'traffic-tag' | 'coordinated-arrival';
  subject_kind: string;
  subject_id: string;
  score: number;
  threshold: number;
  evidence: Json;
  note_ids: Generated<string[]>;
  window_from: Stamp;
  window_until: Stamp;
  state: Generated<'open' | 'dismissed'>;
  dismissed_by: string | null;
  at: Stamp;
}

export interface ExposureTable {
  day: string;
  note_id: string;
  viewer_key: string;
  at: Stamp;
  surface: string;
  slot: number;
  traffic: 'free' | 'paid' | 'interaction';
  reason: string;
  pool: number;
  propensity: number;
  author_id: string;
  author_group: string;
  author_followers: number;
  note_language: string;
  viewer_group: string;
  viewer_language: string;
  viewer_country: string | null;
  promotion_id: string | null;
}

export interface ExposureOpeningTable {
  note_id: string;
  impressions: number;
}

export interface ExposureBucketTable {
  bucket: Stamp;
  traffic: string;
  surface: string;
  reason: string;
  author_group: string;
  note_language: string;
  viewer_group: string;
  viewer_language: string;
  impressions: number;
  to_small_authors: number;
}

export interface ExposureTopicBucketTable {
  bucket: Stamp;
  topic_id: string;
  viewer_group: string;
  impressions: number;
}

export interface ExposureNoteTable {
  note_id: string;
  traffic: string;
  surface: string;
  reason: string;
  viewer_group: string;
  viewer_language: string;
  viewer_country: string;
  impressions: number;
  expired: Generated<number>;
}

export interface ExposureNoteHourTable {
  note_id: string;
  hour: Stamp;
  impressions: number;
}

export interface ExposureRollupTable {
  only_row: Generated<boolean>;
  rolled_until: Stamp;
  expired_until: Generated<string>;
  checked_at: MaybeStamp;
  ledger_rows: Generated<number>;
  counted: Generated<number>;
  differing_notes: Generated<number>;
}

export interface FeedControlTable {
  member_id: string;
  foreign_share: number | null;
  newcomers: Generated<'less' | 'usual' | 'more'>;
  exploration: Generated<'less' | 'usual' | 'more'>;
  is_personal: Generated<boolean>;
  home: Generated<'discover' | 'following' | 'newest'>;
  restored_day: string | null;
  searches_forgotten_at: MaybeStamp;
  updated_at: Stamp;
}

export interface FeedTopicIntensityTable {
  member_id: string;
  topic_id: string;
  intensity: 'less' | 'more';
  at: Stamp;
}

export interface FeedUsualDayTable {
  member_id: string;
  day: string;
}
