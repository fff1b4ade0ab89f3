import { seededRandom } from '@teahouse/engine';
import type { Client } from 'pg';
import { cookieOf, hashOf, idAt, sqlIdAt } from './identifiers.ts';
import type { TownSize } from './seed-house.ts';

const yearMilliseconds = 365 * 86_400_000;
const followsEach = 40;

/** Members with handle, counters, default board, account and an open session; who follows whom, few of them followed by many. */
export async function seedMembers(client: Client, { members, now }: TownSize): Promise<void> {
  const random = seededRandom('members');
  const rows = Array.from({ length: members }, (_, no) => {
    const joined = now - yearMilliseconds * (0.05 + 0.95 * random());
    return { no, id: idAt(joined, `member ${no}`), joined: new Date(joined), token: hashOf(cookieOf(no)) };
  });
  await client.query(
    'create unlogged table seed_member (no integer primary key, id uuid, joined timestamptz, token text)',
  );
  await client.query(
    'insert into seed_member select * from unnest($1::integer[], $2::uuid[], $3::timestamptz[], $4::text[])',
    [rows.map((row) => row.no), rows.map((row) => row.id), rows.map((row) => row.joined), rows.map((row) => row.token)],
  );
  await client.query(`
    insert into member (id, handle, name, languages_read, interests, accepted_rules_version, avatar_hue, country, joined_at, updated_at)
    select id, 'guest' || no, 'Guest ' || no, case no % 4 when 0 then '{zh,en}' when 1 then '{en}' else '{zh}' end::text[],
      case no % 3 when 0 then '{food,cats}' when 1 then '{travel}' else '{}' end::text[], 1, no * 7 % 360,
      (array['CN','US','CA','GB'])[1 + no % 4], joined, joined from seed_member;
    insert into member_handle (handle_key, member_id, since) select 'guest' || no, id, joined from seed_member;
    insert into board (member_id, id, name, is_default, created_at, updated_at)
    select id, ${sqlIdAt('joined', "'board ' || no")}, 'My collection', true, joined, joined from seed_member;
    insert into account (id, name, created_at, updated_at) select id, 'guest' || no, joined, joined from seed_member;
    insert into account_session (id, user_id, token, expires_at, created_at, updated_at)
    select ${sqlIdAt('joined', "'session ' || no")}, id, token, now() + interval '30 days', now(), now() from seed_member`);
  await client.query(`
    insert into follow (member_id, followee_id, at)
    select follower.id, followee.id, greatest(follower.joined, followee.joined) + interval '1 hour'
    from seed_member follower cross join generate_series(1, ${followsEach}) as k
    join seed_member followee on followee.no = floor(${members} * power(${chance("'follow ' || follower.no || ' ' || k")}, 3))::integer
    where follower.no <> followee.no on conflict do nothing`);
}

/** A number in [0, 1) that is the same in every run. */
export function chance(name: string): string {
  return `((('x' || substr(md5(${name}), 1, 7))::bit(28)::integer) / 268435456.0)`;
}
