import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { PostgresBinaries } from './binaries.ts';
import { commandAs, type Identity } from './identity.ts';
import { PostgresUnavailable } from './postgres-unavailable.ts';
import { endOldServer } from './postmaster.ts';
import { socketPort } from './socket-folder.ts';

export type PostgresLog = Pick<Logger, 'info' | 'warn' | 'error'>;

/** Everything that stays the same from one start of the server to the next. */
export interface ServerPlan {
  readonly binaries: PostgresBinaries;
  readonly identity: Identity;
  readonly clusterDir: string;
  readonly socketDir: string;
  readonly settings: Readonly<Record<string, string>>;
}

export interface ServerProcess {
  readonly pid: number;
  /** Resolves when the server has ended, with the reason in words. */
  readonly exited: Promise<string>;
  stop(): Promise<void>;
}

const fastShutdownMs = 20_000;
const immediateShutdownMs = 5_000;

/** Starts one server and resolves when it takes connections, which includes recovery after a crash. */
export async function startServer(plan: ServerPlan, log: PostgresLog): Promise<ServerProcess> {
  await endOldServer(plan.clusterDir, log);

  const { program, args, options } = commandAs(plan.identity, plan.binaries.postgres, [
    ...['-D', plan.clusterDir, '-k', plan.socketDir, '-p', String(socketPort)],
    ...Object.entries(plan.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  // Detached: Ctrl-C must reach Teahouse first, which drains requests before the database goes.
  const child = spawn(program, args, { ...options, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `killed by ${signal}` : `exit code ${code}`));
  });

  const lastLines: string[] = [];
  const ready = new Promise<true>((resolve) => {
    if (!child.stderr) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      lastLines.splice(0, lastLines.length - 4);
      lastLines.push(line);
      report(line, log);
      if (line.includes('ready to accept connections')) resolve(true);
    });
  });

  const outcome = await Promise.race([ready, exited]);
  if (outcome !== true || child.pid === undefined) {
    throw new PostgresUnavailable(
      `The database did not start (${outcome}): ${lastLines.join(' ')}`,
      'Run `npm run teahouse doctor`; it checks the user, the folder, the locale and the disk.',
    );
  }
  return { pid: child.pid, exited, stop: () => stop(child, exited) };
}

async function stop(child: { kill(signal: NodeJS.Signals): boolean }, exited: Promise<string>): Promise<void> {
  // SIGINT is PostgreSQL's fast shutdown: sessions end, a checkpoint is written. SIGQUIT leaves the rest to recovery.
  child.kill('SIGINT');
  if (await within(fastShutdownMs, exited)) return;
  child.kill('SIGQUIT');
  if (await within(immediateShutdownMs, exited)) return;
  child.kill('SIGKILL');
  await exited;
}

async function within(limitMs: number, exited: Promise<string>): Promise<boolean> {
  const timer = new AbortController();
  const late = delay(limitMs, false, { signal: timer.signal }).catch(() => false);
  const ended = await Promise.race([exited.then(() => true), late]);
  timer.abort();
  return ended;
}

function report(line: string, log: PostgresLog): void {
  const [, level, message] = /^(\w+):\s+(.*)$/.exec(line) ?? [];
  const details = { source: 'postgres' };
  if (level === 'FATAL' || level === 'PANIC') log.error(details, message);
  else if (level === 'WARNING') log.warn(details, message);
  // An ERROR was told to whoever sent the statement, and a duplicate key is an everyday thing.
  else log.info(details, message ?? line);
}
