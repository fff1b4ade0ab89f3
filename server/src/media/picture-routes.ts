import { Problem } from '@teahouse/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../platform/deps.ts';
import { createLoaderCache } from '../platform/loader-cache.ts';
import { type ServableRow, selectServable } from './media.sql.ts';
import { blobPrefix } from './media-files.ts';
import type { MediaMountOptions } from './upload-routes.ts';

const fileName = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(360|720|1440)\.(webp|avif)$/;
const yearSeconds = 31_536_000;
/** A picture withdrawn by a decision is gone for new readers within this time. */
const ttlMilliseconds = 4_000;

type Needs = Pick<Deps, 'db' | 'blobs' | 'events'>;

/** Serves renditions: `/media/<id>-<width>.webp`. They never change, so they may be kept for ever. */
export function mountPictures(http: FastifyInstance, deps: Needs, options: MediaMountOptions): void {
  const servable = createLoaderCache<ServableRow>({
    ttlMilliseconds,
    maxEntries: 20_000,
    load: async (ids) => new Map((await selectServable(deps.db, ids)).map((row) => [row.id, row])),
  });

  for (const name of ['note.withdrawn', 'note.changed'] as const)
    deps.events.afterDelivery(name, () => servable.clear());

  async function find(request: FastifyRequest<{ Params: { file: string } }>) {
    const [, mediaId = '', width = '', type = ''] = fileName.exec(request.params.file) ?? [];
    const row = mediaId === '' ? undefined : await servable.get(mediaId);
    if (!row?.widths.includes(Number(width)) || (type === 'avif' && !(row.has_avif && width === '720')))
      return undefined;
    return { row, key: `${blobPrefix(mediaId)}${width}.${type}`, type };
  }

  http.get<{ Params: { file: string } }>('/media/:file', async (request, reply) => {
    const found = await find(request);
    if (!found || (found.row.is_withdrawn && !(await mayStillSee(options, request, found.row))))
      throw new Problem('not-found');
    return send(deps, reply, found.key, found.type, found.row.is_withdrawn);
  });
}

/** A removed note's pictures are kept for its author, who may appeal, and for those who decide. */
async function mayStillSee({ findActor, sessionCookie }: MediaMountOptions, request: FastifyRequest, row: ServableRow) {
  const actor = await findActor(request.cookies[sessionCookie]);
  return actor !== undefined && (actor.memberId === row.owner_id || actor.role !== 'member');
}

async function send(
  { blobs }: Pick<Deps, 'blobs'>,
  reply: FastifyReply,
  key: string,
  type: string,
  isWithdrawn: boolean,
) {
  const bytes = await blobs.get(key).catch((cause) => {
    throw new Problem('not-found', undefined, { cause });
  });
  return reply
    .header('cache-control', isWithdrawn ? 'private, no-store' : `public, max-age=${yearSeconds}, immutable`)
    .header('x-content-type-options', 'nosniff')
    .type(`image/${type}`)
    .send(bytes);
}
