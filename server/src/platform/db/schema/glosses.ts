import type { ColumnType, Generated } from 'kysely';

type Stamp = ColumnType<Date, Date | string, Date | string>;

export interface GlossTable {
  id: string;
  language: string;
  term: string;
  term_key: string;
  variants: Generated<string[]>;
  sense: string;
  is_coarse: Generated<boolean>;
  is_ambiguous: Generated<boolean>;
  needs: Generated<string[]>;
  exceptions: Generated<string[]>;
  state: Generated<'proposed' | 'approved' | 'declined'>;
  is_shipped: Generated<boolean>;
  author_id: string | null;
  decided_by: string | null;
  up_votes: Generated<number>;
  down_votes: Generated<number>;
  remarks: Generated<number>;
  version: Generated<number>;
  created_at: Stamp;
  updated_at: Stamp;
}

export interface GlossRenderingTable {
  gloss_id: string;
  language: string;
  text: string;
  note: Generated<string>;
}

export interface GlossVoteTable {
  gloss_id: string;
  member_id: string;
  vote: 'up' | 'down';
  at: Stamp;
}

export interface GlossRemarkTable {
  gloss_id: string;
  id: string;
  member_id: string;
  text: string;
  language: string;
  created_at: Stamp;
}

export interface GlossRequestTable {
  id: string;
  words_key: string;
  words: string;
  language: string;
  address: string | null;
  state: Generated<'open' | 'answered' | 'closed'>;
  asked: Generated<number>;
  gloss_id: string | null;
  created_at: Stamp;
}

export interface GlossRequestMemberTable {
  request_id: string;
  member_id: string;
  at: Stamp;
}

export interface GlossaryStateTable {
  only_row: Generated<boolean>;
  version: number;
  shipped_hash: Generated<string>;
}
