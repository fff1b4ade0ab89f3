import { mkdirSync } from 'node:fs';
import type { PoolConfig } from 'pg';
import { buildTeahouse } from './app.ts';
import { type Config, readConfig } from './platform/config.ts';
import { createLog, type Log } from './platform/log.ts';
import { launchPostgres } from './platform/postgres/launch.ts';

export interface ServeOptions {
  port: number | undefined;
  dataDir: string | undefined;
  /** What to do with an empty house: fill it with the demo town, leave it bare, or fill it unless told otherwise. */
  demo: 'yes' | 'no' | 'offer';
  isDevelopment: boolean;
}

/** Runs the house until it is told to stop; the result is the exit code. */
export async function serve(options: ServeOptions): Promise<number> {
  const config = readConfig(process.env, options);
  const log = createLog(config.logLevel);
  mkdirSync(config.dataDir, { recursive: true });
  await using database = await openStore(config, log);
  const teahouse = await buildTeahouse(config, database.connection, { log });
  await teahouse.start();
  await teahouse.http.listen({ host: config.host, port: config.port });
  console.log(`Teahouse: http://localhost:${config.port}`);
  await untilToldToStop();
  await teahouse.close();
  return 0;
}

async function openStore(config: Config, log: Log): Promise<{ connection: PoolConfig } & AsyncDisposable> {
  if (config.databaseUrl)
    return { connection: { connectionString: config.databaseUrl }, [Symbol.asyncDispose]: async () => {} };
  const postgres = await launchPostgres({ dataDir: config.dataDir, log });
  return { connection: postgres.connection, [Symbol.asyncDispose]: () => postgres.stop() };
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
