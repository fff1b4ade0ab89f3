import { type Kysely, sql } from 'kysely';

/** Home: member. Alike events share a row; notification_actor makes a repeated like count once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table notification (
      member_id uuid not null,
      id uuid not null,
      group_key text not null,
      kind text not null,
      note_id uuid,
      comment_id uuid,
      message jsonb,
      actor_ids uuid[] not null default '{}',
      actor_count integer not null default 0,
      at timestamptz not null,
      read_at timestamptz,
      primary key (member_id, id)
    );
    create unique index notification_group on notification (member_id, group_key);
    create index notification_newest on notification (member_id, at desc, id desc);
    create index notification_unread on notification (member_id) where read_at is null;
    create table notification_actor (
      member_id uuid not null,
      group_key text not null,
      actor_id uuid not null,
      primary key (member_id, group_key, actor_id)
    );
  `.execute(db);
}
