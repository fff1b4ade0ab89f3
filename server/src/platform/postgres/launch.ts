import { constants, existsSync } from 'node:fs';
import { access, chmod, mkdir, realpath } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { copyBinaries, findBinaries, healSymlinks, type PostgresBinaries } from './binaries.ts';
import { clusterFolder, ensureCluster, superuser } from './cluster.ts';
import { lockDataFolder } from './data-lock.ts';
import {
  canEnter,
  canRun,
  currentCandidates,
  currentUid,
  describeIdentity,
  fileOwner,
  type Identity,
} from './identity.ts';
import { PostgresUnavailable } from './postgres-unavailable.ts';
import { clusterName, findPostmaster, processesIn } from './postmaster.ts';
import { type PostgresLog, type ServerPlan, startServer } from './server-process.ts';
import { serverSettings } from './settings.ts';
import { prepareSocketFolder, socketPort } from './socket-folder.ts';
import { type SupervisedServer, superviseServer } from './supervise.ts';

export const databaseName = 'teahouse';

/** Connection options as `pg` takes them; `host` is the folder of the unix socket. */
export interface SocketConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

export interface EmbeddedPostgres extends SupervisedServer, AsyncDisposable {
  readonly socketDir: string;
  readonly connection: SocketConnection;
  readonly connectionString: string;
  /** Who the server runs as, in words. */
  readonly runsAs: string;
}

export interface LaunchOptions {
  /** The folder of all data of this Teahouse; the database takes `postgres/` in it. Created when missing. */
  readonly dataDir: string;
  readonly log: PostgresLog;
  readonly sharedBuffersMb?: number;
  /** Server settings that win over ours. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Starts the embedded PostgreSQL on a data folder, creating it at first. Takes the data lock, ends a server that an
 * earlier process left behind, and starts the server again whenever it dies.
 * Throws `DataFolderBusy` or `PostgresUnavailable`.
 */
export async function launchPostgres(options: LaunchOptions): Promise<EmbeddedPostgres> {
  const dataDir = await prepareDataFolder(options.dataDir);
  const lock = await lockDataFolder(dataDir);
  try {
    const plan = await planServer(dataDir, options);
    const start = () => startServer(plan, options.log);
    const first = await start();
    const connection = socketConnection(plan.socketDir);
    try {
      await ensureDatabase(connection);
    } catch (error) {
      await first.stop();
      throw error;
    }
    return embeddedPostgres(plan, connection, superviseServer(first, start, options.log), lock.release);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** How to reach the server that some process runs on this data folder, for commands beside a running Teahouse. */
export function findRunningPostgres(dataDir: string): SocketConnection | undefined {
  const clusterDir = clusterFolder(dataDir);
  const postmaster = findPostmaster(clusterDir);
  if (!postmaster?.isReady || !processesIn(clusterDir).includes(postmaster.pid)) return undefined;
  return socketConnection(postmaster.socketDir);
}

async function prepareDataFolder(dataDir: string): Promise<string> {
  try {
    // The database user must pass through, nobody may look around.
    if (await mkdir(dataDir, { recursive: true })) await chmod(dataDir, 0o711);
    await access(dataDir, constants.W_OK | constants.X_OK);
    return await realpath(dataDir);
  } catch (cause) {
    throw new PostgresUnavailable(
      `The data folder ${dataDir} cannot be written by the user who starts Teahouse.`,
      'Start Teahouse as the user who started it before, give the folder to this user, or choose another with --data.',
      { cause },
    );
  }
}

async function planServer(dataDir: string, options: LaunchOptions): Promise<ServerPlan> {
  const { identity, binaries } = await chooseIdentity(dataDir);
  const clusterDir = await ensureCluster(dataDir, binaries, identity);
  const socketDir = prepareSocketFolder(dataDir, fileOwner(identity));
  const machine = { memoryBytes: availableMemory(), sharedBuffersMb: options.sharedBuffersMb };
  return {
    binaries,
    identity,
    clusterDir,
    socketDir,
    settings: { ...serverSettings(machine), ...options.settings, cluster_name: clusterName(clusterDir) },
  };
}

/** The first identity that can enter the data folder and run the programs, where they are or from a copy. */
async function chooseIdentity(dataDir: string): Promise<{ identity: Identity; binaries: PostgresBinaries }> {
  const installed = findBinaries();
  const isWhole = await healSymlinks(installed.folder);
  const candidates = currentCandidates();
  for (const identity of candidates) {
    if (!canEnter(identity, dataDir)) continue;
    if (isWhole && canRun(identity, installed.postgres)) return { identity, binaries: installed };
    const copied = await copyBinaries(installed, copyPlaces(dataDir));
    if (canRun(identity, copied.postgres)) return { identity, binaries: copied };
  }
  throw new PostgresUnavailable(
    `No user was found who can run the database on ${dataDir} (tried: ${candidates.map(describeIdentity).join(', ') || 'none'}).`,
    'Choose a data folder that every user may enter, such as --data /var/lib/teahouse/data, start Teahouse as an ordinary user, or set DATABASE_URL.',
  );
}

function copyPlaces(dataDir: string): string[] {
  const beside = join(dataDir, 'programs');
  return currentUid() === 0 && existsSync('/var/lib') ? ['/var/lib/teahouse', beside] : [beside];
}

/** Bytes of memory that this machine, or the container around us, has. */
export function availableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit : totalmem();
}

function socketConnection(socketDir: string): SocketConnection {
  return { host: socketDir, port: socketPort, user: superuser, database: databaseName };
}

async function ensureDatabase(connection: SocketConnection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [connection.database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(connection.database)}`);
  } finally {
    await client.end();
  }
}

function embeddedPostgres(
  plan: ServerPlan,
  connection: SocketConnection,
  server: SupervisedServer,
  release: () => Promise<void>,
): EmbeddedPostgres {
  const { host, port, user, database } = connection;
  const stop = async () => {
    await server.stop();
    await release();
  };
  return {
    socketDir: plan.socketDir,
    connection,
    connectionString: `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`,
    runsAs: describeIdentity(plan.identity),
    get pid() {
      return server.pid;
    },
    get state() {
      return server.state;
    },
    onState: server.onState,
    onExit: server.onExit,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
