import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { PullFailure } from './pull-failure.ts';
import { getFromRegistry, unreachable } from './registry-request.ts';

export interface Patience {
  /** A connection that brings less than {@link leastBytesPerWatch} in this time is given up. */
  stallMilliseconds: number;
  /** Waits before another try; a try that brought something starts them over. */
  retryDelays: readonly number[];
}

export const defaultPatience: Patience = { stallMilliseconds: 30_000, retryDelays: [1_000, 4_000, 15_000] };

export interface Download {
  url: URL;
  /** The unfinished file; it stays when a download breaks off, and the next one goes on from there. */
  part: string;
  bytes: number;
  patience: Patience;
  signal: AbortSignal;
  onBytes(received: number): void;
}

const leastBytesPerWatch = 1_024;

/** A try that brought less counts as none, so that a server that cuts every answer cannot keep us busy for ever. */
const worthwhileBytes = 65_536;

/**
 * Fetches one attachment, going on where an earlier download stopped, and returns whether it was put together from several
 * answers. What it holds is for the caller to check. Throws {@link PullFailure}.
 */
export async function downloadAttachment(download: Download): Promise<{ isStitched: boolean }> {
  const { part, bytes, patience, signal } = download;
  let isStitched = (await sizeOf(part)) > 0;
  let failures = 0;
  while (true) {
    const before = await forgetOverlong(part, bytes);
    download.onBytes(before);
    if (before === bytes) return { isStitched };
    isStitched ||= before > 0;
    try {
      await continuePart(download, before);
    } catch (error) {
      const failure = unreachable(download.url, error, signal);
      failures = (await sizeOf(part)) - before >= worthwhileBytes ? 1 : failures + 1;
      const wait = patience.retryDelays[failures - 1];
      if (failure.kind !== 'unreachable' || wait === undefined) throw failure;
      await delay(wait, undefined, { signal }).catch((reason: unknown) => {
        throw unreachable(download.url, reason, signal);
      });
    }
  }
}

export async function forgetPart(part: string): Promise<void> {
  await rm(part, { force: true });
  await rm(tagFile(part), { force: true });
}

export async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}

async function continuePart({ url, part, bytes, patience, signal, onBytes }: Download, have: number): Promise<void> {
  const watch = watchForStall(patience.stallMilliseconds);
  try {
    const response = await getFromRegistry(
      url,
      await rangeHeaders(part, have),
      AbortSignal.any([signal, watch.signal]),
    );
    const offset = await startOf(response, have, bytes, url);
    if (offset === undefined) return await forgetPart(part);
    if (offset === 0) await rememberTag(part, response);
    await using file = await open(part, offset === 0 ? 'w' : 'a', 0o600);
    let received = offset;
    for await (const chunk of response.body ?? []) {
      received += chunk.length;
      if (received > bytes) throw new PullFailure('refused', `${url.href} is longer than the registry says.`);
      await file.writeFile(chunk);
      watch.count(chunk.length);
      onBytes(received);
    }
    if (received < bytes) throw new PullFailure('unreachable', `${url.host} stopped in the middle of a file.`);
    await file.datasync();
  } catch (error) {
    throw noSpace(error) ?? error;
  } finally {
    watch.stop();
  }
}

async function rangeHeaders(part: string, have: number): Promise<Record<string, string>> {
  if (have === 0) return {};
  const tag = await readFile(tagFile(part), 'utf8').catch(() => '');
  const range = { range: `bytes=${have}-` };
  return isStrongTag(tag) ? { ...range, 'if-range': tag } : range;
}

/** Where the body begins; undefined when the server cannot go on from what we have, so that we begin again. */
async function startOf(response: Response, have: number, bytes: number, url: URL): Promise<number | undefined> {
  const { status, headers } = response;
  if (status === 416 || (status === 206 && !continuesAt(headers.get('content-range'), have, bytes))) {
    await response.body?.cancel();
    if (have === 0) throw new PullFailure('refused', `${url.href} does not have the length the registry says.`);
    return undefined;
  }
  const length = headers.get('content-length');
  const expected = status === 206 ? bytes - have : bytes;
  if (length !== null && Number(length) !== expected) {
    await response.body?.cancel();
    throw new PullFailure('refused', `${url.href} does not have the length the registry says.`);
  }
  return status === 206 ? have : 0;
}

function continuesAt(contentRange: string | null, have: number, bytes: number): boolean {
  const [, start, end, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(contentRange ?? '') ?? [];
  return Number(start) === have && Number(end) === bytes - 1 && (total === '*' || Number(total) === bytes);
}

async function rememberTag(part: string, response: Response): Promise<void> {
  const tag = response.headers.get('etag') ?? '';
  await writeFile(tagFile(part), isStrongTag(tag) ? tag : '', { mode: 0o600 });
}

/** Only strong validators may stand in If-Range (RFC 9110, 13.1.5). */
function isStrongTag(tag: string): boolean {
  return /^"[\x21\x23-\x7e]{1,200}"$/.test(tag);
}

function tagFile(part: string): string {
  return `${part}.etag`;
}

async function forgetOverlong(part: string, bytes: number): Promise<number> {
  const size = await sizeOf(part);
  if (size <= bytes) return size;
  await forgetPart(part);
  return 0;
}

function watchForStall(milliseconds: number) {
  const controller = new AbortController();
  let bytes = 0;
  const timer = setInterval(() => {
    if (bytes < leastBytesPerWatch) controller.abort(new DOMException('Too little came', 'TimeoutError'));
    bytes = 0;
  }, milliseconds);
  return {
    signal: controller.signal,
    count(received: number) {
      bytes += received;
    },
    stop: () => clearInterval(timer),
  };
}

export function noSpace(error: unknown): PullFailure | undefined {
  const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
  return isFull ? new PullFailure('no-space', 'The disk is full.', { cause: error }) : undefined;
}
