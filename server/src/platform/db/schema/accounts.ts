import type { ColumnType, Generated } from 'kysely';

type Stamp = ColumnType<Date, Date | string, Date | string>;
type MaybeStamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

export interface AccountTable {
  /** The member's id. */
  id: string;
  name: string;
  email: string | null;
  email_verified: Generated<boolean>;
  image: string | null;
  phone: string | null;
  created_at: Stamp;
  updated_at: Stamp;
}

export interface AccountCredentialTable {
  id: string;
  user_id: string;
  account_id: string;
  provider_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: MaybeStamp;
  refresh_token_expires_at: MaybeStamp;
  scope: string | null;
  password: string | null;
  created_at: Stamp;
  updated_at: Stamp;
}

export interface AccountSessionTable {
  id: string;
  user_id: string;
  /** SHA-256 of the cookie. */
  token: string;
  expires_at: Stamp;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Stamp;
  /** When the session was last seen. */
  updated_at: Stamp;
}

export interface AccountCodeTable {
  id: string;
  /** Purpose and address. */
  identifier: string;
  value: string;
  tries: Generated<number>;
  sent: Generated<number>;
  expires_at: Stamp;
  created_at: Stamp;
  updated_at: Stamp;
}

export interface PasskeyTable {
  id: string;
  member_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: Generated<number>;
  transports: Generated<string[]>;
  name: string;
  created_at: Stamp;
  used_at: MaybeStamp;
}
