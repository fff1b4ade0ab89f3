import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import type { SentenceRow } from './sentences.sql.ts';

interface Lease {
  holder: string;
  /** Of the database's clock, so that processes agree. */
  milliseconds: number;
}

/** @returns the keys that are ours now: free ones and those whose holder is overdue. Ordered, so that two processes never wait for each other. */
export async function acquireLeases(
  db: Queryable,
  keys: readonly string[],
  { holder, milliseconds }: Lease,
): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    insert into translation_lease as lease (key, holder, until)
    select key, ${holder}, now() + ${milliseconds} * interval '1 millisecond' from unnest(${keys}::text[]) as key order by key
    on conflict (key) do update set holder = excluded.holder, until = excluded.until
    where lease.until < now() or lease.holder = excluded.holder
    returning key`.execute(db);
  return new Set(rows.map(({ key }) => key));
}

export async function extendLeases(db: Queryable, keys: readonly string[], lease: Lease): Promise<void> {
  await sql`
    update translation_lease set until = now() + ${lease.milliseconds} * interval '1 millisecond'
    where key = any(${keys}::text[]) and holder = ${lease.holder}`.execute(db);
}

export interface SeenElsewhere {
  key: string;
  sentence: SentenceRow | undefined;
  isLeased: boolean;
}

/** What became of sentences another process has taken on, in one statement: the lease and the sentence of one moment. */
export async function selectLeased(db: Queryable, keys: readonly string[]): Promise<SeenElsewhere[]> {
  const { rows } = await sql<{ key: string; text: string | null; engine: string; model: string; is_leased: boolean }>`
    select key, made.text, made.engine, made.model, coalesce(lease.until > now(), false) as is_leased
    from unnest(${keys}::text[]) as wanted(key)
    left join translation_segment made using (key) left join translation_lease lease using (key)`.execute(db);
  return rows.map(({ key, text, engine, model, is_leased }) => ({
    key,
    sentence: text === null ? undefined : { key, text, engine, model },
    isLeased: is_leased,
  }));
}

/** Leases of processes that are no more, whose sentences nobody asked for again. */
export async function deleteOverdueLeases(db: Queryable): Promise<void> {
  await sql`delete from translation_lease where until < now() - interval '1 hour'`.execute(db);
}
