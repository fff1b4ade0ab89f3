import type { mediaRoutes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import { deleteMedia } from './delete-media.ts';
import { getMedia } from './get-media.ts';

export function mediaHandlers(deps: Deps): Handlers<typeof mediaRoutes> {
  return {
    getMedia: (input) => getMedia(deps, input),
    deleteMedia: (input) => deleteMedia(deps, input),
  };
}
