import { type Kysely, sql } from 'kysely';

/** One concept, many spellings: a topic belongs to at most one concept. A label's owner is a concept, or a topic that stands alone. Home: global. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table topic
      add column concept_id uuid,
      add column language text not null default 'und';
    create index topic_by_concept on topic (concept_id) where concept_id is not null;
    create table topic_label (
      owner_id uuid not null,
      language text not null,
      label text not null,
      primary key (owner_id, language)
    );
    create table topic_link (
      id uuid primary key,
      topic_id uuid not null,
      other_id uuid not null,
      evidence text not null check (evidence in ('member', 'translation', 'together')),
      count integer not null default 1,
      proposed_by uuid,
      state text not null default 'open' check (state in ('open', 'approved', 'declined')),
      decided_by uuid,
      decided_at timestamptz,
      created_at timestamptz not null,
      check (topic_id < other_id)
    );
    create unique index topic_link_once on topic_link (topic_id, other_id);
    create index topic_link_list on topic_link (state, count desc, id);
  `.execute(db);
}
