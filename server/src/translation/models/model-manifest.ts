import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { hasCode, writeFlushed } from '../../platform/postgres/file-copy.ts';
import { architectures, type InstalledModel } from '../engines/bergamot/model-store.ts';
import { type ModelPair, pairName } from './model-pair.ts';
import { type FileRole, fileRoles } from './registry-records.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What lies in a pair's folder. Files it does not name are leftovers. */
const manifestSchema = z.object({
  format: z.literal(1),
  from: z.string(),
  to: z.string(),
  version: z.string(),
  architecture: z.enum(architectures),
  licence: z.string(),
  source: z.string(),
  pulledAt: z.iso.datetime(),
  hash: sha256,
  files: z
    .array(
      z.object({
        role: z.enum(fileRoles),
        name: z.string().regex(/^[\w-]+\.[\w-]+\.bin$/),
        bytes: z.number().int().min(1),
        hash: sha256,
      }),
    )
    .min(2),
});
export type ModelManifest = z.infer<typeof manifestSchema>;
export type ManifestFile = ModelManifest['files'][number];

const manifestName = 'manifest.json';

export function modelsFolder(dataDir: string): string {
  return join(dataDir, 'models');
}

export function pairFolder(dataDir: string, pair: ModelPair): string {
  return join(modelsFolder(dataDir), pairName(pair));
}

/** Where a pull works; no pair has such a name. */
export function pullFolder(dataDir: string, pair: ModelPair): string {
  return join(modelsFolder(dataDir), '.pulls', pairName(pair));
}

export function installedName(role: FileRole, hash: string): string {
  return `${role}.${hash.slice(0, 16)}.bin`;
}

export function isManifestFile(name: string): boolean {
  return name === manifestName;
}

/** Undefined where no whole model lies: a power cut before the manifest leaves none. */
export function findManifest(folder: string): ModelManifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(folder, manifestName), 'utf8')));
  } catch {
    return undefined;
  }
}

/** The rename is the moment of the installation: before it the former model is in force, after it the new one. */
export async function writeManifest(folder: string, manifest: ModelManifest): Promise<void> {
  const unfinished = join(folder, `${manifestName}.new`);
  await rm(unfinished, { force: true });
  await writeFlushed(unfinished, `${JSON.stringify(manifest, null, 2)}\n`);
  await flushFolder(folder);
  await rename(unfinished, join(folder, manifestName));
  await flushFolder(folder);
}

/** The manifest goes first: a removal cut short leaves no model rather than half of one. */
export async function removeManifest(folder: string): Promise<void> {
  await rm(join(folder, manifestName), { force: true });
}

export function hasAllBytes(folder: string, { files }: ModelManifest): boolean {
  return files.every(({ name, bytes }) => statSync(join(folder, name), { throwIfNoEntry: false })?.size === bytes);
}

/** The file's contents if they are what was installed. */
export async function readChecked(folder: string, { name, hash }: ManifestFile): Promise<Buffer | undefined> {
  const content = await readFile(join(folder, name)).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  return content && createHash('sha256').update(content).digest('hex') === hash ? content : undefined;
}

export function asInstalled(manifest: ModelManifest, state: InstalledModel['state']): InstalledModel {
  const { from, to, version, architecture, hash, files } = manifest;
  return { from, to, version, architecture, bytes: files.reduce((sum, file) => sum + file.bytes, 0), hash, state };
}

async function flushFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}
