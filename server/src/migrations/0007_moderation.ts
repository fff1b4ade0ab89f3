import { type Kysely, sql } from 'kysely';

/** Home: global. Every decision has its audit row, written in the same transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table report (
      id uuid primary key,
      reporter_id uuid,
      subject_kind text not null check (subject_kind in ('note', 'comment', 'member')),
      subject_id uuid not null,
      note_id uuid,
      author_id uuid not null,
      reason text not null,
      detail text not null default '',
      matched_terms text[] not null default '{}',
      snapshot jsonb not null,
      state text not null default 'open' check (state in ('open', 'decided', 'dismissed')),
      decision_id uuid,
      created_at timestamptz not null
    );
    create unique index report_once on report (reporter_id, subject_kind, subject_id) where state = 'open';
    create index report_queue on report (state, created_at, id);
    create index report_by_subject on report (subject_kind, subject_id);
    create table decision (
      id uuid primary key,
      subject_kind text not null,
      subject_id uuid not null,
      note_id uuid,
      author_id uuid not null,
      moderator_id uuid,
      action text not null,
      former_compliance text,
      rule_number integer not null,
      rule_version integer not null,
      explanation text not null,
      excerpt text not null,
      source text not null,
      decided_at timestamptz not null
    );
    create index decision_by_author on decision (author_id, decided_at desc, id desc);
    create index decision_by_subject on decision (subject_kind, subject_id);
    create table appeal (
      id uuid primary key,
      decision_id uuid not null unique,
      member_id uuid not null,
      text text not null,
      state text not null default 'open' check (state in ('open', 'upheld', 'overturned')),
      answer text not null default '',
      decided_by uuid,
      created_at timestamptz not null,
      decided_at timestamptz
    );
    create index appeal_queue on appeal (state, created_at, id);
    create table audit (
      id uuid primary key,
      at timestamptz not null,
      actor_id uuid,
      verb text not null,
      subject_kind text not null,
      subject_id text not null,
      detail jsonb not null default '{}'
    );
    create index audit_newest on audit (at desc, id desc);
  `.execute(db);
}
