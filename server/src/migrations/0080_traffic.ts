import { type Kysely, sql } from 'kysely';

/**
 * The traffic engine's log and what it decides. `traffic_log` is the order in which every replica applies facts; its rows, a
 * snapshot and nothing else make a replica. A pool's steps are the same on every replica, so that any of them may write them down.
 * Home: global.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table traffic_log (
      day date not null,
      position bigint not null,
      at timestamptz not null,
      facts jsonb not null,
      primary key (day, position)
    ) partition by range (day);
    create table traffic_log_default partition of traffic_log default;
    create index traffic_log_order on traffic_log (position);
    create sequence traffic_log_position;
    create table traffic_snapshot (
      position bigint primary key,
      blob_key text not null,
      bytes bigint not null,
      format integer not null,
      made_at timestamptz not null
    );
    create table traffic_node (
      name text primary key,
      position bigint not null,
      seen_at timestamptz not null
    );
    create table note_pool (
      note_id uuid primary key,
      author_id uuid not null,
      state text not null check (state in ('waiting', 'first-pool', 'climbing', 'stopped', 'open', 'not-promised')),
      pool smallint not null,
      quota integer,
      impressions integer not null default 0,
      rate real,
      cell_rate real,
      cell_notes integer,
      deadline_at timestamptz,
      filled_at timestamptz,
      promise_kept boolean,
      published_at timestamptz not null,
      position bigint not null
    );
    create index note_pool_due on note_pool (deadline_at) where promise_kept is null;
    create index note_pool_published on note_pool (published_at);
    create table note_pool_step (
      note_id uuid not null,
      position bigint not null,
      step text not null check (step in ('entered', 'reached', 'missed', 'promoted', 'stopped', 'reopened', 'opened')),
      from_pool smallint not null,
      to_pool smallint not null,
      impressions integer not null,
      quota integer,
      rate real,
      cell_rate real,
      at timestamptz not null,
      primary key (note_id, position, step)
    );
    create table first_pool_lease (
      note_id uuid not null,
      node text not null,
      slots integer not null check (slots >= 0),
      used integer not null,
      expires_at timestamptz not null,
      primary key (note_id, node)
    );
    create index first_pool_lease_expiry on first_pool_lease (expires_at);
    create table traffic_policy (
      version integer primary key,
      policy jsonb not null,
      changed_by uuid,
      why text not null,
      at timestamptz not null
    );
    create table traffic_report (
      at timestamptz primary key,
      report jsonb not null
    );
    create table promotion (
      id uuid primary key,
      note_id uuid not null,
      payer text not null,
      impressions integer not null check (impressions > 0),
      delivered integer not null default 0,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      stopped_at timestamptz,
      created_by uuid not null
    );
    create index promotion_list on promotion (starts_at desc, id desc);
    create table traffic_signal (
      id uuid primary key,
      kind text not null check (kind in ('concentration', 'traffic-tag', 'coordinated-arrival')),
      subject_kind text not null,
      subject_id text not null,
      score real not null,
      threshold real not null,
      evidence jsonb not null,
      note_ids uuid[] not null default '{}',
      window_from timestamptz not null,
      window_until timestamptz not null,
      state text not null default 'open' check (state in ('open', 'dismissed')),
      dismissed_by uuid,
      at timestamptz not null
    );
    create unique index traffic_signal_once on traffic_signal (kind, subject_kind, subject_id) where state = 'open';
    create index traffic_signal_list on traffic_signal (state, at desc, id desc);
  `.execute(db);
}
