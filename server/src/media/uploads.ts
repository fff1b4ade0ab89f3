import { type MemberId, Problem } from '@teahouse/contract';
import { FileStore } from '@tus/file-store';
import { Server, type ServerOptions } from '@tus/server';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { recognisePicture } from '../platform/pictures/recognise.ts';
import { processLater } from './jobs.ts';
import { countPending, insertUpload, markProcessing, markRefused, selectMedia } from './media.sql.ts';
import { readUploadHead, removeUpload, uploadsFolder } from './media-files.ts';
import type { Processing } from './process-upload.ts';

export const uploadsPath = '/api/uploads';
export const mostUploadBytes = 20 * 1024 * 1024;
const mostUnfinished = 50;
/** Pictures of fifty drafts fit; what is never used goes after a day. */
const mostUnused = 1000;

export type UploadDeps = Pick<Deps, 'db' | 'config' | 'clock' | 'ids' | 'jobs' | 'houseState' | 'log'>;

export interface Uploads {
  /** Serves one request of the tus protocol for a member. @throws Problem */
  serve(request: Request, ownerId: MemberId): Promise<Response>;
}

interface Visit {
  ownerId: MemberId;
  /** Thrown inside the protocol's hooks; it would only pass on a status and a text. */
  problem?: Problem;
}

/** Resumable uploads by the tus 1.0 protocol; an upload's id is the id of the picture it becomes. */
export function createUploads(deps: UploadDeps, processing: Processing): Uploads {
  const visits = new WeakMap<object, Visit>();
  const tus = new Server({
    path: uploadsPath,
    relativeLocation: true,
    maxSize: mostUploadBytes,
    datastore: new FileStore({ directory: uploadsFolder(deps) }),
    disableTerminationForFinishedUploads: true,
    namingFunction: () => deps.ids.next(),
    onUploadCreate: async (request, upload) => {
      const ownerId = visits.get(request)?.ownerId;
      if (!ownerId) throw new Problem('not-signed-in');
      if (!upload.size) throw badLength();
      await beginUpload(deps, upload.id, ownerId);
      return {};
    },
    onUploadFinish: async (_request, upload) => {
      await finishUpload(deps, processing, upload.id, upload.size ?? 0);
      return {};
    },
    onResponseError: (request, error) => {
      const visit = visits.get(request);
      if (visit) visit.problem = problemOf(error);
      return undefined;
    },
  } satisfies Omit<ServerOptions, 'locker'> & { datastore: FileStore });

  return {
    async serve(request, ownerId) {
      refuseWhileFull(deps, request.method);
      const visit: Visit = { ownerId };
      if (request.method !== 'POST' && request.method !== 'OPTIONS') {
        const finished = await findFinished(deps, idOf(request.url), ownerId);
        if (finished !== undefined && request.method === 'HEAD') return finishedHead(finished);
      }
      visits.set(request, visit);
      const response = await tus.handleWeb(request);
      if (visit.problem) throw visit.problem;
      if (response.status >= 400) throw problemOf({ status_code: response.status, body: await response.text() });
      return response;
    },
  };
}

function refuseWhileFull({ houseState }: UploadDeps, method: string): void {
  if (method !== 'POST' && method !== 'PATCH') return;
  if (houseState.current === 'read-only') throw new Problem('read-only', undefined, { retryAfterSeconds: 60 });
  if (houseState.current === 'no-uploads') throw new Problem('no-space', undefined, { retryAfterSeconds: 60 });
}

/** Bytes of an upload that has all its bytes, undefined while it is open. Of other people's uploads nothing is known. */
async function findFinished({ db }: UploadDeps, id: string, ownerId: MemberId): Promise<number | undefined> {
  const media = isUuid(id) ? await selectMedia(db, id) : undefined;
  if (media?.owner_id !== ownerId) throw new Problem('not-found');
  return media.state === 'uploading' ? undefined : media.bytes;
}

function finishedHead(bytes: number): Response {
  return new Response(null, {
    headers: {
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': String(bytes),
      'Upload-Length': String(bytes),
      'Cache-Control': 'no-store',
    },
  });
}

async function beginUpload(deps: UploadDeps, id: string, ownerId: MemberId): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const { unfinished, unused } = await countPending(tx, ownerId);
    if (unfinished >= mostUnfinished)
      throw new Problem('conflict', 'Finish or discard some of your open uploads first.');
    if (unused >= mostUnused) throw new Problem('conflict', 'Use or discard some of your pictures first.');
    await insertUpload(tx, id, ownerId, dateOf(deps.clock));
  });
}

async function finishUpload(deps: UploadDeps, processing: Processing, id: string, bytes: number): Promise<void> {
  if (!recognisePicture(await readUploadHead(deps, id))) {
    await markRefused(deps.db, id, 'unsupported-media');
    await removeUpload(deps, id);
    throw new Problem('unsupported-media', 'Send a JPEG, PNG, WebP or AVIF picture.');
  }
  const isOpen = await inTransaction(deps.db, async (tx) => {
    const isMarked = await markProcessing(tx, id, bytes);
    if (isMarked) await processLater(deps, tx, id);
    return isMarked;
  });
  if (isOpen) processing.begin(id);
}

function badLength(): Problem {
  return new Problem('invalid-request', 'Say how many bytes will come.', {
    fields: [{ pointer: '/headers/upload-length', message: 'required' }],
  });
}

/** The protocol's own refusals in the words of the house. */
function problemOf(error: Error | { status_code: number; body: string }): Problem {
  if (error instanceof Problem) return error;
  if (!('status_code' in error)) return new Problem('internal', undefined, { cause: error });
  const { status_code: status, body } = error;
  const detail = body.trim();
  if (status === 404 || status === 410) return new Problem('not-found');
  if (status === 409) return new Problem('conflict', detail);
  if (status === 413) return new Problem('too-large', detail);
  if (status === 415) return new Problem('unsupported-media', detail);
  // A body that breaks off ends here as well; the part that arrived is kept.
  if (status >= 500) return new Problem('malformed-body', detail, { cause: error });
  return new Problem('invalid-request', detail);
}

function idOf(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? '';
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
