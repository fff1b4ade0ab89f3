import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketDir: string;
  readonly isReady: boolean;
}

const fastShutdownMs = 8_000;
const immediateShutdownMs = 2_000;
const pollMs = 10;

/** What `postmaster.pid` says; its lines are documented in PostgreSQL's `src/include/utils/pidfile.h`. */
export function findPostmaster(clusterDir: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, , , port, socketDir, , , status] = lines;
  if (!pid) return undefined;
  return {
    pid: Number(pid),
    port: Number(port),
    socketDir: socketDir ?? '',
    isReady: status?.trim() === 'ready',
  };
}

/**
 * A name for the cluster that stays the same when its folder is moved. As `cluster_name` it stands in the title of
 * every server process, which all users can read; a process's working folder is hidden from root in containers.
 */
export function clusterName(clusterDir: string): string {
  const { dev, ino } = statSync(clusterDir);
  return `teahouse-${dev}-${ino}`;
}

/** Ids of the living processes that serve this cluster, whether or not their postmaster still lives. */
export function processesIn(clusterDir: string): number[] {
  const name = clusterName(clusterDir);
  return [...commandLines()].filter(([, line]) => serves(line, name)).map(([pid]) => pid);
}

/**
 * Ends a server that outlived the program which started it, and whatever a dead server left behind.
 * Stopping is preferred to adopting: the new server has our settings, its log reaches us, and its death is noticed.
 * Must only be called by the holder of the data lock.
 */
export async function endOldServer(clusterDir: string, log: Pick<Logger, 'warn'>): Promise<void> {
  const left = processesIn(clusterDir);
  if (left.length > 0) {
    const postmaster = findPostmaster(clusterDir);
    log.warn({ pids: left }, 'a database server was left running; ending it first');
    if (postmaster && left.includes(postmaster.pid)) await shutDown(clusterDir, postmaster.pid);
    // Without their postmaster the children's work is lost anyway; recovery needs them gone.
    signalAll(processesIn(clusterDir), 'SIGKILL');
    await untilGone(clusterDir, immediateShutdownMs);
  }
  const stale = findPostmaster(clusterDir);
  const bearer = stale && commandLines().get(stale.pid);
  // After a reboot or in a new container the number may belong to anybody, and PostgreSQL would refuse to start.
  if (bearer !== undefined && !serves(bearer, clusterName(clusterDir))) {
    rmSync(join(clusterDir, 'postmaster.pid'), { force: true });
  }
}

async function shutDown(clusterDir: string, pid: number): Promise<void> {
  signalAll([pid], 'SIGINT');
  if (await untilGone(clusterDir, fastShutdownMs)) return;
  signalAll([pid], 'SIGQUIT');
  await untilGone(clusterDir, immediateShutdownMs);
}

async function untilGone(clusterDir: string, limitMs: number): Promise<boolean> {
  for (const end = Date.now() + limitMs; Date.now() < end; await delay(pollMs)) {
    if (processesIn(clusterDir).length === 0) return true;
  }
  return false;
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended by itself.
    }
  }
}

function serves(commandLine: string, name: string): boolean {
  return commandLine.includes('postgres') && new RegExp(`\\b${name}(?!\\d)`).test(commandLine);
}

function commandLines(): Map<number, string> {
  if (process.platform === 'linux') {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return new Map(pids.flatMap((pid) => linuxCommandLine(pid)));
  }
  const { stdout } = spawnSync('/bin/ps', ['-axwwo', 'pid=,command='], { encoding: 'utf8' });
  return new Map(stdout.split('\n').map((line) => [Number.parseInt(line, 10), line]));
}

function linuxCommandLine(pid: string): [number, string][] {
  try {
    return [[Number(pid), readFileSync(`/proc/${pid}/cmdline`, 'utf8')]];
  } catch {
    return [];
  }
}
