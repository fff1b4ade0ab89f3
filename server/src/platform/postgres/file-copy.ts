import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const parallelCopies = 8;

/** Copies one file, flushed to disk, and returns the SHA-256 of what was written. */
export async function copyHashed(source: string, target: string): Promise<string> {
  const hash = createHash('sha256');
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  // The source is opened first, so that one that has vanished leaves no empty file behind.
  const input = await open(source, 'r');
  const output = createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(input.createReadStream(), hashing(hash), output);
  return hash.digest('hex');
}

/** Writes a file that is on disk when this resolves. */
export async function writeFlushed(target: string, content: string | Buffer): Promise<string> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const handle = await open(target, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return createHash('sha256').update(content).digest('hex');
}

/** Runs a task for every item, a few at a time: flushing each file alone would wait for the disk most of the time. */
export async function forEachFew<T>(
  items: Iterable<T> | AsyncIterable<T>,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  try {
    for await (const item of items) {
      const one: Promise<void> = task(item).finally(() => running.delete(one));
      running.add(one);
      if (running.size >= parallelCopies) await Promise.race(running);
    }
    await Promise.all(running);
  } finally {
    await Promise.allSettled(running);
  }
}

export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

function hashing(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}
