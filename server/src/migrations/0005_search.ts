import { type Kysely, sql } from 'kysely';

/** Tokens are made by the server (jieba), so that Chinese words are found; the projection can be rebuilt. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table note_search (
      note_id uuid primary key,
      tokens tsvector not null,
      published_at timestamptz not null
    );
    create index note_search_tokens on note_search using gin (tokens);
    create table search_history (
      member_id uuid not null,
      query_key text not null,
      query text not null,
      at timestamptz not null,
      primary key (member_id, query_key)
    );
    create table search_day (
      day date not null,
      query_key text not null,
      query text not null,
      searches integer not null default 0,
      members integer not null default 0,
      primary key (day, query_key)
    );
    create index search_day_by_prefix on search_day (query_key text_pattern_ops);
    create extension if not exists pg_trgm;
    create index member_handle_by_prefix on member_handle (handle_key text_pattern_ops);
    create index member_by_name on member using gin (lower(name) gin_trgm_ops) where state = 'active';
  `.execute(db);
}
