import { type mediaRoutes, Problem } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import { selectMedia } from './media.sql.ts';
import { mediaView } from './media-view.ts';

export async function getMedia({ db }: Pick<Deps, 'db'>, { params, actor }: Input<typeof mediaRoutes.getMedia>) {
  const row = await selectMedia(db, params.mediaId);
  if (row?.owner_id !== actor.memberId) throw new Problem('not-found');
  const media = row.state === 'ready' ? mediaView(row) : undefined;
  return { state: row.state, ...(media ? { media } : {}), ...(row.problem ? { problem: row.problem } : {}) };
}
