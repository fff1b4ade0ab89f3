import { type Kysely, sql } from 'kysely';

/** Outbox, idempotency and settings: what makes a 2xx mean "committed, with its event". */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outbox (
      id bigint generated always as identity primary key,
      name text not null,
      payload jsonb not null,
      at timestamptz not null default now()
    );
    create table idempotency (
      member_id uuid not null,
      key text not null,
      route text not null,
      request_hash text not null,
      reserved_id uuid not null,
      status integer,
      response jsonb,
      created_at timestamptz not null,
      primary key (member_id, key)
    );
    create index idempotency_age on idempotency (created_at);
    create table setting (
      key text primary key,
      value jsonb not null,
      updated_at timestamptz not null
    );
  `.execute(db);
}
