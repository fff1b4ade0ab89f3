import { type Kysely, sql } from 'kysely';

/** Ways in for common words, trends, topics and names; and who sought what today, as marks that last a day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index note_search_newest on note_search (published_at desc, note_id desc);
    create index topic_hour_by_hour on topic_hour (hour);
    create index topic_by_part on topic using gin (key gin_trgm_ops);
    create index member_name_by_prefix on member (lower(name) text_pattern_ops) where state = 'active';
    create table search_day_member (
      day date not null,
      query_key text not null,
      mark text not null,
      primary key (day, query_key, mark)
    );
  `.execute(db);
}
