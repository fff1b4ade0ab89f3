import type { ColumnType, Generated } from 'kysely';

type Stamp = ColumnType<Date, Date | string, Date | string>;
type MaybeStamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json<T> = ColumnType<T, string, string>;

interface StoredPair {
  source: string;
  target: string;
  from: string;
}

export interface TranslationTable {
  home_id: string;
  address: string;
  language: string;
  source_hash: string;
  source_languages: string[];
  state: string;
  text: Generated<string>;
  pairs: Json<StoredPair[]>;
  origin: 'member' | 'memory' | 'machine';
  engine: string | null;
  model: string | null;
  by_member: string | null;
  pipeline_version: number;
  rules_version: string;
  standing: Generated<'shown' | 'held' | 'withheld' | 'released'>;
  matched_terms: Generated<string[]>;
  good: Generated<number>;
  wrong: Generated<number>;
  made_at: Stamp;
}

export interface TranslationSegmentTable {
  key: string;
  space: string | null;
  text: string;
  engine: string;
  model: string;
  made_at: Stamp;
}

export interface TranslationLeaseTable {
  key: string;
  holder: string;
  until: Stamp;
}

export interface TranslationMemoryTable {
  to_language: string;
  phrase_key: string;
  from_language: string;
  source: string;
  target: string;
  origin: 'author' | 'member' | 'import' | 'town';
  home_id: string | null;
  attribution: Generated<string>;
  added_at: Stamp;
}

export interface TranslationVerdictTable {
  home_id: string;
  address: string;
  language: string;
  member_id: string;
  verdict: 'good' | 'wrong';
  at: Stamp;
}

export interface TranslationSuggestionTable {
  id: string;
  home_id: string;
  address: string;
  language: string;
  author_id: string | null;
  member_id: string;
  source: string;
  source_language: string;
  source_hash: string;
  text: string;
  state: Generated<'open' | 'accepted' | 'declined'>;
  decided_by: string | null;
  decided_at: MaybeStamp;
  created_at: Stamp;
}

export interface TranslationReviewTable {
  id: string;
  home_id: string;
  address: string;
  language: string;
  from_language: string;
  author_id: string | null;
  reason: 'rules' | 'report' | 'disputed';
  matched_terms: Generated<string[]>;
  source: string;
  output: string;
  engine: string;
  state: Generated<'open' | 'decided'>;
  decision: 'release' | 'withhold' | 'correct' | null;
  moderator_id: string | null;
  decided_at: MaybeStamp;
  created_at: Stamp;
}

export interface TranslationReportTable {
  review_id: string;
  member_id: string;
  detail: Generated<string>;
  at: Stamp;
}

export interface TranslationInjectionTable {
  id: string;
  home_id: string;
  address: string;
  language: string;
  engine: string;
  excerpt: string;
  outcome: 'translated' | 'refused' | 'original-shown';
  at: Stamp;
}

export interface TranslationReaderTable {
  note_id: string;
  viewer_key: string;
  language: string;
  at: Stamp;
}

export interface TranslationHourTable {
  hour: Stamp;
  from_language: string;
  to_language: string;
  engine: string;
  asked: Generated<number>;
  cached: Generated<number>;
  made: Generated<number>;
  failed: Generated<number>;
  characters: Generated<number>;
  held: Generated<number>;
  reported: Generated<number>;
  good: Generated<number>;
  wrong: Generated<number>;
  milliseconds: Generated<number>;
}

export interface TranslationSpendTable {
  day: ColumnType<string, string, string>;
  engine: string;
  characters: Generated<number>;
  calls: Generated<number>;
}

export interface TranslationEvaluationTable {
  engine: string;
  pair: string;
  set_name: string;
  figures: Json<Record<string, number>>;
  weights: string;
  at: Stamp;
}
