import { type Kysely, sql } from 'kysely';

/** Home: member. Handles are global: one row per spelling that looks the same. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table member (
      id uuid primary key,
      handle text not null,
      name text not null,
      bio text not null default '',
      bio_language text not null default 'zxx',
      avatar_media_id uuid,
      avatar_hue smallint not null default 0,
      role text not null default 'member' check (role in ('member', 'moderator', 'operator')),
      state text not null default 'active' check (state in ('active', 'suspended', 'deleted')),
      languages_read text[] not null default '{}',
      interests text[] not null default '{}',
      interface_language text not null default 'en',
      time_zone text not null default 'UTC',
      shows_country_badge boolean not null default true,
      keeps_search_history boolean not null default true,
      accepted_rules_version integer not null default 0,
      country text,
      version integer not null default 1,
      joined_at timestamptz not null,
      updated_at timestamptz not null
    );
    create table member_handle (
      handle_key text primary key,
      member_id uuid not null,
      since timestamptz not null
    );
    create table member_stat (
      member_id uuid primary key,
      notes integer not null default 0,
      followers integer not null default 0,
      following integer not null default 0,
      received integer not null default 0
    );
  `.execute(db);
}
