import type { Deps } from '../../platform/deps.ts';
import type { Readers } from '../../readers.ts';

/** What the use cases of members' controls share. */
export interface ControlsDeps extends Pick<Deps, 'db' | 'clock' | 'events'> {
  readers: Pick<Readers, 'cursors' | 'members' | 'notes' | 'tastes'>;
  /** Days after which half of what was taken from a spared thing has come back. */
  halfLifeDays: () => number;
}
