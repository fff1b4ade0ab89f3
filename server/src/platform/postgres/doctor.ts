import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join, resolve } from 'node:path';
import { findBinaries, healSymlinks } from './binaries.ts';
import { defaultDiskThresholds, readFreeSpace } from './disk-guard.ts';
import { canEnter, currentCandidates, describeIdentity, systemPath } from './identity.ts';
import { availableMemory } from './launch.ts';
import { PostgresUnavailable } from './postgres-unavailable.ts';
import { chooseSocketFolder, socketPathBytes, socketPathLimitBytes } from './socket-folder.ts';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  /** What to do when it is not ok. */
  readonly cure: string;
  /** Whether Teahouse cannot start without it, only its tests need it, or it only adds something. */
  readonly needed: 'to start' | 'for tests' | 'for more';
}

export interface DoctorOptions {
  readonly dataDir: string;
  /** TCP ports that Teahouse would listen on. */
  readonly ports: readonly number[];
  /** The operator's PATH. */
  readonly path: string;
  readonly nodeVersion?: string;
}

interface Finding {
  readonly ok: boolean;
  readonly detail: string;
  readonly cure?: string;
}

interface Probe {
  readonly name: string;
  readonly needed: Check['needed'];
  readonly cure: string;
  readonly look: () => Finding | Promise<Finding>;
}

const mb = 1024 * 1024;
const smallestMemoryMb = 1_500;
const oldestNode = 24;
const browserNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** Looks at everything a first start depends on, and changes nothing but missing library links. */
export async function diagnose(options: DoctorOptions): Promise<Check[]> {
  return await Promise.all(probesFor(options).map(look));
}

/** One line per check; what fails is followed by its cure. */
export function formatChecks(checks: readonly Check[]): string {
  const width = Math.max(0, ...checks.map(({ name }) => name.length));
  return checks
    .map((one) => {
      const line = `${markOf(one)} ${one.name.padEnd(width)}  ${one.detail}`;
      return one.ok ? line : `${line}\n  ${' '.repeat(width)}  → ${one.cure}`;
    })
    .join('\n');
}

/** True when nothing that a start depends on is missing. */
export function isReadyToStart(checks: readonly Check[]): boolean {
  return checks.every(({ ok, needed }) => ok || needed !== 'to start');
}

function markOf({ ok, needed }: Check): string {
  if (ok) return '✓';
  return needed === 'to start' ? '✗' : '–';
}

function probesFor({ dataDir, ports, path, nodeVersion = process.versions.node }: DoctorOptions): Probe[] {
  return [
    {
      name: 'Node.js',
      needed: 'to start',
      cure: 'Start with npm, which brings Node.js 24 along.',
      look: () => ({ ok: Number.parseInt(nodeVersion, 10) >= oldestNode, detail: `v${nodeVersion}` }),
    },
    {
      name: 'Database programs',
      needed: 'to start',
      cure: 'Run npm ci without --omit=optional, or set DATABASE_URL.',
      look: () => ({ ok: true, detail: `PostgreSQL ${findBinaries().version}` }),
    },
    {
      name: 'Library links',
      needed: 'for more',
      cure: 'Nothing to do: a repaired copy of the programs is made at start.',
      look: checkLinks,
    },
    {
      name: 'Database user',
      needed: 'to start',
      cure: 'Choose a data folder that every user may enter.',
      look: () => checkUser(dataDir),
    },
    {
      name: 'Data folder',
      needed: 'to start',
      cure: `Run: sudo chown -R "$(id -u)" ${dataDir}`,
      look: () => checkFolder(dataDir),
    },
    {
      name: 'Free disk',
      needed: 'to start',
      cure: 'Free some space, or put the data folder on a larger disk.',
      look: () => checkDisk(dataDir),
    },
    {
      name: 'Socket path',
      needed: 'to start',
      cure: 'Choose a data folder with a shorter path.',
      look: () => checkSocket(dataDir),
    },
    {
      name: 'Locale',
      needed: 'to start',
      cure: 'Install C.UTF-8; on Debian and Ubuntu: apt-get install -y libc-bin',
      look: checkLocale,
    },
    {
      name: 'Memory',
      needed: 'for more',
      cure: 'Teahouse wants 2 GB. It may be slow with less.',
      look: checkMemory,
    },
    ...ports.map(
      (port): Probe => ({
        name: `Port ${port}`,
        needed: 'to start',
        cure: 'Stop the program that listens there, or choose another one with --port.',
        look: () => checkPort(port),
      }),
    ),
    {
      name: 'Chromium',
      needed: 'for tests',
      cure: 'Run: node scripts/ensure-browser.mjs',
      look: () => checkProgram(path, browserNames),
    },
    {
      name: 'ffmpeg',
      needed: 'for more',
      cure: 'Optional, for video streams in several sizes: apt-get install -y ffmpeg',
      look: () => checkProgram(path, ['ffmpeg']),
    },
  ];
}

