import type { Settings } from '../house/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';

/** What the use cases of this feature share. */
export interface MemberDeps extends Pick<Deps, 'db'> {
  readers: Readers;
  settings: Settings;
}
