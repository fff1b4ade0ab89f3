import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { DataFolderBusy } from './data-lock.ts';
import { currentUid } from './identity.ts';
import { type EmbeddedPostgres, findRunningPostgres, launchPostgres, type SocketConnection } from './launch.ts';
import { processesIn } from './postmaster.ts';
import { temporaryFolder } from './temporary-folder.ts';

const log = pino({ level: 'silent' });

// Each real server costs an initdb, and a backup waits for the disk.
vi.setConfig({ testTimeout: 60_000 });

async function query<T extends pg.QueryResultRow>(connection: pg.ClientConfig | string, text: string): Promise<T[]> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

function stateReached(postgres: EmbeddedPostgres, wanted: EmbeddedPostgres['state']): Promise<void> {
  return new Promise((resolve) => {
    postgres.onState((state) => {
      if (state === wanted) resolve();
    });
  });
}

test('a first start makes a database that knows Chinese and listens on a private socket alone', async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, 'data');
  {
    await using postgres = await launchPostgres({ dataDir, log });
    await query(postgres.connection, 'create extension pg_trgm');
    const [found] = await query(
      postgres.connectionString,
      `select similarity('小红书', '小红书上的猫税') > 0.3 as similar, '茶' ~ '^\\w$' as letter,
              current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync,
              current_setting('server_encoding') as encoding, current_database() as name`,
    );
    expect(found).toEqual({
      similar: true,
      letter: true,
      addresses: '',
      fsync: 'on',
      encoding: 'UTF8',
      name: 'teahouse',
    });
    expect((await stat(postgres.socketDir)).mode & 0o777).toBe(0o700);
    expect(findRunningPostgres(dataDir)).toEqual(postgres.connection);
    await query(postgres.connection, 'create table kept as select 1 as one');
    await expect(launchPostgres({ dataDir, log })).rejects.toThrow(DataFolderBusy);
  }
  expect(processesIn(join(dataDir, 'postgres'))).toEqual([]);
  expect(findRunningPostgres(dataDir)).toBeUndefined();

  await using again = await launchPostgres({ dataDir, log });
  expect(await query(again.connection, 'select one from kept')).toEqual([{ one: 1 }]);
});

test('root hands the database to an unprivileged user where that user can go, and manages where it cannot', async () => {
  const isRoot = currentUid() === 0;
  await using open = await temporaryFolder(0o711);
  {
    await using postgres = await launchPostgres({ dataDir: join(open.path, 'data'), log });
    expect(postgres.runsAs).toMatch(isRoot ? /^the user \w+$/ : /the user who started/);
    expect((await stat(join(open.path, 'data', 'postgres'))).uid === 0).toBe(false);
  }
  await using closed = await temporaryFolder(0o700);
  const dataDir = join(closed.path, 'a'.repeat(60), '茶'.repeat(10), 'data');
  await mkdir(dataDir, { recursive: true });
  await using postgres = await launchPostgres({ dataDir, log });
  expect(postgres.runsAs).toMatch(isRoot ? /namespace/ : /the user who started/);
  expect(postgres.socketDir.startsWith(dataDir)).toBe(false);
  expect(await query(postgres.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('killed with all its children under load, the database returns within ten seconds and keeps every confirmed row', async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, 'data');
  await using postgres = await launchPostgres({ dataDir, log });
  await query(postgres.connection, 'create table counted (id int primary key)');

  let confirmed = 0;
  const { promise: busy, resolve: isBusy } = Promise.withResolvers<void>();
  const writer = new pg.Client(postgres.connection);
  writer.on('error', () => undefined);
  await writer.connect();
  const writing = (async () => {
    for (let id = 1; ; id += 1) {
      await writer.query('insert into counted values ($1)', [id]);
      confirmed = id;
      if (id === 200) isBusy();
    }
  })().catch(() => undefined);
  await busy;

  const back = stateReached(postgres, 'up');
  const killedAt = performance.now();
  for (const pid of processesIn(join(dataDir, 'postgres'))) process.kill(pid, 'SIGKILL');
  await back;
  const [row] = await query<{ count: number }>(postgres.connection, 'select count(*)::int as count from counted');
  expect(performance.now() - killedAt).toBeLessThan(10_000);
  await writing;
  expect(row?.count).toBeGreaterThanOrEqual(confirmed);
});

test('children that outlive a killed postmaster do not keep the database from returning', async () => {
  await using folder = await temporaryFolder();
  await using postgres = await launchPostgres({ dataDir: join(folder.path, 'data'), log });
  const sleeper = query(postgres.connection, 'select pg_sleep(60)').catch((error: unknown) => error);
  await untilSleeping(postgres.connection);
  const back = stateReached(postgres, 'up');
  process.kill(postgres.pid, 'SIGKILL');
  await back;
  expect(await sleeper).toBeInstanceOf(Error);
  expect(await query(postgres.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a server left behind by a killed program is ended and its data is there', async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, 'data');
  const source = new URL('./launch.ts', import.meta.url).href;
  const program = `
    const { launchPostgres } = await import(process.argv[1]);
    const log = { info() {}, warn() {}, error() {} };
    const { pid } = await launchPostgres({ dataDir: process.argv[2], log });
    console.log(pid);
  `;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program, source, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await once(parent.stdout, 'data');
  const orphan = Number(String(output));
  const running = findRunningPostgres(dataDir);
  if (!running) throw new Error('the server should be found by others while it runs');
  await query(running, 'create table left_behind as select 7 as seven');
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  expect(processesIn(join(dataDir, 'postgres'))).toContain(orphan);

  const startedAt = performance.now();
  await using postgres = await launchPostgres({ dataDir, log });
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(postgres.pid).not.toBe(orphan);
  expect(processesIn(join(dataDir, 'postgres'))).not.toContain(orphan);
  expect(await query(postgres.connection, 'select seven from left_behind')).toEqual([{ seven: 7 }]);
});

async function untilSleeping(connection: SocketConnection): Promise<void> {
  const sleeping = `select 1 from pg_stat_activity where wait_event = 'PgSleep'`;
  for (let rows: unknown[] = []; rows.length === 0; ) rows = await query(connection, sleeping);
}
