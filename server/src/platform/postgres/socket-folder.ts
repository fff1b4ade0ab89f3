import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { currentUid } from './identity.ts';
import { PostgresUnavailable } from './postgres-unavailable.ts';

export const socketPort = 5432;

/** sun_path is 108 bytes on Linux and 104 on macOS, both with the closing zero. */
export const socketPathLimitBytes = 103;

/** The folder inside the data folder when its name is short enough, else one in the system's temporary folder. */
export function chooseSocketFolder(dataDir: string, temporary: string = tmpdir()): string {
  const inside = join(dataDir, 'run');
  if (socketPathBytes(inside) <= socketPathLimitBytes) return inside;
  const name = `teahouse-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  const outside = join(temporary, name);
  return socketPathBytes(outside) <= socketPathLimitBytes ? outside : join('/tmp', name);
}

/** Whoever can open the socket is the database superuser, so the folder admits its owner alone. */
export function prepareSocketFolder(dataDir: string, owner: { uid: number; gid: number }): string {
  const folder = chooseSocketFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  // In a temporary folder that everybody may write, somebody else may have been there first.
  const isOurs = folder.startsWith(dataDir) || [currentUid(), owner.uid].includes(found.uid);
  if (!found.isDirectory() || !isOurs) {
    throw new PostgresUnavailable(
      `${folder} should hold the database socket but belongs to somebody else.`,
      'Remove it, or set TMPDIR to a folder that only you can write.',
    );
  }
  if (found.uid !== owner.uid && currentUid() === 0) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
  return folder;
}

export function socketPathBytes(folder: string): number {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`));
}
