import { type mediaRoutes, Problem } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { forgetFiles } from './jobs.ts';
import { deleteUnused, selectMedia } from './media.sql.ts';

type Needs = Pick<Deps, 'db' | 'jobs'>;

export async function deleteMedia(
  deps: Needs,
  { params, actor }: Input<typeof mediaRoutes.deleteMedia>,
): Promise<undefined> {
  await inTransaction(deps.db, async (tx) => {
    const row = await selectMedia(tx, params.mediaId);
    if (row?.owner_id !== actor.memberId) throw new Problem('not-found');
    if (!(await deleteUnused(tx, params.mediaId)))
      throw new Problem('conflict', 'A note or your profile uses this picture.');
    await forgetFiles(deps, tx, [params.mediaId]);
  });
}
