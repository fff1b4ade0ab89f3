import { type MediaView, Problem } from '@teahouse/contract';
import type { Deps } from '../platform/deps.ts';
import { selectManyMedia } from './media.sql.ts';
import { mediaView } from './media-view.ts';

/**
 * Views of pictures a member wants to use, in the order of the ids.
 *
 * @param pointer JSON pointer of the list in the request, e.g. `/body/pictures`
 * @throws Problem not-found for a picture that is not theirs, invalid-request for one that is not ready
 */
export async function getReadyPictures(
  { db }: Pick<Deps, 'db'>,
  ownerId: string,
  ids: readonly string[],
  pointer: string,
): Promise<MediaView[]> {
  if (ids.length === 0) return [];
  const found = new Map((await selectManyMedia(db, ids)).map((row) => [row.id, row]));
  return ids.map((id, index) => {
    const row = found.get(id);
    if (!row || row.owner_id !== ownerId)
      throw new Problem('not-found', 'One of the pictures is not among your uploads.');
    const view = row.state === 'ready' ? mediaView(row) : undefined;
    if (view) return view;
    throw new Problem('invalid-request', 'One of the pictures is not ready yet.', {
      fields: [{ pointer: `${pointer}/${index}/mediaId`, message: 'not-ready' }],
    });
  });
}
