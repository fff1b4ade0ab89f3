import { mix32 } from '../hash.ts';
import type { Columns } from '../memory/columns.ts';
import { GROUP_SLOTS, type poolColumns } from './pool-columns.ts';

type GroupColumns = Pick<Columns<typeof poolColumns>, 'poolGroup' | 'poolGroupRow' | 'poolGroupUsed' | 'poolGroupAt'>;

const PROBES = 8;

/** One quota for all near-duplicates of each other: what the group has had, and which of its notes waits. */
export interface DuplicateGroups {
  /** Row that waits for the group, or −1. */
  waitingOf(group: number): number;
  /** Impressions that notes of the group have had of their shared quota. */
  usedBy(group: number): number;
  /** @param row −1: none of the group waits any more */
  note(group: number, row: number, used: number, now: number): void;
}

/** @param now seconds since the epoch; the group that was used longest ago makes room */
export function openDuplicateGroups({
  poolGroup,
  poolGroupRow,
  poolGroupUsed,
  poolGroupAt,
}: GroupColumns): DuplicateGroups {
  function slotOf(group: number): number {
    for (let probe = 0; probe < PROBES; probe += 1) {
      const slot = (mix32(group) + probe) % GROUP_SLOTS;
      if (poolGroup[slot] === group) return slot;
    }
    return -1;
  }

  function slotToUse(group: number): number {
    let best = slotOf(group);
    if (best >= 0) return best;
    best = mix32(group) % GROUP_SLOTS;
    for (let probe = 1; probe < PROBES; probe += 1) {
      const slot = (mix32(group) + probe) % GROUP_SLOTS;
      if ((poolGroupAt[slot] as number) < (poolGroupAt[best] as number)) best = slot;
    }
    return best;
  }

  return {
    waitingOf(group) {
      const slot = slotOf(group);
      return slot < 0 ? -1 : (poolGroupRow[slot] as number) - 1;
    },
    usedBy(group) {
      const slot = slotOf(group);
      return slot < 0 ? 0 : (poolGroupUsed[slot] as number);
    },
    note(group, row, used, now) {
      const slot = slotToUse(group);
      poolGroup[slot] = group;
      poolGroupRow[slot] = row + 1;
      poolGroupUsed[slot] = used;
      poolGroupAt[slot] = now;
    },
  };
}
