import { type Kysely, sql } from 'kysely';

/**
 * Translations stand beside what they translate and are moderated on their own. Home: that of the translated text (the first id
 * of its address), except segments, leases, memory, spend and hours (global).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table note
      add column title_languages text[] not null default '{}',
      add column text_languages text[] not null default '{}',
      add column translation_locked boolean not null default false;
    alter table comment add column languages text[] not null default '{}';
    alter table member
      add column bio_languages text[] not null default '{}',
      add column translation_preferences jsonb not null default '{"mode":"offer","byLanguage":{}}';
    update note set title_languages = array[language], text_languages = case when text = '' then '{}' else array[language] end where language <> 'zxx';
    update comment set languages = array[language] where language <> 'zxx';
    update member set bio_languages = array[bio_language] where bio_language <> 'zxx';

    create table note_version (
      note_id uuid not null,
      language text not null,
      title text not null,
      text text not null,
      for_version integer not null,
      updated_at timestamptz not null,
      primary key (note_id, language)
    );

    create table translation (
      home_id uuid not null,
      address text not null,
      language text not null,
      source_hash text not null,
      source_languages text[] not null,
      state text not null,
      text text not null default '',
      pairs jsonb not null default '[]',
      origin text not null check (origin in ('member', 'memory', 'machine')),
      engine text,
      model text,
      by_member uuid,
      pipeline_version integer not null,
      rules_version text not null,
      standing text not null default 'shown' check (standing in ('shown', 'held', 'withheld', 'released')),
      matched_terms text[] not null default '{}',
      good integer not null default 0,
      wrong integer not null default 0,
      made_at timestamptz not null,
      primary key (home_id, address, language)
    );
    create index translation_by_writer on translation (by_member) where by_member is not null;
    create index translation_by_standing on translation (standing) where standing in ('held', 'withheld');

    create table translation_segment (
      key text primary key,
      space uuid,
      text text not null,
      engine text not null,
      model text not null,
      made_at timestamptz not null
    );
    create index translation_segment_by_space on translation_segment (space) where space is not null;

    create unlogged table translation_lease (
      key text primary key,
      holder text not null,
      until timestamptz not null
    );

    create table translation_memory (
      to_language text not null,
      phrase_key text not null,
      from_language text not null,
      source text not null,
      target text not null,
      origin text not null check (origin in ('author', 'member', 'import', 'town')),
      home_id uuid,
      attribution text not null default '',
      added_at timestamptz not null,
      primary key (to_language, phrase_key, from_language)
    );
    create index translation_memory_by_home on translation_memory (home_id) where home_id is not null;

    create table translation_verdict (
      home_id uuid not null,
      address text not null,
      language text not null,
      member_id uuid not null,
      verdict text not null check (verdict in ('good', 'wrong')),
      at timestamptz not null,
      primary key (home_id, address, language, member_id)
    );
    create index translation_verdict_by_member on translation_verdict (member_id);

    create table translation_suggestion (
      id uuid primary key,
      home_id uuid not null,
      address text not null,
      language text not null,
      author_id uuid,
      member_id uuid not null,
      source text not null,
      source_language text not null,
      source_hash text not null,
      text text not null,
      state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
      decided_by uuid,
      decided_at timestamptz,
      created_at timestamptz not null
    );
    create index translation_suggestion_open on translation_suggestion (author_id, id) where state = 'open';
    create index translation_suggestion_by_home on translation_suggestion (home_id);
    create index translation_suggestion_by_member on translation_suggestion (member_id);
    create index translation_suggestion_by_author on translation_suggestion (author_id) where author_id is not null;
    create unique index translation_suggestion_once on translation_suggestion (address, language, member_id) where state = 'open';

    create table translation_review (
      id uuid primary key,
      home_id uuid not null,
      address text not null,
      language text not null,
      from_language text not null,
      author_id uuid,
      reason text not null check (reason in ('rules', 'report', 'disputed')),
      matched_terms text[] not null default '{}',
      source text not null,
      output text not null,
      engine text not null,
      state text not null default 'open' check (state in ('open', 'decided')),
      decision text check (decision in ('release', 'withhold', 'correct')),
      moderator_id uuid,
      decided_at timestamptz,
      created_at timestamptz not null
    );
    create unique index translation_review_once on translation_review (address, language) where state = 'open';
    create index translation_review_list on translation_review (state, id);
    create index translation_review_by_home on translation_review (home_id);

    create table translation_report (
      review_id uuid not null,
      member_id uuid not null,
      detail text not null default '',
      at timestamptz not null,
      primary key (review_id, member_id)
    );
    create index translation_report_by_member on translation_report (member_id);

    create table translation_injection (
      id uuid primary key,
      home_id uuid not null,
      address text not null,
      language text not null,
      engine text not null,
      excerpt text not null,
      outcome text not null check (outcome in ('translated', 'refused', 'original-shown')),
      at timestamptz not null
    );
    create unique index translation_injection_once on translation_injection (address, language, engine);
    create index translation_injection_by_home on translation_injection (home_id);

    create table translation_reader (
      note_id uuid not null,
      viewer_key text not null,
      language text not null,
      at timestamptz not null,
      primary key (note_id, viewer_key)
    );

    create table translation_hour (
      hour timestamptz not null,
      from_language text not null,
      to_language text not null,
      engine text not null,
      asked integer not null default 0,
      cached integer not null default 0,
      made integer not null default 0,
      failed integer not null default 0,
      characters bigint not null default 0,
      held integer not null default 0,
      reported integer not null default 0,
      good integer not null default 0,
      wrong integer not null default 0,
      milliseconds bigint not null default 0,
      primary key (hour, from_language, to_language, engine)
    );

    create table translation_spend (
      day date not null,
      engine text not null,
      characters bigint not null default 0,
      calls integer not null default 0,
      primary key (day, engine)
    );

    create table translation_evaluation (
      engine text not null,
      pair text not null,
      set_name text not null,
      figures jsonb not null,
      weights text not null,
      at timestamptz not null,
      primary key (engine, pair, set_name)
    );

    create table note_search_translation (
      note_id uuid not null,
      language text not null,
      tokens tsvector not null,
      published_at timestamptz not null,
      primary key (note_id, language)
    );
    create index note_search_translation_tokens on note_search_translation using gin (tokens);
  `.execute(db);
}
