import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { PoolConfig } from 'pg';
import { isLedgerAction, type LedgerAction, runLedgerCommand } from './exposure-command.ts';
import { openFolderBlobs } from './platform/blobs.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, readConfig } from './platform/config.ts';
import { openDatabase } from './platform/db/database.ts';
import { createLog } from './platform/log.ts';
import { backUp } from './platform/postgres/backup.ts';
import { diagnose, formatChecks, isReadyToStart } from './platform/postgres/doctor.ts';
import { findRunningPostgres, launchPostgres } from './platform/postgres/launch.ts';
import { restore } from './platform/postgres/restore.ts';
import { isProjection, projections, rebuild } from './rebuild.ts';
import { isTrafficCommand, runTrafficCommand, type TrafficCommand } from './traffic/traffic-command.ts';
import { createBergamotEngine } from './translation/engines/bergamot/bergamot-engine.ts';
import { runModelsCommand } from './translation/models/models-command.ts';
import { smokeWith } from './translation/models/smoke-model.ts';

const usage = `teahouse — commands for operators (npm run teahouse -- <command>)

  doctor                     look for what would keep Teahouse from starting
  backup <folder>            copy database and files, while members go on
  restore <folder> --data D  bring a backup back into the empty data folder D
  rebuild <projection>       compute again from its rows: ${projections.join(', ')}
  exposure check|rebuild     compare the ledger of impressions with its notes' counters; rebuild adds its sums up first
  traffic status|rebuild     the traffic engine: what is kept of it, or begin anew from the tables
  models list|pull|verify|remove   translation models; "models" alone says more

Options: --data <folder> (default: data), --port <number> (doctor)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    port: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    source: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});
const [command, argument] = positionals;
const overrides = { dataDir: values.data, port: values.port === undefined ? undefined : Number(values.port) };

process.exitCode = await runCommand().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

async function runCommand(): Promise<number> {
  if (command === 'doctor') return doctor();
  if (command === 'backup' && argument) return backup(argument);
  if (command === 'restore' && argument && values.data) return bringBack(argument, values.data);
  if (command === 'rebuild' && argument && isProjection(argument)) return rebuildOne(argument);
  if (command === 'exposure' && isLedgerAction(argument)) return ledger(argument);
  if (command === 'traffic' && argument && isTrafficCommand(argument)) return traffic(argument);
  if (command === 'models') return models();
  console.log(usage);
  return values.help ? 0 : 2;
}

async function doctor(): Promise<number> {
  const dataDir = resolve(values.data ?? process.env.TEAHOUSE_DATA ?? 'data');
  const port = overrides.port ?? 3000;
  const checks = await diagnose({ dataDir, ports: [port, port + 1], path: process.env.PATH ?? '' });
  console.log(formatChecks(checks));
  return isReadyToStart(checks) ? 0 : 1;
}

async function backup(to: string): Promise<number> {
  const { dataDir } = readConfig(process.env, overrides);
  const running = findRunningPostgres(dataDir);
  const started = running ? undefined : await launchPostgres({ dataDir, log: createLog('error') });
  const connection = running ?? started?.connection;
  if (!connection) return 1;
  try {
    const manifest = await backUp({
      connection,
      dataDir,
      blobsDir: join(dataDir, 'blobs'),
      to: resolve(to),
      now: new Date(),
    });
    console.log(`${manifest.fileCount} files, ${Math.round(manifest.byteCount / 1_048_576)} MiB in ${to}`);
  } finally {
    await started?.stop();
  }
  return 0;
}

async function bringBack(from: string, dataDir: string): Promise<number> {
  const manifest = await restore({ from: resolve(from), dataDir: resolve(dataDir) });
  console.log(
    `${manifest.fileCount} files of ${manifest.createdAt} are back in ${dataDir}. Start with: npm start -- --data ${dataDir}`,
  );
  return 0;
}

async function rebuildOne(projection: (typeof projections)[number]): Promise<number> {
  await withDatabase(async (config, connection) => console.log(await rebuild(config, connection, projection)));
  return 0;
}

async function ledger(action: LedgerAction): Promise<number> {
  const agrees = await withDatabase((config, connection) => runLedgerCommand(config, connection, action, console.log));
  return agrees ? 0 : 1;
}

async function traffic(word: TrafficCommand): Promise<number> {
  await withDatabase(async (config, connection) => {
    const database = openDatabase(connection, { size: 2 });
    const blobs = openFolderBlobs(join(config.dataDir, 'blobs'));
    try {
      console.log(await runTrafficCommand({ db: database.db, blobs, now: new Date(systemClock.now()) }, word));
    } finally {
      await database.close();
    }
  });
  return 0;
}

/** The database of the house, whether it is open or not. */
async function withDatabase<T>(work: (config: Config, connection: PoolConfig) => Promise<T>): Promise<T> {
  const config = readConfig(process.env, overrides);
  const running = config.databaseUrl ? { connectionString: config.databaseUrl } : findRunningPostgres(config.dataDir);
  const started = running ? undefined : await launchPostgres({ dataDir: config.dataDir, log: createLog('error') });
  try {
    return await work(config, running ?? started?.connection ?? {});
  } finally {
    await started?.stop();
  }
}

async function models(): Promise<number> {
  const { dataDir, modelsUrl } = readConfig(process.env, overrides);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  return runModelsCommand(
    { words: positionals.slice(1), from: values.from, to: values.to, json: values.json },
    {
      dataDir,
      source: values.source ?? modelsUrl,
      smoke: smokeWith((store) => createBergamotEngine({ models: store, log: createLog('error') })),
      clock: systemClock,
      signal: stop.signal,
      print: console.log,
      tell: console.error,
    },
  );
}
