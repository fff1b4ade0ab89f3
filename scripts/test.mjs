import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureInstalled, findNode, root } from './pinned-node.mjs';

// Everything that must hold, in one command: format, lint, types, unit, API and browser journeys.
// Arguments name parts of test files, to run only those.

const only = process.argv.slice(2);
const artifacts = join(root, 'artifacts');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const counts = { passed: 0, failed: 0 };

ensureInstalled();
const node = findNode();
const browser = ensureBrowser();
rmSync(artifacts, { recursive: true, force: true });
mkdirSync(artifacts, { recursive: true });

if (only.length === 0) count(run('check', [join(root, 'scripts', 'check.ts')]));
count(run('client', [join(root, 'scripts', 'build-client.ts')]));
vitestRun('unit and API', ['--project', 'unit', '--project', 'server']);
vitestRun('browser journeys', ['--project', 'journeys']);

console.log(`\ntests: ${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;

function run(name, args, env = {}) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(node, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHROME_PATH: browser, ...env },
  });
  return status === 0;
}

function count(isGood) {
  if (isGood) counts.passed += 1;
  else counts.failed += 1;
}

function vitestRun(name, projects) {
  const report = join(artifacts, `${name.replaceAll(' ', '-')}.json`);
  const isGood = run(
    name,
    [
      vitest,
      'run',
      ...projects,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...only,
    ],
    { FORCE_COLOR: '0' },
  );
  const { numPassedTests, numFailedTests } = readReport(report);
  counts.passed += numPassedTests;
  counts.failed += numFailedTests;
  // A file that could not be loaded fails no test of its own.
  if (!isGood && numFailedTests === 0) counts.failed += 1;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1 };
  }
}
