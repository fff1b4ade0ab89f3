import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { plantGlossary } from '../src/glosses/index.ts';
import { migrations } from '../src/migrations/index.ts';
import { systemClock } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { createJobs } from '../src/platform/jobs.ts';
import { createLog } from '../src/platform/log.ts';
import { createMetrics } from '../src/platform/metrics.ts';
import { launchPostgres, type SocketConnection } from '../src/platform/postgres/launch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: SocketConnection;
  }
}

export const templateName = 'teahouse_template';

/** One real PostgreSQL for the whole run; its migrated template is cloned for every test file. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'teahouse-test-'));
  const log = createLog('error');
  const postgres = await launchPostgres({
    dataDir: folder,
    log,
    sharedBuffersMb: 128,
    settings: { fsync: 'off', max_connections: '200' },
  });
  const admin = new pg.Client(postgres.connection);
  await admin.connect();
  await admin.query(`create database ${templateName}`);
  await admin.end();
  await prepareTemplate({ ...postgres.connection, database: templateName });
  project.provide('postgres', { ...postgres.connection });
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function prepareTemplate(connection: SocketConnection): Promise<void> {
  const database = openDatabase(connection, { size: 2 });
  await migrate(database.db, migrations);
  await plantGlossary({ db: database.db, clock: systemClock });
  const jobs = createJobs(database.pool, createLog('silent'), createMetrics());
  await jobs.prepare();
  await jobs.stop();
  await database.close();
}
