import { type Kysely, sql } from 'kysely';

/** Home: note, except media and drafts (member) and topic (global). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table media (
      id uuid primary key,
      owner_id uuid not null,
      state text not null check (state in ('uploading', 'processing', 'ready', 'refused')),
      width integer,
      height integer,
      thumbhash text,
      widths integer[] not null default '{}',
      has_avif boolean not null default false,
      bytes bigint not null default 0,
      problem text,
      used_at timestamptz,
      created_at timestamptz not null
    );
    create index media_by_owner on media (owner_id, created_at);
    create index media_unused on media (created_at) where used_at is null;
    
    create table note (
      id uuid primary key,
      author_id uuid not null,
      title text not null,
      text text not null,
      language text not null,
      language_source text not null default 'detected' check (language_source in ('detected', 'author', 'moderator')),
      language_declared text,
      format text not null default 'free',
      text_cover text,
      category text,
      country text,
      compliance text not null default 'allowed' check (compliance in ('allowed', 'limited', 'held', 'removed')),
      version integer not null default 1,
      published_at timestamptz not null,
      edited_at timestamptz,
      deleted_at timestamptz
    );
    create index note_by_author on note (author_id, published_at desc, id desc) where deleted_at is null;
    create index note_newest on note (published_at desc, id desc) where deleted_at is null and compliance = 'allowed';
    create index note_by_category on note (category, published_at desc, id desc) where deleted_at is null and compliance = 'allowed';
    
    create table note_stat (
      note_id uuid primary key,
      impressions integer not null default 0,
      views integer not null default 0,
      likes integer not null default 0,
      collects integer not null default 0,
      comments integer not null default 0,
      shares integer not null default 0
    ) with (fillfactor = 70);
    
    create table note_media (
      note_id uuid not null,
      position smallint not null,
      media_id uuid not null,
      alt text not null default '',
      primary key (note_id, position)
    );
    create index note_media_by_media on note_media (media_id);
    
    create table note_revision (
      note_id uuid not null,
      version integer not null,
      title text not null,
      text text not null,
      edited_at timestamptz not null,
      primary key (note_id, version)
    );
    
    create table note_fingerprint (
      note_id uuid not null,
      band text not null,
      simhash text not null,
      primary key (note_id, band)
    );
    create index note_fingerprint_by_band on note_fingerprint (band);
    
    create table note_mention (
      note_id uuid not null,
      member_id uuid not null,
      primary key (note_id, member_id)
    );
    
    create table topic (
      id uuid primary key,
      key text not null unique,
      name text not null,
      created_at timestamptz not null
    );
    create index topic_by_prefix on topic (key text_pattern_ops);
    create table topic_stat (
      topic_id uuid primary key,
      notes integer not null default 0,
      views bigint not null default 0
    );
    create table topic_hour (
      topic_id uuid not null,
      hour timestamptz not null,
      views integer not null default 0,
      primary key (topic_id, hour)
    );
    create table note_topic (
      note_id uuid not null,
      topic_id uuid not null,
      position smallint not null,
      published_at timestamptz not null,
      primary key (note_id, topic_id)
    );
    create index note_topic_by_topic on note_topic (topic_id, published_at desc, note_id desc);
    
    create table draft (
      member_id uuid not null,
      id uuid not null,
      content jsonb not null,
      updated_at timestamptz not null,
      primary key (member_id, id)
    );
  `.execute(db);
}
