import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import type { Settings } from './settings.ts';

/** What the use cases of this feature share. */
export interface HouseDeps extends Pick<Deps, 'db' | 'clock' | 'ids' | 'config' | 'houseState'> {
  readers: Pick<Readers, 'members'>;
  settings: Settings;
  rulesVersion: number;
  /** What is remembered about a member's sessions is read again from now on. */
  forgetSessions: (memberId: string) => void;
}
