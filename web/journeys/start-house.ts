import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface RunningHouse {
  url: string;
  operatorToken: string;
  /** Where the house keeps everything. */
  folder: string;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const patienceMilliseconds = 240_000;

/** Starts the real program on an empty folder, exactly as `npm start` does. */
export async function startHouse(
  given: { arguments?: readonly string[]; environment?: Record<string, string> } = {},
): Promise<RunningHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'teahouse-journey-'));
  const port = await freePort();
  const main = join(root, 'server/src/main.ts');
  const server = spawn(process.execPath, [main, '--port', String(port), '--data', folder, ...(given.arguments ?? [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TEAHOUSE_RATE_LIMIT_SCALE: '100', TEAHOUSE_METRICS_PORT: '0', ...given.environment },
  });
  const words = await untilOpen(server);
  return {
    url: `http://localhost:${port}`,
    folder,
    operatorToken: /operator=(\S+)/.exec(words)?.[1] ?? '',
    async stop() {
      server.kill('SIGTERM');
      await new Promise((resolve) => server.once('exit', resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An empty house whose only translator answers at this address; readers see it as "Steamed Bun 1". */
export function startHouseWithEngine(url: string): Promise<RunningHouse> {
  return startHouse({
    arguments: ['--empty'],
    environment: {
      TEAHOUSE_TRANSLATION_ENGINES: 'openai',
      TEAHOUSE_OPENAI_URL: url,
      TEAHOUSE_OPENAI_MODEL: 'stub-1',
      TEAHOUSE_OPENAI_NAME: 'Steamed Bun 1',
    },
  });
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
