import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder extends Disposable {
  readonly path: string;
}

/** A folder for one run. Others may pass through it: the database runs as a user of its own when root starts it. */
export function openTemporaryFolder(name: string, { isKept = false } = {}): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), `teahouse-${name}-`));
  chmodSync(path, 0o711);
  return {
    path,
    [Symbol.dispose]() {
      if (!isKept) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
