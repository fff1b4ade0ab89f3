import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { createInterface } from 'node:readline';
import { checksumFile, type Manifest, manifestFile, manifestSchema } from './backup.ts';
import { clusterFolder } from './cluster.ts';
import { lockDataFolder, lockFileName } from './data-lock.ts';
import { copyHashed, forEachFew, hasCode } from './file-copy.ts';

export interface RestoreOptions {
  readonly from: string;
  /** A folder that does not exist yet or is empty. */
  readonly dataDir: string;
}

const unfinished = 'restoring';
const ignoredWhenEmpty = new Set(['lost+found', lockFileName, unfinished]);

/**
 * Brings a backup back into an empty data folder and verifies every file on the way. The first start then replays the
 * log to the moment the backup ended. Uploaded files come to lie in `blobs/` of the data folder. Nothing is left in place when a file is damaged.
 */
export async function restore({ from, dataDir }: RestoreOptions): Promise<Manifest> {
  const manifest = await readManifest(from);
  await requireEmpty(dataDir);
  const lock = await lockDataFolder(dataDir);
  const staging = join(dataDir, unfinished);
  try {
    await rm(staging, { recursive: true, force: true });
    await copyVerified(from, staging, manifest);
    await rename(join(staging, 'blobs'), join(dataDir, 'blobs'));
    await rename(join(staging, 'postgres'), clusterFolder(dataDir));
  } finally {
    await rm(staging, { recursive: true, force: true });
    await lock.release();
  }
  return manifest;
}

async function readManifest(from: string): Promise<Manifest> {
  let content: string;
  try {
    content = await readFile(join(from, manifestFile), 'utf8');
  } catch (cause) {
    throw new Error(`${from} has no ${manifestFile}: it is no Teahouse backup, or one that was never finished.`, {
      cause,
    });
  }
  return manifestSchema.parse(JSON.parse(content));
}

async function requireEmpty(folder: string): Promise<void> {
  try {
    const names = (await readdir(folder)).filter((name) => !ignoredWhenEmpty.has(name));
    if (names.length > 0)
      throw new Error(`${folder} is not empty. Restore into an empty folder, or move its contents away.`);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

async function copyVerified(from: string, staging: string, manifest: Manifest): Promise<void> {
  await mkdir(join(staging, 'blobs'), { recursive: true, mode: 0o700 });
  for (const folder of manifest.clusterFolders) {
    await mkdir(join(staging, 'postgres', inside(folder)), { recursive: true, mode: 0o700 });
  }
  let fileCount = 0;
  const lines = createInterface({ input: createReadStream(join(from, checksumFile)) });
  await forEachFew(lines, async (line) => {
    const { sum, path } = parseChecksum(line);
    if ((await copyHashed(join(from, path), join(staging, path))) !== sum) {
      throw new Error(`The backup is damaged: ${path} does not match its checksum.`);
    }
    fileCount += 1;
  });
  if (fileCount !== manifest.fileCount) {
    throw new Error(`The backup is damaged: it lists ${fileCount} of ${manifest.fileCount} files.`);
  }
}

function parseChecksum(line: string): { sum: string; path: string } {
  const [, sum, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
  if (!sum || !path) throw new Error(`The backup is damaged: ${checksumFile} has an unreadable line.`);
  return { sum, path: inside(path) };
}

/** A checksum file is text that anybody may have edited; it must not reach outside the folder. */
function inside(path: string): string {
  const clean = normalize(path);
  if (clean.startsWith('..') || clean.startsWith('/'))
    throw new Error(`The backup names a file outside itself: ${path}`);
  return clean;
}
