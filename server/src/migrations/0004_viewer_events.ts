import { type Kysely, sql } from 'kysely';

/**
 * What viewers saw. note_viewer holds one row per note and viewer: the counters are its projection. viewer_event is the raw log,
 * one partition a day, from which everything in memory can be rebuilt. A viewer key is a member id or a random visitor id.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table note_viewer (
      note_id uuid not null,
      viewer_key text not null,
      impression_at timestamptz,
      view_at timestamptz,
      primary key (note_id, viewer_key)
    );
    create table viewer_event (
      day date not null,
      viewer_key text not null,
      note_id uuid not null,
      kind text not null,
      token_id text not null,
      surface text not null,
      slot smallint not null,
      milliseconds integer,
      at timestamptz not null,
      primary key (day, token_id, kind)
    ) partition by range (day);
    create table viewer_event_default partition of viewer_event default;
    create index viewer_event_by_viewer on viewer_event (viewer_key, at);
  `.execute(db);
}
