import { type Kysely, Kysely as KyselyClient, type LogEvent, PostgresDialect, sql, type Transaction } from 'kysely';
import { Pool, type PoolConfig, types } from 'pg';
import { createStatementNames, prepareRecurring } from './prepared-statements.ts';
import type { Database } from './schema/index.ts';

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;
/** A database or a transaction: what every function of a `.sql.ts` takes first. */
export type Queryable = Db | Tx;

export interface DatabaseHandle {
  db: Db;
  pool: Pool;
  /** Called with every statement; tests count queries with it. */
  onQuery(listener: (sql: string) => void): () => void;
  close(): Promise<void>;
}

// Counters and identities stay far below 2^53.
types.setTypeParser(types.builtins.INT8, Number);
// A date is a calendar day, not an instant in the server's time zone.
types.setTypeParser(types.builtins.DATE, (text) => text);

export function openDatabase(connection: PoolConfig, { size = 16 }: { size?: number } = {}): DatabaseHandle {
  const pool = new Pool({
    max: size,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    ...connection,
  });
  // An idle connection that dies (database restarted) must not end the process; the next query gets a fresh one.
  pool.on('error', () => {});
  const nameOf = createStatementNames();
  pool.on('connect', (client) => {
    client.on('error', () => {});
    prepareRecurring(client, nameOf);
  });
  const listeners = new Set<(sql: string) => void>();
  const log = (event: LogEvent) => {
    for (const listener of listeners) listener(event.query.sql);
  };
  const db: Db = new KyselyClient<Database>({ dialect: new PostgresDialect({ pool }), log });
  return {
    db,
    pool,
    onQuery(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => db.destroy(),
  };
}

const retryable = new Set(['40001', '40P01']);

/** Runs `work` in a transaction; serialisation failures and deadlocks are tried again (at most four times). */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return retrying(() => db.transaction().execute(work));
}

/** The same for a single statement that is a transaction of its own. */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 4 || !retryable.has(sqlState(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 5 * (1 + Math.random())));
    }
  }
}

/** SQLSTATE of a database error, if it is one. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export async function pingDatabase(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}
