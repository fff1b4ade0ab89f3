import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, lchown, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { PostgresBinaries } from './binaries.ts';
import { commandAs, currentUid, fileOwner, type Identity } from './identity.ts';
import { PostgresUnavailable } from './postgres-unavailable.ts';

export const superuser = 'teahouse';

export function clusterFolder(dataDir: string): string {
  return join(dataDir, 'postgres');
}

/** Creates the cluster unless it exists, and hands its files to the user the server runs as. */
export async function ensureCluster(dataDir: string, binaries: PostgresBinaries, identity: Identity): Promise<string> {
  const clusterDir = clusterFolder(dataDir);
  if (existsSync(join(clusterDir, 'PG_VERSION'))) {
    await requireSameMajor(clusterDir, binaries);
    await handOver(clusterDir, fileOwner(identity));
    return clusterDir;
  }
  // A rename publishes the cluster, so an interrupted initdb is simply done again.
  const unfinished = `${clusterDir}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await handOver(unfinished, fileOwner(identity));
  await runInitdb(unfinished, binaries, identity);
  await rename(unfinished, clusterDir);
  return clusterDir;
}

async function runInitdb(folder: string, binaries: PostgresBinaries, identity: Identity): Promise<void> {
  const { program, args, options } = commandAs(identity, binaries.initdb, [
    ...['-D', folder, '-U', superuser, '-E', 'UTF8'],
    // Only the unix socket is ever opened, in a folder that admits one user.
    ...['--auth-local=trust', '--auth-host=reject'],
    // Sorting is the same on every machine; the character classes must know Chinese, or pg_trgm drops it.
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(process.platform === 'darwin' ? ['--locale=C', '--lc-ctype=en_US.UTF-8'] : ['--locale=C.UTF-8']),
  ]);
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const [code, complaint] = await Promise.all([
    new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve)),
    child.stderr ? text(child.stderr) : '',
  ]);
  if (code === 0) return;
  throw new PostgresUnavailable(
    `The database could not be created: ${complaint.trim() || `initdb ended with ${code}`}`,
    'Run `npm run teahouse doctor`; it checks the user, the folder, the locale and the disk.',
  );
}

async function requireSameMajor(clusterDir: string, binaries: PostgresBinaries): Promise<void> {
  const found = (await readFile(join(clusterDir, 'PG_VERSION'), 'utf8')).trim();
  const ours = binaries.version.split('.')[0];
  if (found === ours) return;
  throw new PostgresUnavailable(
    `The data folder was written by PostgreSQL ${found}, this Teahouse carries PostgreSQL ${ours}.`,
    `Start it with the Teahouse that carries PostgreSQL ${found}, or move the data to a server of your own with DATABASE_URL.`,
  );
}

async function handOver(folder: string, owner: { uid: number; gid: number }): Promise<void> {
  const { uid } = await stat(folder);
  await chmod(folder, 0o700).catch(() => undefined);
  if (uid === owner.uid) return;
  if (currentUid() !== 0) {
    throw new PostgresUnavailable(
      `${folder} belongs to user ${uid}, but Teahouse runs as user ${owner.uid}.`,
      `Start Teahouse as that user, or run: sudo chown -R ${owner.uid} ${folder}`,
    );
  }
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    await lchown(join(entry.parentPath, entry.name), owner.uid, owner.gid);
  }
  // The folder itself comes last: its owner tells the next start whether all of this was done.
  await lchown(folder, owner.uid, owner.gid);
}
