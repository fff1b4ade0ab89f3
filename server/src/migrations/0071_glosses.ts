import { type Kysely, sql } from 'kysely';

/** Home: global. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table gloss (
      id uuid primary key,
      language text not null,
      term text not null,
      term_key text not null,
      variants text[] not null default '{}',
      sense text not null,
      is_coarse boolean not null default false,
      is_ambiguous boolean not null default false,
      needs text[] not null default '{}',
      exceptions text[] not null default '{}',
      state text not null default 'proposed' check (state in ('proposed', 'approved', 'declined')),
      is_shipped boolean not null default false,
      author_id uuid,
      decided_by uuid,
      up_votes integer not null default 0,
      down_votes integer not null default 0,
      remarks integer not null default 0,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create unique index gloss_term_once on gloss (language, term_key) where state <> 'declined';
    create index gloss_list on gloss (state, term_key, id);
    create index gloss_by_part on gloss using gin (term_key gin_trgm_ops);

    create table gloss_rendering (
      gloss_id uuid not null,
      language text not null,
      text text not null,
      note text not null default '',
      primary key (gloss_id, language)
    );
    create table gloss_vote (
      gloss_id uuid not null,
      member_id uuid not null,
      vote text not null check (vote in ('up', 'down')),
      at timestamptz not null,
      primary key (gloss_id, member_id)
    );
    create index gloss_vote_by_member on gloss_vote (member_id);
    create table gloss_remark (
      gloss_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      text text not null,
      language text not null,
      created_at timestamptz not null,
      primary key (gloss_id, id)
    );
    create index gloss_remark_by_member on gloss_remark (member_id);
    create table gloss_request (
      id uuid primary key,
      words_key text not null,
      words text not null,
      language text not null,
      address text,
      state text not null default 'open' check (state in ('open', 'answered', 'closed')),
      asked integer not null default 0,
      gloss_id uuid,
      created_at timestamptz not null
    );
    create unique index gloss_request_once on gloss_request (language, words_key) where state = 'open';
    create index gloss_request_list on gloss_request (asked desc, id desc) where state = 'open';
    create table gloss_request_member (
      request_id uuid not null,
      member_id uuid not null,
      at timestamptz not null,
      primary key (request_id, member_id)
    );
    create index gloss_request_member_by_member on gloss_request_member (member_id);
    create table glossary_state (
      only_row boolean primary key default true check (only_row),
      version integer not null,
      shipped_hash text not null default ''
    );
    insert into glossary_state (version) values (1);
  `.execute(db);
}
