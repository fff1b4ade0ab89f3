import type { Deps } from '../platform/deps.ts';
import { PictureRefusal } from '../platform/pictures/workshop.ts';
import { markReady, markRefused, selectMedia } from './media.sql.ts';
import { blobPrefix, putRenditions, readUpload, removeUpload } from './media-files.ts';

export type ProcessingDeps = Pick<Deps, 'db' | 'config' | 'blobs' | 'workshop' | 'log'>;

/** Turns finished uploads into pictures; each one at most once at a time in this process. */
export interface Processing {
  process(mediaId: string): Promise<void>;
  /** Begins without waiting; when it fails, the job of the upload tries again. */
  begin(mediaId: string): void;
  /** Waits for everything that was begun. */
  settle(): Promise<void>;
}

export function createProcessing(deps: ProcessingDeps): Processing {
  const running = new Map<string, Promise<void>>();

  function process(mediaId: string): Promise<void> {
    const known = running.get(mediaId);
    if (known) return known;
    const started = processUpload(deps, mediaId).finally(() => running.delete(mediaId));
    running.set(mediaId, started);
    return started;
  }

  return {
    process,
    begin(mediaId) {
      process(mediaId).catch((error) => deps.log.warn({ err: error, mediaId }, 'a picture waits for its job'));
    },
    async settle() {
      await Promise.allSettled(running.values());
    },
  };
}

async function processUpload(deps: ProcessingDeps, mediaId: string): Promise<void> {
  const media = await selectMedia(deps.db, mediaId);
  if (media?.state !== 'processing') return;
  try {
    const bytes = await readUpload(deps, mediaId);
    if (!bytes) throw new PictureRefusal('picture-unreadable');
    const picture = await deps.workshop.render(bytes);
    await putRenditions(deps, mediaId, picture);
    const isKept = await markReady(deps.db, mediaId, picture);
    if (!isKept) await deps.blobs.deleteAll(blobPrefix(mediaId));
  } catch (error) {
    if (!(error instanceof PictureRefusal)) throw error;
    await markRefused(deps.db, mediaId, error.code);
  }
  await removeUpload(deps, mediaId);
}
