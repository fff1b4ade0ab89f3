import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { backUp } from './backup.ts';
import { launchPostgres, type SocketConnection } from './launch.ts';
import { restore } from './restore.ts';
import { temporaryFolder } from './temporary-folder.ts';

const log = pino({ level: 'silent' });

// Each real server costs an initdb, and a backup waits for the disk.
vi.setConfig({ testTimeout: 60_000 });
const now = new Date('2025-01-14T08:00:00Z');

async function connect(connection: SocketConnection): Promise<pg.Client> {
  const client = new pg.Client(connection);
  await client.connect();
  return client;
}

const checksumOfOld = `select count(*)::int as count, md5(string_agg(id || body, ',' order by id)) as sum
                       from note where id <= 20000`;

test('a backup taken while members write comes back whole in an empty folder', async () => {
  await using folder = await temporaryFolder();
  const [dataDir, to, restored] = ['data', 'backup', 'restored'].map((name) => join(folder.path, name)) as [
    string,
    string,
    string,
  ];
  const blobsDir = join(dataDir, 'blobs');
  let before: unknown;
  let confirmedBefore = 0;
  let confirmed = 0;
  {
    await using postgres = await launchPostgres({ dataDir, log });
    await mkdir(join(blobsDir, 'ab'), { recursive: true });
    await writeFile(join(blobsDir, 'ab', 'picture'), 'a cup of tea');
    const client = await connect(postgres.connection);
    await client.query('create table note (id int primary key, body text not null)');
    await client.query(`insert into note select n, repeat('茶 ' || n, 20) from generate_series(1, 20000) n`);
    before = (await client.query(checksumOfOld)).rows[0];

    const writer = await connect(postgres.connection);
    const finished = new AbortController();
    const { promise: busy, resolve: isBusy } = Promise.withResolvers<void>();
    const writing = (async () => {
      for (let id = 20_001; !finished.signal.aborted; id += 1) {
        await writer.query('insert into note values ($1, $2)', [id, `written during the backup ${id}`]);
        await writer.query('update note set body = body where id = $1', [id % 20_000]);
        confirmed = id;
        if (id === 20_100) isBusy();
      }
    })();
    await busy;
    confirmedBefore = confirmed;
    const manifest = await backUp({ connection: postgres.connection, dataDir, blobsDir, to, now });
    expect(confirmed).toBeGreaterThan(confirmedBefore);
    finished.abort();
    await writing;
    await Promise.all([writer.end(), client.end()]);
    expect(manifest).toMatchObject({ createdAt: now.toISOString(), postgresMajor: '18' });
  }
  execFileSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: to });

  await restore({ from: to, dataDir: restored });
  await using postgres = await launchPostgres({ dataDir: restored, log });
  const client = await connect(postgres.connection);
  expect((await client.query(checksumOfOld)).rows[0]).toEqual(before);
  const [later] = (
    await client.query<{ last: number; count: number }>(
      'select max(id) as last, count(*)::int as count from note where id > 20000',
    )
  ).rows;
  // Everything confirmed before the backup began is in it, and what came later has no holes.
  expect(later?.last).toBeGreaterThanOrEqual(confirmedBefore);
  expect(later?.count).toBe((later?.last ?? 0) - 20_000);
  await client.query(`create extension amcheck`);
  await client.query(`select bt_index_check('note_pkey', true)`);
  await client.query(`insert into note values (0, 'the restored database takes writes')`);
  await client.end();
  expect(await readFile(join(restored, 'blobs', 'ab', 'picture'), 'utf8')).toBe('a cup of tea');

  await expect(restore({ from: to, dataDir: restored })).rejects.toThrow('is not empty');
  await writeFile(join(to, 'blobs', 'ab', 'picture'), 'a cup of oil');
  const elsewhere = join(folder.path, 'elsewhere');
  await expect(restore({ from: to, dataDir: elsewhere })).rejects.toThrow('blobs/ab/picture does not match');
  await expect(readFile(join(elsewhere, 'postgres', 'PG_VERSION'))).rejects.toThrow('ENOENT');
});

test('an unfinished backup and a backup inside the data are refused', async () => {
  await using folder = await temporaryFolder();
  await expect(restore({ from: folder.path, dataDir: join(folder.path, 'new') })).rejects.toThrow('never finished');
  const connection = { host: folder.path, port: 5432, user: 'teahouse', database: 'teahouse' };
  const options = { connection, dataDir: folder.path, blobsDir: join(folder.path, 'blobs'), now };
  await expect(backUp({ ...options, to: join(folder.path, 'backup') })).rejects.toThrow('inside the data folder');
});
