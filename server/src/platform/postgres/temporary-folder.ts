import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
}

/** For tests: a folder that every user may pass through unless told otherwise, gone at the end of the block. */
export async function temporaryFolder(mode = 0o711): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'tea-'));
  await chmod(path, mode);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}
