import { type Kysely, sql } from 'kysely';

/** Likes, shares and comments live with the note; boards, follows, blocks and mutes with the member who made them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table note_like (
      note_id uuid not null,
      member_id uuid not null,
      at timestamptz not null,
      primary key (note_id, member_id)
    );
    create index note_like_by_member on note_like (member_id, at desc, note_id desc);
    
    create table note_share (
      note_id uuid not null,
      member_id uuid not null,
      at timestamptz not null,
      primary key (note_id, member_id)
    );
    
    create table board (
      member_id uuid not null,
      id uuid not null unique,
      name text not null,
      is_open boolean not null default true,
      is_default boolean not null default false,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (member_id, id)
    );
    create unique index board_default on board (member_id) where is_default;
    create table collect (
      member_id uuid not null,
      note_id uuid not null,
      board_id uuid not null,
      at timestamptz not null,
      primary key (member_id, note_id)
    );
    create index collect_by_board on collect (board_id, at desc, note_id desc);
    create index collect_by_note on collect (note_id);
    
    create table comment (
      note_id uuid not null,
      id uuid not null,
      parent_id uuid,
      reply_to_id uuid,
      author_id uuid not null,
      text text not null,
      language text not null,
      compliance text not null default 'allowed' check (compliance in ('allowed', 'limited', 'held', 'removed')),
      is_pinned boolean not null default false,
      likes integer not null default 0,
      replies integer not null default 0,
      created_at timestamptz not null,
      deleted_at timestamptz,
      deleted_by uuid,
      primary key (note_id, id)
    );
    create index comment_roots on comment (note_id, is_pinned desc, id desc) where parent_id is null;
    create index comment_replies on comment (note_id, parent_id, id) where parent_id is not null;
    create index comment_by_author on comment (author_id, id desc);
    create index comment_by_id on comment (id);
    create table comment_media (
      note_id uuid not null,
      comment_id uuid not null,
      position smallint not null,
      media_id uuid not null,
      alt text not null,
      primary key (note_id, comment_id, position)
    );
    create table comment_mention (
      note_id uuid not null,
      comment_id uuid not null,
      member_id uuid not null,
      primary key (note_id, comment_id, member_id)
    );
    create table comment_like (
      note_id uuid not null,
      comment_id uuid not null,
      member_id uuid not null,
      at timestamptz not null,
      primary key (note_id, comment_id, member_id)
    );
    
    create table follow (
      member_id uuid not null,
      followee_id uuid not null,
      at timestamptz not null,
      primary key (member_id, followee_id)
    );
    create index follow_by_followee on follow (followee_id, at desc, member_id desc);
    create table block (
      member_id uuid not null,
      blocked_id uuid not null,
      at timestamptz not null,
      primary key (member_id, blocked_id)
    );
    create index block_by_blocked on block (blocked_id);
    create table mute (
      member_id uuid not null,
      muted_id uuid not null,
      at timestamptz not null,
      primary key (member_id, muted_id)
    );
    create table not_interested (
      member_id uuid not null,
      note_id uuid not null,
      reason text not null check (reason in ('note', 'author', 'topic', 'language')),
      author_id uuid not null,
      topic_ids uuid[] not null default '{}',
      language text not null,
      at timestamptz not null,
      primary key (member_id, note_id)
    );
  `.execute(db);
}
