import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { noSpace } from './download-attachment.ts';
import { PullFailure } from './pull-failure.ts';
import type { RegistryFile } from './registry-records.ts';

/**
 * Unpacks an attachment and checks both its sides against the registry, in one pass. On any failure nothing is to be used
 * of `to`. Throws {@link PullFailure} `damaged` or `no-space`.
 */
export async function unpackAttachment(
  from: string,
  file: RegistryFile,
  to: string,
  signal: AbortSignal,
): Promise<void> {
  const packed = measure(file.packed.bytes);
  const unpacked = measure(file.unpacked.bytes);
  const steps = [packed.stream, ...decompressors(file), unpacked.stream];
  const output = createWriteStream(to, { flags: 'w', mode: 0o600, flush: true });
  await pipeline([createReadStream(from), ...steps, output], { signal }).catch((error: unknown) => {
    if (signal.aborted) throw new PullFailure('aborted', 'The pull was stopped.', { cause: error });
    if (isSystemError(error)) throw noSpace(error) ?? error;
    throw damaged(file, error);
  });
  if (packed.digest() !== file.packed.hash || unpacked.digest() !== file.unpacked.hash) throw damaged(file);
}

function decompressors({ compression }: RegistryFile): Transform[] {
  if (compression === 'zstd') return [createZstdDecompress()];
  return compression === 'gzip' ? [createGunzip()] : [];
}

/** Passes bytes on and hashes them. It stops at the promised length: a small file that unpacks without end must not fill the disk. */
function measure(limit: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      if (bytes > limit) done(new Error(`longer than ${limit} bytes`));
      else done(null, chunk);
    },
  });
  return { stream, digest: () => hash.digest('hex') };
}

function damaged(file: RegistryFile, cause?: unknown): PullFailure {
  return new PullFailure('damaged', `${file.filename} is not the file the registry names: its checksum differs.`, {
    cause,
  });
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
