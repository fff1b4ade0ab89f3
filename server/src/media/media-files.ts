import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deps } from '../platform/deps.ts';
import { headBytes } from '../platform/pictures/recognise.ts';
import type { RenderedPicture } from '../platform/pictures/workshop.ts';

/** Where the bytes of pictures live: uploads as they arrive in a folder, renditions among the blobs. */
export function uploadsFolder({ config }: Pick<Deps, 'config'>): string {
  return join(config.dataDir, 'uploads');
}

export function blobPrefix(mediaId: string): string {
  return `media/${mediaId}/`;
}

export async function readUpload(deps: Pick<Deps, 'config'>, mediaId: string): Promise<Uint8Array | undefined> {
  return readFile(join(uploadsFolder(deps), mediaId)).catch(ignoreMissing);
}

export async function readUploadHead(deps: Pick<Deps, 'config'>, mediaId: string): Promise<Uint8Array> {
  const file = await open(join(uploadsFolder(deps), mediaId)).catch(ignoreMissing);
  if (!file) return new Uint8Array();
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The sender's file and the note the upload protocol keeps beside it. */
export async function removeUpload(deps: Pick<Deps, 'config'>, mediaId: string): Promise<void> {
  const path = join(uploadsFolder(deps), mediaId);
  await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })]);
}

export async function putRenditions(
  { blobs }: Pick<Deps, 'blobs'>,
  mediaId: string,
  picture: RenderedPicture,
): Promise<void> {
  await Promise.all(picture.renditions.map(({ name, bytes }) => blobs.put(`${blobPrefix(mediaId)}${name}`, bytes)));
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
