import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { ServerProcess } from './server-process.ts';
import { type PostgresState, superviseServer } from './supervise.ts';

const log = pino({ level: 'silent' });
const quick = { attempts: 3, firstDelayMs: 1, longestDelayMs: 2, calmMs: 60_000 };

function serverThatCanDie(pid: number): ServerProcess & { die(): void } {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { pid, exited: promise, stop: async () => resolve('stopped'), die: () => resolve('killed by SIGKILL') };
}

test('a server that dies is started again, also when the first attempts fail', async () => {
  const first = serverThatCanDie(1);
  let attempts = 0;
  const supervised = superviseServer(
    first,
    async () => {
      attempts += 1;
      if (attempts < 3) throw new Error('shared memory still in use');
      return serverThatCanDie(2);
    },
    log,
    quick,
  );
  const seen: PostgresState[] = [];
  const back = new Promise<void>((resolve) => {
    supervised.onState((state) => {
      seen.push(state);
      if (state === 'up') resolve();
    });
  });
  first.die();
  await back;
  expect(seen).toEqual(['restarting', 'up']);
  expect({ pid: supervised.pid, state: supervised.state }).toEqual({ pid: 2, state: 'up' });
  await supervised.stop();
  expect(supervised.state).toBe('stopped');
});

test('it gives up after a bounded number of attempts and says so once', async () => {
  const first = serverThatCanDie(1);
  let attempts = 0;
  const start = async () => {
    attempts += 1;
    throw new Error('no space left');
  };
  const supervised = superviseServer(first, start, log, quick);
  const gaveUp = new Promise<Error>((resolve) => supervised.onExit(resolve));
  first.die();
  expect(await gaveUp).toMatchObject({
    message: expect.stringContaining('3 attempts'),
    cause: new Error('no space left'),
  });
  expect({ attempts, state: supervised.state }).toEqual({ attempts: 3, state: 'stopped' });
});

test('stopping during a restart leaves no server behind', async () => {
  const first = serverThatCanDie(1);
  const second = serverThatCanDie(2);
  const { promise: asked, resolve: startWasAsked } = Promise.withResolvers<void>();
  const { promise: started, resolve: finishStart } = Promise.withResolvers<ServerProcess>();
  const start = () => {
    startWasAsked();
    return started;
  };
  const supervised = superviseServer(first, start, log, quick);
  first.die();
  await asked;
  const stopping = supervised.stop();
  finishStart(second);
  await stopping;
  expect(await second.exited).toBe('stopped');
  expect(supervised.state).toBe('stopped');
});
