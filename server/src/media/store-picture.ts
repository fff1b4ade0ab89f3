import type { MediaId } from '@teahouse/contract';
import { dateOf } from '../platform/clock.ts';
import type { Deps } from '../platform/deps.ts';
import type { RenderedPicture } from '../platform/pictures/workshop.ts';
import { insertReady } from './media.sql.ts';
import { putRenditions } from './media-files.ts';

type Needs = Pick<Deps, 'db' | 'ids' | 'clock' | 'blobs' | 'workshop'>;

const mostRemembered = 100;

/** Takes a picture the house itself brings (the demo town), through the same workshop as uploads. */
export function createPictureStore(deps: Needs) {
  const rendered = new Map<string, Promise<RenderedPicture>>();

  /** @param name pictures of one name are the same picture and are rendered once */
  return async (ownerId: string, bytes: Uint8Array, name?: string): Promise<MediaId> => {
    const known = name === undefined ? undefined : rendered.get(name);
    const rendering = known ?? deps.workshop.render(bytes, 'quick');
    if (name !== undefined && !known) remember(rendered, name, rendering);
    const picture = await rendering;
    const id = deps.ids.next();
    await putRenditions(deps, id, picture);
    await insertReady(deps.db, id, ownerId, picture, dateOf(deps.clock));
    return id as MediaId;
  };
}

function remember(rendered: Map<string, Promise<RenderedPicture>>, name: string, rendering: Promise<RenderedPicture>) {
  rendered.set(name, rendering);
  if (rendered.size > mostRemembered) rendered.delete(rendered.keys().next().value ?? '');
}
