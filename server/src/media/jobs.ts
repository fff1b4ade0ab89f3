import { mediaId } from '@teahouse/contract';
import { z } from 'zod';
import { inTransaction, type Queryable } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { deleteGarbage } from './media.sql.ts';
import { blobPrefix, removeUpload } from './media-files.ts';
import type { Processing } from './process-upload.ts';

const processTask = 'media.process';
const forgetTask = 'media.forget-files';
const garbageTask = 'media.collect-garbage';

/** The upload is worked on at once; the job is there for the case that the process ends meanwhile. */
const safetyNetMilliseconds = 60_000;
const keptUnusedHours = 24;
const garbageBatch = 500;

type Needs = Pick<Deps, 'db' | 'jobs' | 'clock' | 'blobs' | 'config'>;

export function defineMediaJobs(deps: Needs, processing: Processing): void {
  deps.jobs.define(processTask, z.object({ mediaId }), (payload) => processing.process(payload.mediaId));
  deps.jobs.define(forgetTask, z.object({ mediaIds: z.array(mediaId) }), async ({ mediaIds }) => {
    await Promise.all(mediaIds.flatMap((id) => [deps.blobs.deleteAll(blobPrefix(id)), removeUpload(deps, id)]));
  });
  deps.jobs.define(garbageTask, z.unknown(), () => collectGarbage(deps));
  deps.jobs.schedule('17 * * * *', garbageTask);
}

export async function processLater({ jobs }: Pick<Deps, 'jobs'>, tx: Queryable, id: string): Promise<void> {
  // The queue's clock is the database's, so the wait is counted from real time.
  const runAt = new Date(Date.now() + safetyNetMilliseconds);
  await jobs.add(tx, processTask, { mediaId: id }, { key: `media-${id}`, runAt });
}

/** Removes the files of pictures whose rows are deleted in this transaction. */
export async function forgetFiles(
  { jobs }: Pick<Deps, 'jobs'>,
  tx: Queryable,
  mediaIds: readonly string[],
): Promise<void> {
  if (mediaIds.length > 0) await jobs.add(tx, forgetTask, { mediaIds });
}

export async function collectGarbage(deps: Pick<Deps, 'db' | 'jobs' | 'clock'>): Promise<void> {
  const before = new Date(deps.clock.now() - keptUnusedHours * 3_600_000);
  const removed = await inTransaction(deps.db, async (tx) => {
    const ids = await deleteGarbage(tx, before, garbageBatch);
    await forgetFiles(deps, tx, ids);
    return ids.length;
  });
  if (removed === garbageBatch) await collectGarbage(deps);
}
