import type { TrafficPolicy } from '@teahouse/engine';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';

/** What the accounts of exposure need of those who decide about traffic. */
export interface TrafficState {
  /** In force at the moment. */
  policy(): TrafficPolicy;
  /** Who orders the pages of discovery at the moment. */
  ranking(): 'engine' | 'interim';
}

export interface ExposureDeps extends Deps, TrafficState {
  readers: Pick<Readers, 'cursors' | 'members' | 'notes'>;
}
