import { type Kysely, sql } from 'kysely';

/** What members say about their own feed; the engine learns it from the log, this is what settings and the export show. Home: global. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table feed_control (
      member_id uuid primary key,
      foreign_share real,
      newcomers text not null default 'usual' check (newcomers in ('less', 'usual', 'more')),
      exploration text not null default 'usual' check (exploration in ('less', 'usual', 'more')),
      is_personal boolean not null default true,
      home text not null default 'discover' check (home in ('discover', 'following', 'newest')),
      restored_day date,
      searches_forgotten_at timestamptz,
      updated_at timestamptz not null
    );
    create table feed_topic_intensity (
      member_id uuid not null,
      topic_id uuid not null,
      intensity text not null check (intensity in ('less', 'more')),
      at timestamptz not null,
      primary key (member_id, topic_id)
    );
    create table feed_usual_day (
      member_id uuid not null,
      day date not null,
      primary key (member_id, day)
    );
    alter table not_interested add column spared_topic_id uuid;
    create index not_interested_newest on not_interested (member_id, at desc, note_id desc);
  `.execute(db);
}