async function look({ name, needed, cure, look: probe }: Probe): Promise<Check> {
  try {
    return { name, needed, cure, ...(await probe()) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { name, needed, ok: false, detail, cure: error instanceof PostgresUnavailable ? error.cure : cure };
  }
}

async function checkLinks(): Promise<Finding> {
  const isWhole = await healSymlinks(findBinaries().folder);
  return { ok: isWhole, detail: isWhole ? 'complete' : 'missing, and node_modules cannot be written' };
}

function checkUser(dataDir: string): Finding {
  const identity = currentCandidates().find((candidate) => canEnter(candidate, existingPart(dataDir)));
  if (!identity) return { ok: false, detail: 'no user who may run a database can enter the data folder' };
  return { ok: true, detail: `runs as ${describeIdentity(identity)}` };
}

function checkFolder(dataDir: string): Finding {
  const folder = existingPart(dataDir);
  accessSync(folder, constants.W_OK | constants.X_OK);
  return { ok: true, detail: folder === resolve(dataDir) ? dataDir : `${dataDir} (will be created)` };
}

async function checkDisk(dataDir: string): Promise<Finding> {
  const { freeBytes, totalBytes } = await readFreeSpace(existingPart(dataDir));
  const { freeBytes: leastBytes, freeShare } = defaultDiskThresholds.noUploads;
  return {
    ok: freeBytes >= Math.max(leastBytes, totalBytes * freeShare),
    detail: `${Math.floor(freeBytes / mb)} MB of ${Math.floor(totalBytes / mb)} MB`,
  };
}

function checkSocket(dataDir: string): Finding {
  const folder = chooseSocketFolder(resolve(dataDir));
  const bytes = socketPathBytes(folder);
  return { ok: bytes <= socketPathLimitBytes, detail: `${bytes} of ${socketPathLimitBytes} bytes (${folder})` };
}

function checkLocale(): Finding {
  if (process.platform !== 'linux') return { ok: true, detail: 'built into the system' };
  const { stdout, error } = spawnSync('locale', ['-a'], { encoding: 'utf8', env: { PATH: systemPath } });
  // Without the `locale` program nothing is known; initdb will say so itself.
  if (error) return { ok: true, detail: 'not checked' };
  const isThere = /^C\.utf-?8$/im.test(stdout);
  return { ok: isThere, detail: isThere ? 'C.UTF-8' : 'C.UTF-8 is missing' };
}

function checkMemory(): Finding {
  const memoryMb = Math.floor(availableMemory() / mb);
  return { ok: memoryMb >= smallestMemoryMb, detail: `${memoryMb} MB` };
}

function checkPort(port: number): Promise<Finding> {
  const server = createServer();
  return new Promise((settle) => {
    server.once('error', (error) => settle({ ok: false, detail: error.message }));
    server.listen({ port, exclusive: true }, () => server.close(() => settle({ ok: true, detail: 'free' })));
  });
}

function checkProgram(path: string, names: readonly string[]): Finding {
  const found = names.map((name) => findOnPath(path, name)).find((file) => file !== undefined);
  return { ok: found !== undefined, detail: found ?? 'not found' };
}

function findOnPath(path: string, name: string): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

function existingPart(folder: string): string {
  const path = resolve(folder);
  return existsSync(path) ? path : existingPart(dirname(path));
}
