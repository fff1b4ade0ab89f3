import { createWriteStream, type Dirent } from 'node:fs';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { z } from 'zod';
import { clusterFolder } from './cluster.ts';
import { copyHashed, forEachFew, hasCode, writeFlushed } from './file-copy.ts';
import type { SocketConnection } from './launch.ts';

export const checksumFile = 'SHA256SUMS';
export const manifestFile = 'manifest.json';

export const manifestSchema = z.object({
  format: z.literal(1),
  createdAt: z.string(),
  postgresMajor: z.string(),
  fileCount: z.number(),
  byteCount: z.number(),
  /** Folders of the cluster, many of them empty, without which the server would not start. */
  clusterFolders: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

export interface BackupOptions {
  readonly connection: SocketConnection;
  readonly dataDir: string;
  /** Folder of uploaded files. Files in it never change once written. */
  readonly blobsDir: string;
  /** A folder that does not exist yet or is empty. */
  readonly to: string;
  readonly now: Date;
}

/** Contents that PostgreSQL makes anew at start; the list is the one of its own base backup. */
const emptiedFolders = [
  ...['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify'],
  ...['pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'],
];
const leftOut = /^(postmaster\.(pid|opts)|backup_label|tablespace_map)$|(^|\/)(pgsql_tmp|pg_internal\.init)/;
const controlFile = 'global/pg_control';

/**
 * Copies the running embedded database and the uploaded files into one folder: a base backup as `pg_basebackup` makes
 * it, with the log that brings it to one moment. Members keep reading and writing. `sha256sum -c SHA256SUMS` checks it.
 */
export async function backUp(options: BackupOptions): Promise<Manifest> {
  const clusterDir = clusterFolder(options.dataDir);
  await prepareTarget(options);
  const sums = await openChecksums(options.to);
  try {
    await copyDatabase(options.connection, clusterDir, options.to, sums);
    // Files are stored before the row that names them is committed, so copying them last misses none.
    await copyBlobs(options.blobsDir, join(options.to, 'blobs'), sums);
  } finally {
    await sums.close();
  }
  const manifest: Manifest = {
    format: 1,
    createdAt: options.now.toISOString(),
    postgresMajor: (await readFile(join(clusterDir, 'PG_VERSION'), 'utf8')).trim(),
    fileCount: sums.fileCount,
    byteCount: sums.byteCount,
    clusterFolders: await listFolders(clusterDir),
  };
  // The manifest comes last: a folder without one is an unfinished backup.
  await writeFlushed(join(options.to, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

async function prepareTarget({ to, dataDir }: BackupOptions): Promise<void> {
  if (!relative(resolve(dataDir), resolve(to)).startsWith('..')) {
    throw new Error('A backup inside the data folder would be lost with it. Choose a folder elsewhere.');
  }
  await mkdir(to, { recursive: true, mode: 0o700 });
  if ((await readdir(to)).length > 0) throw new Error(`${to} is not empty. Choose a new folder for each backup.`);
}

async function copyDatabase(
  connection: SocketConnection,
  clusterDir: string,
  to: string,
  sums: Checksums,
): Promise<void> {
  const target = join(to, 'postgres');
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    // The slot keeps the log of the time of copying from being recycled. It ends with this connection.
    const slot = `teahouse_backup_${process.pid}`;
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot]);
    const firstLog = await queryText(
      client,
      `select pg_walfile_name(pg_backup_start('teahouse', fast => true)) as text`,
    );
    await copyCluster(clusterDir, target, sums);
    const [stopped] = (
      await client.query<{ label: string; last: string }>(
        'select labelfile as label, pg_walfile_name(lsn) as last from pg_backup_stop(false)',
      )
    ).rows;
    if (!stopped) throw new Error('PostgreSQL did not finish the backup.');
    sums.add('postgres/backup_label', await writeFlushed(join(target, 'backup_label'), stopped.label), 0);
    await copyLog(clusterDir, target, firstLog, stopped.last, sums);
  } finally {
    await client.end();
  }
}

async function copyCluster(clusterDir: string, target: string, sums: Checksums): Promise<void> {
  if ((await readdir(join(clusterDir, 'pg_tblspc'))).length > 0) {
    throw new Error('The database uses tablespaces, which this backup does not carry. Back it up with pg_basebackup.');
  }
  await forEachFew(listClusterFiles(clusterDir), async (path) => {
    await copyOne(join(clusterDir, path), target, path, 'postgres', sums);
  });
  // Last, as PostgreSQL's own tool does, and twice the same, because the server may be writing it.
  const control = await readStable(join(clusterDir, controlFile));
  sums.add(`postgres/${controlFile}`, await writeFlushed(join(target, controlFile), control), control.length);
}

async function* listClusterFiles(clusterDir: string): AsyncGenerator<string> {
  for (const entry of await readdir(clusterDir, { withFileTypes: true, recursive: true })) {
    const path = relative(clusterDir, join(entry.parentPath, entry.name));
    const isEmptied = emptiedFolders.some((folder) => path.startsWith(`${folder}/`));
    if (entry.isFile() && !isEmptied && !leftOut.test(path) && path !== controlFile) yield path;
  }
}

async function copyLog(
  clusterDir: string,
  target: string,
  first: string,
  last: string,
  sums: Checksums,
): Promise<void> {
  const names = await readdir(join(clusterDir, 'pg_wal'));
  const needed = names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last);
  for (const name of needed) {
    await copyOne(join(clusterDir, 'pg_wal', name), target, `pg_wal/${name}`, 'postgres', sums);
  }
}

async function copyBlobs(blobsDir: string, target: string, sums: Checksums): Promise<void> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  await forEachFew(await listFiles(blobsDir), async (entry) => {
    const source = join(entry.parentPath, entry.name);
    await copyOne(source, target, relative(blobsDir, source), 'blobs', sums);
  });
}

async function copyOne(source: string, target: string, path: string, home: string, sums: Checksums): Promise<void> {
  try {
    const sum = await copyHashed(source, join(target, path));
    sums.add(`${home}/${path}`, sum, (await stat(join(target, path))).size);
  } catch (error) {
    // Removed since it was listed: the log knows, or a member deleted a picture.
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

async function listFiles(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile());
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

async function listFolders(clusterDir: string): Promise<string[]> {
  const entries = await readdir(clusterDir, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(clusterDir, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('pg_replslot/') && !path.includes('pgsql_tmp'));
}

async function readStable(file: string): Promise<Buffer> {
  for (let previous = await readFile(file); ; ) {
    const next = await readFile(file);
    if (next.equals(previous)) return next;
    previous = next;
  }
}

interface Checksums {
  readonly fileCount: number;
  readonly byteCount: number;
  add(path: string, sum: string, bytes: number): void;
  close(): Promise<void>;
}

async function openChecksums(to: string): Promise<Checksums> {
  const out = createWriteStream(join(to, checksumFile), { flags: 'wx', mode: 0o600, flush: true });
  let fileCount = 0;
  let byteCount = 0;
  return {
    get fileCount() {
      return fileCount;
    },
    get byteCount() {
      return byteCount;
    },
    add(path, sum, bytes) {
      fileCount += 1;
      byteCount += bytes;
      out.write(`${sum}  ${path}\n`);
    },
    async close() {
      out.end();
      await finished(out);
    },
  };
}

async function queryText(client: pg.Client, query: string): Promise<string> {
  const [row] = (await client.query<{ text: string }>(query)).rows;
  if (!row) throw new Error('PostgreSQL gave no answer.');
  return row.text;
}
