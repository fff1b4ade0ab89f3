import { type MediaView, Problem, type ProblemBody, problems, routes } from '@teahouse/contract';
import { call, Unreachable } from './client.ts';

/** For the `accept` of a file field. The house looks at the bytes, not at this. */
export const acceptedPictures = 'image/jpeg,image/png,image/webp,image/avif';

export interface UploadProgress {
  /** 0–1 of the bytes sent. */
  sent: number;
  /** All bytes are there; the house makes its renditions. */
  isProcessing: boolean;
}

export interface UploadOptions {
  onProgress?: (progress: UploadProgress) => void;
  /** Stops sending. What was sent is kept: the same file sent again goes on from there. */
  signal?: AbortSignal;
}

const endpoint = '/api/uploads';
const retryDelays = [0, 1000, 3000, 5000, 10_000];
/** A picture usually needs less than a second; a busy house gets the time it needs. */
const pollMilliseconds = [250, 400, 700, 1200, 2000];
const patienceMilliseconds = 120_000;

/**
 * Sends one picture and waits until the house has made it ready. Interrupted transfers go on where they stopped, also
 * after a reload with the same file.
 *
 * @throws Problem what the house refused · Unreachable · AbortError when `signal` fired
 */
export async function uploadPicture(file: File, options: UploadOptions = {}): Promise<MediaView> {
  const mediaId = await send(file, options);
  options.onProgress?.({ sent: 1, isProcessing: true });
  return untilReady(mediaId, options.signal);
}

/** Gives an upload back that is not used after all; what is lost here the house clears away by itself within a day. */
export async function discardUpload(mediaId: string): Promise<void> {
  await call(routes.media.deleteMedia, { params: { mediaId } }).catch(() => undefined);
}

async function send(file: File, { onProgress, signal }: UploadOptions): Promise<string> {
  const { Upload } = await import('tus-js-client');
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint,
      retryDelays,
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name, filetype: file.type },
      onProgress: (sent, total) => onProgress?.({ sent: total > 0 ? sent / total : 0, isProcessing: false }),
      onSuccess: () => resolve(upload.url?.split('/').at(-1) ?? ''),
      onError: (error) => reject(refusalOf(error)),
    });
    signal?.addEventListener('abort', () => {
      void upload.abort();
      reject(signal.reason);
    });
    void upload.findPreviousUploads().then(([previous]) => {
      if (signal?.aborted) return;
      if (previous) upload.resumeFromPreviousUpload(previous);
      upload.start();
    }, reject);
  });
}

async function untilReady(mediaId: string, signal: AbortSignal | undefined): Promise<MediaView> {
  const givesUpAt = Date.now() + patienceMilliseconds;
  for (let round = 0; Date.now() < givesUpAt; round += 1) {
    await pause(pollMilliseconds[round] ?? 2000, signal);
    const { state, media, problem } = await call(routes.media.getMedia, {
      params: { mediaId },
      ...(signal ? { signal } : {}),
    });
    if (state === 'ready' && media) return media;
    if (state === 'refused') throw new Problem(isProblemCode(problem) ? problem : 'picture-unreadable');
  }
  throw new Problem('overloaded');
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** The protocol's client hands on the answer it could not use; ours is a problem like every other. */
function refusalOf(error: Error): Error {
  const response = 'originalResponse' in error ? (error.originalResponse as { getBody(): string } | null) : null;
  if (!response) return new Unreachable(error);
  try {
    const body = JSON.parse(response.getBody()) as ProblemBody;
    return isProblemCode(body.code) ? new Problem(body.code, body.detail) : new Problem('internal');
  } catch {
    return new Problem('internal', undefined, { cause: error });
  }
}

function isProblemCode(code: unknown): code is keyof typeof problems {
  return typeof code === 'string' && code in problems;
}
