import { mkdir, readdir, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { isManifestFile, type ModelManifest, writeManifest } from './model-manifest.ts';

/**
 * Moves checked files into the pair's folder. They are named by their contents, so that they stand beside those of the
 * former model until the manifest changes from one to the other.
 */
export async function installModel(work: string, folder: string, manifest: ModelManifest): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const { name } of manifest.files) await rename(join(work, name), join(folder, name));
  await writeManifest(folder, manifest);
  const named = new Set(manifest.files.map(({ name }) => name));
  await sweepFolder(folder, (name) => isManifestFile(name) || named.has(name));
  await touchFolder(folder);
}

/** Removes what earlier, interrupted work left behind. */
export async function sweepFolder(folder: string, isKept: (name: string) => boolean): Promise<void> {
  const names = await readdir(folder);
  for (const name of names) if (!isKept(name)) await rm(join(folder, name), { recursive: true, force: true });
}

/** Every house on this data folder watches the folder above: this is how a server learns of a pull from the command line. */
async function touchFolder(folder: string): Promise<void> {
  const now = new Date();
  await utimes(folder, now, now);
}
