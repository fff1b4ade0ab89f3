import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Runs on the Node.js of the shell, which may be as old as 20: plain JavaScript, nothing but built-in modules.

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const wantedMajor = 24;
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.teahouse-lock');

/** Installs what the lockfile names when that has not been done since the lockfile changed. */
export function ensureInstalled() {
  const lockfile = readFileSync(join(root, 'package-lock.json'));
  const stamp = createHash('sha256').update(lockfile).digest('hex');
  if (readText(stampFile)?.trim() === stamp) return;
  // Somebody may have run npm install by hand. Installing again would only cost them a minute.
  if (!matchesLockfile(JSON.parse(lockfile.toString('utf8')))) install();
  writeStamp(stamp);
}

/** Path of a Node.js that runs TypeScript files: the one npm installed, else the one of the shell if it is new enough. */
export function findNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(modules, `node-${system}-${process.arch}`, 'bin', program);
  if (existsSync(pinned) && majorOf(pinned) >= wantedMajor) return pinned;
  if (Number.parseInt(process.versions.node, 10) >= wantedMajor) return process.execPath;
  fail(
    `Teahouse needs Node.js ${wantedMajor}; this shell has ${process.version} and npm installed none for ${system}-${process.arch}.`,
    `Run "npm ci" without --omit=optional, or install Node.js ${wantedMajor} from https://nodejs.org and try again.`,
  );
}

/** Runs a TypeScript file and ends this process the way that one ended. */
export function runTypeScript(file, args, nodeFlags = []) {
  // Node keeps what it compiled: a second start need not strip the types of 400 files again.
  const env = { NODE_COMPILE_CACHE: join(modules, '.cache', 'compiled'), ...process.env };
  const child = spawn(findNode(), [...nodeFlags, file, ...args], { stdio: 'inherit', env });
  child.on('error', (error) => fail(`${file} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 128 + constants.signals[signal] : (code ?? 1);
  });
  forwardSignals(child);
}

/** Prints a reason and what to do about it, and ends the process. */
export function fail(reason, cure) {
  process.stderr.write(`${[reason, cure].filter(Boolean).join('\n')}\n`);
  process.exit(1);
}

function forwardSignals(child) {
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGQUIT']) process.on(signal, () => child.kill(signal));
  // A terminal sends Ctrl-C to the child as well, and a second one would mean "at once".
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  // npm passes SIGTERM to the shell between us, which dies of it without a word to us. Being orphaned is the news.
  if (process.env.npm_lifecycle_event) onOrphaned(() => child.kill('SIGTERM'));
}

function onOrphaned(stop) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 200).unref();
}

function install() {
  process.stderr.write('Installing what package-lock.json names; this takes about a minute…\n');
  // npm tells its scripts where it is; a shell that started us directly has it on the PATH.
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [program, ...before] = npm;
  const args = [...before, 'ci', '--no-audit', '--no-fund', '--include=optional', '--include=dev'];
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    // Standard output belongs to the program that runs afterwards.
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    fail(
      `npm ci did not finish${error ? `: ${error.message}` : ''}.`,
      'Check the network and the npm registry setting, then run "npm ci" to see its own words.',
    );
  }
}

/** Compares npm's note of what it installed with the lockfile. Packages for other machines are left out of it. */
function matchesLockfile(lockfile) {
  const note = readText(join(modules, '.package-lock.json'));
  if (!note) return false;
  const installed = JSON.parse(note).packages ?? {};
  return Object.entries(lockfile.packages).every(([path, wanted]) => {
    if (path === '' || !path.includes('node_modules/')) return true;
    const found = installed[path];
    if (!found) return wanted.optional === true || wanted.devOptional === true || wanted.peer === true;
    return (
      found.version === wanted.version &&
      found.integrity === wanted.integrity &&
      Boolean(found.link) === Boolean(wanted.link)
    );
  });
}

function writeStamp(stamp) {
  try {
    writeFileSync(stampFile, `${stamp}\n`);
  } catch {
    // node_modules belongs to somebody else; the comparison is simply made again next time.
  }
}

function majorOf(node) {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return Number.parseInt(stdout?.replace('v', '') ?? '', 10) || 0;
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
