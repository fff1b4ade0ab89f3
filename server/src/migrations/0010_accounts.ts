import { type Kysely, sql } from 'kysely';

/**
 * Home: member. The first four tables are better-auth's (user, account, session, verification) under our names; an account has
 * its member's id. Addresses are unique over the house. A session's token and a code's value are stored as hashes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account (
      id uuid primary key,
      name text not null,
      email text unique,
      email_verified boolean not null default false,
      image text,
      phone text unique,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create table account_credential (
      id uuid primary key,
      user_id uuid not null references account (id) on delete cascade,
      account_id text not null,
      provider_id text not null,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      password text,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create unique index account_credential_once on account_credential (user_id, provider_id, account_id);
    create table account_session (
      id uuid primary key,
      user_id uuid not null references account (id) on delete cascade,
      token text not null unique,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index account_session_by_member on account_session (user_id, updated_at desc);
    create index account_session_age on account_session (expires_at);
    create table account_code (
      id uuid primary key,
      identifier text not null unique,
      value text not null,
      tries integer not null default 0,
      sent integer not null default 1,
      expires_at timestamptz not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index account_code_age on account_code (expires_at);
    create table passkey (
      id uuid primary key,
      member_id uuid not null references account (id) on delete cascade,
      credential_id text not null unique,
      public_key bytea not null,
      counter bigint not null default 0,
      transports text[] not null default '{}',
      name text not null,
      created_at timestamptz not null,
      used_at timestamptz
    );
    create index passkey_by_member on passkey (member_id, created_at);

    alter table member_handle add column reserved_until timestamptz;
    create index member_handle_by_member on member_handle (member_id);
  `.execute(db);
}
