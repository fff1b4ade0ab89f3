import { type Kysely, sql } from 'kysely';

/**
 * The exposure ledger: one row for every counted impression, so that the rows of a note are as many as its counter says. What was
 * counted before the ledger began is its opening balance. Roll-ups outlive the raw rows, which expire by the day; `expired` is the
 * part of a sum whose rows are gone. A member's last day here, and when they last came back from a long absence, make their group.
 * Home: global; the columns of `member`: member.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table exposure (
      day date not null,
      note_id uuid not null,
      viewer_key text not null,
      at timestamptz not null,
      surface text not null,
      slot smallint not null,
      traffic text not null check (traffic in ('free', 'paid', 'interaction')),
      reason text not null,
      pool smallint not null,
      propensity real not null,
      author_id uuid not null,
      author_group text not null,
      author_followers integer not null,
      note_language text not null,
      viewer_group text not null,
      viewer_language text not null,
      viewer_country text,
      promotion_id uuid,
      primary key (day, note_id, viewer_key)
    ) partition by range (day);
    create table exposure_default partition of exposure default;
    create index exposure_by_note on exposure (note_id, at);
    create index exposure_by_viewer on exposure (viewer_key, at);
    create index exposure_by_time on exposure (at);

    create table exposure_opening (
      note_id uuid primary key,
      impressions integer not null
    );
    insert into exposure_opening (note_id, impressions)
      select note_id, impressions from note_stat where impressions > 0;

    create table exposure_bucket (
      bucket timestamptz not null,
      traffic text not null,
      surface text not null,
      reason text not null,
      author_group text not null,
      note_language text not null,
      viewer_group text not null,
      viewer_language text not null,
      impressions integer not null,
      to_small_authors integer not null,
      primary key (bucket, traffic, surface, reason, author_group, note_language, viewer_group, viewer_language)
    );
    create table exposure_topic_bucket (
      bucket timestamptz not null,
      topic_id uuid not null,
      viewer_group text not null,
      impressions integer not null,
      primary key (bucket, topic_id, viewer_group)
    );
    create table exposure_note (
      note_id uuid not null,
      traffic text not null,
      surface text not null,
      reason text not null,
      viewer_group text not null,
      viewer_language text not null,
      viewer_country text not null,
      impressions integer not null,
      expired integer not null default 0 check (expired <= impressions),
      primary key (note_id, traffic, surface, reason, viewer_group, viewer_language, viewer_country)
    );
    create table exposure_note_hour (
      note_id uuid not null,
      hour timestamptz not null,
      impressions integer not null,
      primary key (note_id, hour)
    );
    create index exposure_note_hour_by_hour on exposure_note_hour (hour);
    create table exposure_rollup (
      only_row boolean primary key default true check (only_row),
      rolled_until timestamptz not null,
      expired_until date not null default '1970-01-01',
      checked_at timestamptz,
      ledger_rows bigint not null default 0,
      counted bigint not null default 0,
      differing_notes integer not null default 0
    );
    insert into exposure_rollup (rolled_until) values ('epoch');

    alter table member add column seen_day date, add column returned_at timestamptz;
  `.execute(db);
}
