import { mkdirSync } from 'node:fs';
import type { PoolConfig } from 'pg';
import { openOperatorClaim } from './accounts/index.ts';
import { buildTeahouse, type Teahouse } from './app.ts';
import { fillDemoTown } from './demo-town/fill-demo-town.ts';
import { serveMetrics } from './http/metrics-server.ts';
import { type Config, readConfig } from './platform/config.ts';
import type { HouseState } from './platform/house-state.ts';
import { createLog, type Log } from './platform/log.ts';
import { DataFolderBusy, exitCodeDataFolderBusy } from './platform/postgres/data-lock.ts';
import { startDiskGuard } from './platform/postgres/disk-guard.ts';
import { checkExternalDatabase, DatabaseUnsuitable } from './platform/postgres/external.ts';
import { launchPostgres } from './platform/postgres/launch.ts';
import { PostgresUnavailable } from './platform/postgres/postgres-unavailable.ts';

export interface ServeOptions {
  port: number | undefined;
  dataDir: string | undefined;
  /** Whether an empty house becomes the demo town. */
  fillsEmptyHouse: boolean;
}

const exitCodeFailed = 1;
/** Everything must be written and closed within this time once the house was told to stop. */
const shutdownMilliseconds = 15_000;

/** Runs the house until it is told to stop. Returns the exit code; refusals to start are told in plain words. */
export async function serve(options: ServeOptions): Promise<number> {
  const startedAt = performance.now();
  const config = readConfig(process.env, options);
  const log = createLog(config.logLevel);
  try {
    mkdirSync(config.dataDir, { recursive: true });
    await using store = await openStore(config, log);
    await run(config, store.connection, log, options, startedAt);
    return 0;
  } catch (error) {
    return explain(error);
  }
}

async function run(
  config: Config,
  connection: PoolConfig,
  log: Log,
  options: ServeOptions,
  startedAt: number,
): Promise<void> {
  const stopped = untilToldToStop();
  let teahouse = await buildTeahouse(config, connection, { log });
  if (options.fillsEmptyHouse && (await isEmpty(teahouse))) {
    console.log('Filling the empty house with the demo town (start with --empty for a bare one)…');
    await fillDemoTown(config, connection, log);
    await teahouse.close();
    teahouse = await buildTeahouse(config, connection, { log });
  }
  const metrics = await serveMetrics(teahouse.deps);
  const guard = await startDiskGuard({ dataDir: config.dataDir, log });
  followDisk(guard, teahouse.deps.houseState);
  await teahouse.start();
  const address = await teahouse.http.listen({ host: config.host, port: config.port });
  console.log(await welcome(teahouse, address, performance.now() - startedAt));
  await stopped;
  setTimeout(() => process.exit(exitCodeFailed), shutdownMilliseconds).unref();
  guard.stop();
  await metrics.close();
  await teahouse.close();
}

async function openStore(config: Config, log: Log): Promise<{ connection: PoolConfig } & AsyncDisposable> {
  if (config.databaseUrl) {
    await checkExternalDatabase(config.databaseUrl);
    return { connection: { connectionString: config.databaseUrl }, [Symbol.asyncDispose]: async () => {} };
  }
  const postgres = await launchPostgres({ dataDir: config.dataDir, log });
  return { connection: postgres.connection, [Symbol.asyncDispose]: () => postgres.stop() };
}

async function isEmpty({ deps }: Teahouse): Promise<boolean> {
  return (await deps.db.selectFrom('member').select('id').limit(1).executeTakeFirst()) === undefined;
}

function followDisk(guard: Awaited<ReturnType<typeof startDiskGuard>>, houseState: HouseState): void {
  const apply = (level: typeof guard.level) => houseState.set(level === 'ok' ? 'open' : level);
  apply(guard.level);
  guard.onLevel(apply);
}

async function welcome({ deps, settings }: Teahouse, address: string, milliseconds: number): Promise<string> {
  const url = deps.config.origin ?? address.replace('127.0.0.1', 'localhost');
  const claim = await openOperatorClaim(deps);
  const lines = [
    `茶馆 Teahouse is open: ${url}`,
    `ready in ${(milliseconds / 1000).toFixed(1)} s · data in ${deps.config.dataDir} · API at ${url}/api/docs`,
    ...(settings.current.isDemo
      ? ['This is the demo town. Sign up and look around; start with --empty --data <folder> for a house of your own.']
      : []),
    ...(claim ? [`Become the operator (once): ${url}/welcome?operator=${claim}`] : []),
    'Stop with Ctrl-C.',
  ];
  return `\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}

function explain(error: unknown): number {
  if (error instanceof DataFolderBusy || error instanceof PostgresUnavailable || error instanceof DatabaseUnsuitable) {
    console.error(`\n  ${error.message}\n`);
    return error instanceof DataFolderBusy ? exitCodeDataFolderBusy : exitCodeFailed;
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    console.error('\n  The port is taken by another program. Choose another: npm start -- --port 3100\n');
    return exitCodeFailed;
  }
  console.error(error);
  return exitCodeFailed;
}

/** A second signal changes nothing: the database must not be left behind because somebody was impatient. */
function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
  });
}
