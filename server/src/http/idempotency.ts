import { createHash } from 'node:crypto';
import { type MemberId, Problem, type Route } from '@teahouse/contract';
import { sql } from 'kysely';
import { dateOf } from '../platform/clock.ts';
import type { Deps } from '../platform/deps.ts';

const keyFormat = /^[\x21-\x7e]{1,128}$/;
const keptHours = 48;
/** A request that never finished (the process died) may be taken up again after this time. */
const leaseSeconds = 30;

interface Row {
  route: string;
  request_hash: string;
  reserved_id: string;
  status: number | null;
  response: unknown;
  is_fresh: boolean;
  is_abandoned: boolean;
}

export interface Answer {
  status: number;
  body: unknown;
}

export interface Idempotency {
  /** Runs `work` once for a member's key; repeats get the first answer. `work` receives the id the created thing must take. */
  once(
    route: Route,
    memberId: MemberId,
    key: string,
    request: unknown,
    work: (reservedId: string) => Promise<Answer>,
  ): Promise<Answer>;
}

/**
 * The key's row reserves the id of the thing to be created before the work begins. If the process dies between commit and
 * answer, the repeated request runs again with the same id, finds the thing and answers as the first would have.
 */
export function createIdempotency(deps: Pick<Deps, 'db' | 'clock' | 'ids'>): Idempotency {
  const flights = new Map<string, Promise<Answer>>();

  async function run(
    route: Route,
    memberId: MemberId,
    key: string,
    hash: string,
    work: (id: string) => Promise<Answer>,
  ): Promise<Answer> {
    const row = await reserve(deps, route, memberId, key, hash);
    if (row.request_hash !== hash || row.route !== route.id) throw new Problem('idempotency-mismatch');
    if (row.status !== null) return { status: row.status, body: row.response };
    if (!row.is_fresh && !row.is_abandoned)
      throw new Problem('idempotency-in-flight', undefined, { retryAfterSeconds: 1 });
    try {
      const answer = await work(row.reserved_id);
      await complete(deps, memberId, key, answer);
      return answer;
    } catch (error) {
      await release(deps, memberId, key);
      throw error;
    }
  }

  return {
    async once(route, memberId, key, request, work) {
      if (!keyFormat.test(key)) throw new Problem('invalid-idempotency-key', 'Use 1 to 128 visible ASCII characters.');
      const hash = createHash('sha256')
        .update(JSON.stringify([route.id, request]))
        .digest('base64url');
      const flightKey = `${memberId} ${key} ${hash}`;
      const flight = flights.get(flightKey);
      if (flight) return flight;
      const started = run(route, memberId, key, hash, work).finally(() => flights.delete(flightKey));
      flights.set(flightKey, started);
      return started;
    },
  };
}

async function reserve(
  { db, clock, ids }: Pick<Deps, 'db' | 'clock' | 'ids'>,
  route: Route,
  memberId: string,
  key: string,
  hash: string,
): Promise<Row> {
  const now = dateOf(clock);
  const { rows } = await sql<Row>`
    with reserved as (
      insert into idempotency (member_id, key, route, request_hash, reserved_id, created_at)
      select ${memberId}::uuid, ${key}, ${route.id}, ${hash}, ${ids.next()}::uuid, ${now}::timestamptz where ${withoutWaiting}
      on conflict do nothing returning route, request_hash, reserved_id, status, response)
    select *, true as is_fresh, false as is_abandoned from reserved
    union all
    select route, request_hash, reserved_id, status, response, false,
      created_at < ${now}::timestamptz - make_interval(secs => ${leaseSeconds})
    from idempotency where member_id = ${memberId} and key = ${key}`.execute(db);
  // Neither inserted nor seen: another process reserved it in this very moment.
  if (!rows[0]) throw new Problem('idempotency-in-flight', undefined, { retryAfterSeconds: 1 });
  return rows[0];
}

/**
 * Not waiting for the disk is safe here: the work's own commit, which does wait, writes the log that reserved its id before,
 * and an answer that a crash of the database takes away is made again from the thing found under that id.
 */
const withoutWaiting = sql<boolean>`set_config('synchronous_commit', 'off', true) = 'off'`;

async function complete({ db }: Pick<Deps, 'db'>, memberId: string, key: string, answer: Answer): Promise<void> {
  await db
    .updateTable('idempotency')
    .set({ status: answer.status, response: JSON.stringify(answer.body ?? null) })
    .where('member_id', '=', memberId)
    .where('key', '=', key)
    .where(withoutWaiting)
    .execute();
}

/** A refused request leaves no trace: the same key may be used for the corrected one. */
async function release({ db }: Pick<Deps, 'db'>, memberId: string, key: string): Promise<void> {
  await db
    .deleteFrom('idempotency')
    .where('member_id', '=', memberId)
    .where('key', '=', key)
    .where('status', 'is', null)
    .execute();
}

export async function forgetOldKeys({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  await db
    .deleteFrom('idempotency')
    .where('created_at', '<', new Date(clock.now() - keptHours * 3_600_000))
    .execute();
}
