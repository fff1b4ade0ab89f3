import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a running house filled with the demo town. */
    house: string;
    /** One-time token that makes its bearer the operator. */
    operatorToken: string;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const patienceMilliseconds = 120_000;

/**
 * Starts the real program on an empty folder, exactly as `npm start` does, and stops it when the journeys are over.
 * While writing a journey, `JOURNEY_HOUSE=http://localhost:3000` uses a demo town that runs already.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env.JOURNEY_HOUSE;
  project.provide('house', running ?? '');
  project.provide('operatorToken', process.env.JOURNEY_OPERATOR_TOKEN ?? '');
  return running ? async () => {} : serveTown(project);
}

async function serveTown(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'teahouse-journey-'));
  const port = await freePort();
  const server = spawn(process.execPath, [join(root, 'server/src/main.ts'), '--port', String(port), '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TEAHOUSE_RATE_LIMIT_SCALE: '100', TEAHOUSE_METRICS_PORT: '0' },
  });
  const words = await untilOpen(server);
  project.provide('house', `http://localhost:${port}`);
  project.provide('operatorToken', /operator=(\S+)/.exec(words)?.[1] ?? '');
  return async () => {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  };
}

function untilOpen(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = '';
    const timer = setTimeout(() => reject(new Error(`The house did not open: ${words}`)), patienceMilliseconds);
    server.once('exit', (code) => reject(new Error(`The house ended with ${code}: ${words}`)));
    server.stdout?.on('data', (chunk: Buffer) => {
      words += chunk;
      if (!words.includes('Stop with Ctrl-C')) return;
      clearTimeout(timer);
      resolve(words);
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
