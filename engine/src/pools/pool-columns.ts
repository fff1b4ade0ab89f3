import { column } from '../memory/columns.ts';

/** Where a note stands; `poolState`. Values are stored: only append. */
export const poolStates = {
  /** Not in the pools: no compliant note stands in this row. */
  none: 0,
  /** Its first pool is promised and not yet full. */
  waiting: 1,
  /** Below the bound of its pool. */
  rising: 2,
  /** At the bound, neither good enough nor bad enough: shown by chance. */
  undecided: 3,
  stopped: 4,
  /** Past the last pool. */
  open: 5,
} as const;

/** Heads of the scorer, one counter each (`heads` of traffic/facts.ts). */
export const HEADS = 8;

// A quarter of an hour: finer than anything a deadline of a day needs, and coarse enough to look at all of them for each page.
export const SLOT_SECONDS = 900;

/** Number of the deadline slot in which a second falls; its place in the ring is the rest by `DEADLINE_SLOTS`. */
export function slotAt(second: number): number {
  return Math.floor(second / SLOT_SECONDS);
}

/** Deadline slots in the ring: 64 hours, so that deadlines of up to 60 hours never meet their own tail. */
export const DEADLINE_SLOTS = 256;
/** Steps of what remains of a quota, an eighth each. */
export const REMAINING_STEPS = 8;
/** Newcomers' notes and those of all others wait apart: their urgency may be multiplied. */
export const LANES = 2;
/** Lane of newcomers' notes; the other is 0. */
export const NEWCOMER_LANE = 1;
export const BUCKETS = LANES * REMAINING_STEPS * DEADLINE_SLOTS;

export const AUTHOR_SLOTS = 65_536;
export const GROUP_SLOTS = 65_536;
export const CELLS = 4_096;
/** A third of an octave each, from 2⁻⁸ to 2^2.7: value rates between 0.004 and 6.3. */
export const RATE_BINS = 32;

/** Indexes into `poolHouse`. */
export const house = {
  startedAt: 0,
  countedAt: 1,
  impressionsOfDay: 2,
  notesOfDay: 3,
  pacedAt: 4,
  impressionsOfPace: 5,
  /** Guarantees of newcomers and of all, kept and missed, decayed. */
  keptAt: 6,
  keptNewcomer: 7,
  missedNewcomer: 8,
  kept: 9,
  missed: 10,
  waiting: 11,
  sweptSlot: 12,
  valuedAt: 13,
  valuedImpressions: 14,
  now: 15,
  /** Eight decayed sums of acts by head follow. */
  acts: 16,
} as const;
export const HOUSE_NUMBERS = 24;

/**
 * First pools and the ladder: 45 bytes a note, and 2.2 MB of tables of fixed size. Identical in every replica.
 * Seconds since the epoch unless said otherwise.
 */
export const poolColumns = {
  poolState: column('u8', 'notes'),
  /** 1 for the first pool, one more than the number of pools for an open note. */
  poolLevel: column('u8', 'notes'),
  /** Chance of being shown beyond the bound of its pool, in 255ths. */
  poolAdmission: column('u8', 'notes'),
  /** Bucket of the queue in which the note waits, plus one. */
  poolBucket: column('u16', 'notes'),
  poolQuota: column('u16', 'notes'),
  /** Free impressions while waiting. */
  poolDelivered: column('u16', 'notes'),
  poolDeadline: column('u32', 'notes'),
  /** Neighbours in the bucket, rows plus one. */
  poolNext: column('u32', 'notes'),
  poolPrevious: column('u32', 'notes'),
  /** All impressions, of every kind of traffic. */
  poolImpressions: column('u32', 'notes'),
  /** Impressions at which the note is judged next. */
  poolJudgedAt: column('u32', 'notes'),
  poolActs: column('u16', 'notes', HEADS),

  /** First and last row of each bucket, plus one. */
  poolFirst: column('u32', BUCKETS),
  poolLast: column('u32', BUCKETS),
  /** Waiting notes of each bucket. */
  poolBucketSize: column('u32', BUCKETS),
  /** Impressions that the notes of each deadline slot still wait for. */
  poolSlotOwed: column('i32', DEADLINE_SLOTS),

  /** Author's row plus one, day since the epoch, guaranteed notes on that day. */
  poolAuthor: column('u32', AUTHOR_SLOTS),
  poolAuthorDay: column('u32', AUTHOR_SLOTS),
  poolAuthorNotes: column('u16', AUTHOR_SLOTS),

  /** Near-duplicates: group, its waiting row plus one, impressions the group has had, when last used. */
  poolGroup: column('u32', GROUP_SLOTS),
  poolGroupRow: column('u32', GROUP_SLOTS),
  poolGroupUsed: column('u16', GROUP_SLOTS),
  poolGroupAt: column('u32', GROUP_SLOTS),

  /** Cells of topic × language × age: decayed histogram of the value rates of their notes. */
  poolCell: column('u32', CELLS),
  poolCellAt: column('u32', CELLS),
  poolCellRates: column('f32', CELLS, RATE_BINS),

  poolHouse: column('f64', HOUSE_NUMBERS),
} as const;

export const TICKET_SLOTS = 262_144;

/**
 * What only this process knows: the slots it has handed out. Not part of snapshots, changed with Atomics by all threads of the
 * process. 2 bytes a note, and 4 MB.
 */
export const poolLocalColumns = {
  /** First-pool slots that this process may still hand out. */
  poolTickets: column('i16', 'notes'),
  /** Handed out and neither seen nor expired: name of note and viewer (0: free), row, when (0: being written). */
  poolTicket: column('i32', TICKET_SLOTS),
  poolTicketRow: column('u32', TICKET_SLOTS),
  /** Deadline of the note it was for: rows are used again. */
  poolTicketFor: column('u32', TICKET_SLOTS),
  poolTicketAt: column('u32', TICKET_SLOTS),
  /** 1: tickets come from leases only; 0: this process alone hands them out. */
  poolIsLeased: column('i32', 1),
} as const;
