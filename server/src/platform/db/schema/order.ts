import type { ColumnType, Generated } from 'kysely';

type Stamp = ColumnType<Date, Date | string, Date | string>;
type MaybeStamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json = ColumnType<unknown, string, string>;
type SubjectKind = 'note' | 'comment' | 'member';

export interface ReportTable {
  id: string;
  reporter_id: string | null;
  subject_kind: SubjectKind;
  subject_id: string;
  note_id: string | null;
  author_id: string;
  reason: string;
  detail: Generated<string>;
  matched_terms: Generated<string[]>;
  snapshot: Json;
  state: Generated<'open' | 'decided' | 'dismissed'>;
  decision_id: string | null;
  created_at: Stamp;
}

export interface DecisionTable {
  id: string;
  subject_kind: SubjectKind;
  subject_id: string;
  note_id: string | null;
  author_id: string;
  moderator_id: string | null;
  action: string;
  former_compliance: string | null;
  rule_number: number;
  rule_version: number;
  explanation: string;
  excerpt: string;
  source: string;
  decided_at: Stamp;
}

export interface AppealTable {
  id: string;
  decision_id: string;
  member_id: string;
  text: string;
  state: Generated<'open' | 'upheld' | 'overturned'>;
  answer: Generated<string>;
  decided_by: string | null;
  created_at: Stamp;
  decided_at: MaybeStamp;
}

export interface AuditTable {
  id: string;
  at: Stamp;
  actor_id: string | null;
  verb: string;
  subject_kind: string;
  subject_id: string;
  detail: ColumnType<unknown, string | undefined, string>;
}

export interface OutboxTable {
  id: Generated<number>;
  name: string;
  payload: Json;
  at: ColumnType<Date, Date | string | undefined, Date | string>;
}

export interface IdempotencyTable {
  member_id: string;
  key: string;
  route: string;
  request_hash: string;
  reserved_id: string;
  status: number | null;
  response: ColumnType<unknown, string | null, string | null>;
  created_at: Stamp;
}

export interface SettingTable {
  key: string;
  value: Json;
  updated_at: Stamp;
}
