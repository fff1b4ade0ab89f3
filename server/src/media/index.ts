import type { FastifyInstance } from 'fastify';
import type { Deps } from '../platform/deps.ts';
import { collectGarbage, defineMediaJobs } from './jobs.ts';
import { mountPictures } from './picture-routes.ts';
import { createProcessing } from './process-upload.ts';
import { getReadyPictures } from './ready-pictures.ts';
import { mediaHandlers } from './routes.ts';
import { createPictureStore } from './store-picture.ts';
import { type MediaMountOptions, mountUploads } from './upload-routes.ts';
import { createUploads } from './uploads.ts';

export { forgetFiles } from './jobs.ts';
export { blobPrefix } from './media-files.ts';
export { type MediaRow, mediaView } from './media-view.ts';

export function createMedia(deps: Deps) {
  const processing = createProcessing(deps);
  const uploads = createUploads(deps, processing);
  defineMediaJobs(deps, processing);
  return {
    handlers: mediaHandlers(deps),
    /** Uploads and the serving of pictures: the two parts that are no JSON. */
    mount(http: FastifyInstance, options: MediaMountOptions): void {
      mountUploads(http, uploads, options);
      mountPictures(http, deps, options);
    },
    storePicture: createPictureStore(deps),
    getReadyPictures: (ownerId: string, ids: readonly string[], pointer = '/body/pictures') =>
      getReadyPictures(deps, ownerId, ids, pointer),
    collectGarbage: () => collectGarbage(deps),
    /** Waits for pictures that are being processed here. */
    settle: processing.settle,
    stop: processing.settle,
  };
}
export type Media = ReturnType<typeof createMedia>;
