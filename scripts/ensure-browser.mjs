import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail } from './pinned-node.mjs';

// The path of the browser is all that goes to standard output, so that a shell can take it.

const variables = ['CHROME_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'];
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const packages = ['chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

/** Path of a Chromium or Chrome on this machine, or undefined. */
export function findBrowser(env = process.env) {
  const named = variables.map((variable) => env[variable]).filter(Boolean);
  const onPath = names.flatMap((name) => (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));
  return [...named, ...onPath, ...places].find(isProgram);
}

/** Finds a browser, installing one where that is ours to do; otherwise ends with the command that would. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (!isDebian()) fail('No Chromium was found.', howToInstall());
  if (process.getuid?.() !== 0) fail('No Chromium was found.', `Run: sudo sh -c '${aptCommand()}'`);

  process.stderr.write('Installing Chromium and the fonts of its screenshots…\n');
  apt(['update']);
  apt(['install', '-y', '--no-install-recommends', ...packages]);
  return findBrowser() ?? fail('Chromium was installed but is not on the PATH.', 'Set CHROME_PATH to the browser.');
}

function apt(args) {
  const { status } = spawnSync('apt-get', args, {
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) fail(`apt-get ${args[0]} did not finish.`, `Run: ${aptCommand()}`);
}

function aptCommand() {
  return `apt-get update && apt-get install -y ${packages.join(' ')}`;
}

function howToInstall() {
  if (process.platform === 'darwin') return 'Run: brew install --cask chromium';
  return 'Install Chromium or Chrome with the package manager of this system, or set CHROME_PATH to it.';
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${ensureBrowser()}\n`);
