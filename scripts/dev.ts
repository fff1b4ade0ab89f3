import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Server and client side by side, each reloading when its sources change. The client is at port 5173 and passes /api on. */
const root = fileURLToPath(new URL('..', import.meta.url));
const port = process.argv[process.argv.indexOf('--port') + 1 || process.argv.length] ?? '3000';
const env = { ...process.env, TEAHOUSE_HOUSE: `http://127.0.0.1:${port}` };
const children: ChildProcess[] = [
  spawn(
    process.execPath,
    [
      '--watch-path=server/src',
      '--watch-path=contract/src',
      '--watch-path=engine/src',
      '--watch-preserve-output',
      'server/src/main.ts',
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: 'inherit' },
  ),
  spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), '--clearScreen', 'false'], {
    cwd: join(root, 'web'),
    stdio: 'inherit',
    env,
  }),
];

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopAll(signal));
for (const child of children) child.on('exit', () => stopAll('SIGTERM'));

function stopAll(signal: NodeJS.Signals): void {
  for (const child of children) if (child.exitCode === null) child.kill(signal);
}
