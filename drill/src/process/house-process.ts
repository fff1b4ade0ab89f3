import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { clusterFolder, findRunningPostgres, processesIn, type SocketConnection } from '@teahouse/server';
import { nodeFlags } from '@teahouse/server/node-flags';

const program = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url));
const startLimitMilliseconds = 90_000;
const stopLimitMilliseconds = 20_000;

/** A real server process on a data folder of its own. */
export interface HouseProcess extends AsyncDisposable {
  readonly pid: number;
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** From the start of the process to its answering. */
  readonly readyMilliseconds: number;
  readonly database: SocketConnection;
  residentMb(): number;
  /** Processor time used so far. */
  usedMilliseconds(): { server: number; database: number };
  /** SIGKILL of the server alone; its database stays behind, as after a crash. */
  kill(): Promise<void>;
  /** SIGKILL of every process of the database. */
  killDatabase(): number;
  stop(): Promise<void>;
}

export interface HouseOptions {
  dataDir: string;
  env?: Record<string, string>;
  /** A database that several processes share, instead of one of its own. */
  shared?: { connection: SocketConnection; connectionString: string };
}

export async function startHouse({ dataDir, env = {}, shared }: HouseOptions): Promise<HouseProcess> {
  const startedAt = performance.now();
  const child = spawnServer(dataDir, shared ? { ...env, DATABASE_URL: shared.connectionString } : env);
  leaveNothingBehind(child, dataDir);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const port = await untilOpen(child);
    const url = `http://127.0.0.1:${port}`;
    await untilReady(url);
    const readyMilliseconds = performance.now() - startedAt;
    const database = shared?.connection ?? findRunningPostgres(dataDir);
    if (!database || !child.pid) throw new Error(`No database was found in ${dataDir}`);
    return houseProcess({ child, pid: child.pid, ended, port, url, dataDir, readyMilliseconds, database });
  } catch (error) {
    child.kill('SIGKILL');
    endDatabase(dataDir);
    throw error;
  }
}

/** The server as a child that has only been spawned; `preload` runs in it before everything else. */
export function spawnServer(dataDir: string, env: Record<string, string>, preload?: URL): ChildProcess {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const args = [
    ...nodeFlags,
    ...(preload ? ['--import', preload.href] : []),
    program,
    '--empty',
    '--port',
    '0',
    '--data',
    dataDir,
  ];
  return spawn(process.execPath, args, {
    env: { ...inherited, TEAHOUSE_LOG_LEVEL: 'fatal', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Answers once `/health/ready` says 200; throws after half a minute. */
export async function untilReady(url: string, limitMilliseconds = 30_000): Promise<void> {
  for (const end = performance.now() + limitMilliseconds; performance.now() < end; await delay(20)) {
    const response = await fetch(`${url}/health/ready`).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.status === 200) return;
  }
  throw new Error('The house did not become ready');
}

/** Also when the run is broken off: nothing waits for a child then. */
function leaveNothingBehind(child: ChildProcess, dataDir: string): void {
  const end = () => {
    child.kill('SIGKILL');
    endDatabase(dataDir);
  };
  const breakOff = () => process.exit(130);
  process.once('exit', end);
  process.once('SIGINT', breakOff).once('SIGTERM', breakOff);
  child.once('exit', () => process.off('exit', end).off('SIGINT', breakOff).off('SIGTERM', breakOff));
}

function untilOpen(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said = (said + chunk).slice(-4_000);
      const [, port] = /is open: http:\/\/[^\s:]+:(\d+)/.exec(said) ?? [];
      if (port) resolve(Number(port));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code, signal) => reject(new Error(`The server ended (${signal ?? code}): ${said}`)));
    setTimeout(() => reject(new Error(`The server did not open: ${said}`)), startLimitMilliseconds).unref();
  });
}

interface Parts {
  child: ChildProcess;
  ended: Promise<void>;
  pid: number;
  url: string;
  port: number;
  dataDir: string;
  readyMilliseconds: number;
  database: SocketConnection;
}

function houseProcess({ child, ended, ...known }: Parts): HouseProcess {
  async function end(signal: NodeJS.Signals): Promise<void> {
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), stopLimitMilliseconds);
    await ended;
    clearTimeout(late);
  }
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    ...known,
    residentMb: () => residentMb(known.pid),
    usedMilliseconds: () => ({
      server: usedMilliseconds(known.pid),
      database: processesIn(clusterFolder(known.dataDir)).reduce((sum, pid) => sum + usedMilliseconds(pid), 0),
    }),
    kill: () => end('SIGKILL'),
    killDatabase: () => endDatabase(known.dataDir),
    stop: () => end('SIGTERM'),
    async [Symbol.asyncDispose]() {
      if (hasEnded()) return;
      await end('SIGTERM');
      endDatabase(known.dataDir);
    },
  };
}

/** Ends what a killed server left behind. Returns how many processes there were. */
export function endDatabase(dataDir: string): number {
  const cluster = clusterFolder(dataDir);
  const pids = existsSync(cluster) ? processesIn(cluster) : [];
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
  return pids.length;
}

function residentMb(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

/** Linux counts processor time in hundredths of a second. */
function usedMilliseconds(pid: number): number {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user, system] = fields.split(' ').slice(11, 13).map(Number);
    return 10 * ((user ?? 0) + (system ?? 0));
  } catch {
    return 0;
  }
}
