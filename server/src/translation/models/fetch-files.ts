import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAttachment, forgetPart, type Patience } from './download-attachment.ts';
import { installedName } from './model-manifest.ts';
import { PullFailure } from './pull-failure.ts';
import type { Registry } from './registry.ts';
import type { RegistryFile, RegistryModel } from './registry-records.ts';
import { unpackAttachment } from './unpack-attachment.ts';

export interface FetchSettings {
  /** The pull's folder: unfinished downloads, then the unpacked files under the names they will be installed by. */
  work: string;
  patience: Patience;
  signal: AbortSignal;
  onBytes(received: number): void;
}

/** Fetches, checks and unpacks every file of a model. Throws {@link PullFailure}. */
export async function fetchFiles(registry: Registry, model: RegistryModel, settings: FetchSettings): Promise<void> {
  let done = 0;
  for (const file of model.files) {
    const before = done;
    await fetchFile(registry, file, { ...settings, onBytes: (bytes) => settings.onBytes(before + bytes) });
    done += file.packed.bytes;
    settings.onBytes(done);
  }
}

export function partFile(work: string, { packed }: RegistryFile): string {
  return join(work, `${packed.hash}.part`);
}

async function fetchFile({ source }: Registry, file: RegistryFile, settings: FetchSettings): Promise<void> {
  const { work, signal } = settings;
  const target = join(work, installedName(file.role, file.unpacked.hash));
  if (source.kind === 'folder') return unpackAttachment(getCarried(source.path, file), file, target, signal);

  const part = partFile(work, file);
  const url = new URL(file.location, source.attachments);
  const download = { ...settings, url, part, bytes: file.packed.bytes };
  const { isStitched } = await downloadAttachment(download);
  try {
    await unpackAttachment(part, file, target, signal);
  } catch (error) {
    // A power cut or a changed file can leave a beginning that does not belong to the rest: once more from the start.
    if (!isStitched || !(error instanceof PullFailure) || error.kind !== 'damaged') throw error;
    await forgetPart(part);
    await downloadAttachment(download);
    await unpackAttachment(part, file, target, signal);
  }
}

/** A carried folder may be laid out like the registry or hold all its files side by side. */
function getCarried(folder: string, { location, filename }: RegistryFile): string {
  const found = [location, filename].map((path) => join(folder, path)).find((path) => existsSync(path));
  if (!found) throw new PullFailure('missing', `${filename} is not in ${folder}.`);
  return found;
}
