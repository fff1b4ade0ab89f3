import { balanceColumns } from '../balance/balance-columns.ts';
import { likerColumns } from '../candidates/note-likers.ts';
import { topicGraphColumns } from '../candidates/topic-graph.ts';
import { trendColumns } from '../candidates/trending.ts';
import { memberColumns } from '../members/member-columns.ts';
import type { Capacities, ColumnSpec, ColumnType } from '../memory/columns.ts';
import { clusterColumns } from '../notes/cluster-columns.ts';
import { noteCapacities, noteStoreColumns } from '../notes/note-store-columns.ts';
import { poolColumns, poolLocalColumns } from '../pools/pool-columns.ts';
import { transitionColumns } from '../relevance/transitions.ts';
import { pendingColumns } from '../scoring/pending.ts';
import { scorerColumns } from '../scoring/scorer.ts';
import { clockColumns } from './clock.ts';
import { policyColumns } from './policy-columns.ts';
import { promotionColumns } from './promotions.ts';

/** Everything that two replicas which applied the same facts have byte for byte alike: what a snapshot holds. */
export const engineColumns = {
  ...noteStoreColumns,
  ...clusterColumns,
  ...transitionColumns,
  ...poolColumns,
  ...topicGraphColumns,
  ...likerColumns,
  ...trendColumns,
  ...memberColumns,
  ...scorerColumns,
  ...pendingColumns,
  ...balanceColumns,
  ...policyColumns,
  ...promotionColumns,
  ...clockColumns,
} as const;

/** What one process alone knows: tickets for first-pool slots that were handed out. In no snapshot. */
export const localColumns = { ...poolLocalColumns } as const;

/** How many notes and members an engine has room for; the rest follows from them. */
export interface EngineSize {
  notes: number;
  members: number;
  /** Rows of the table of rates, a power of two; smaller for tests only, since it does not grow with a snapshot. */
  rates?: number;
  /** Impressions that wait for what comes of them, a power of two. */
  pending?: number;
}

/** 28 MB: notes, authors, topics and viewers with what they have to do with each other, most of it soon forgotten. */
const RATES = 2 ** 18;
/** 4 MB of factors. */
const TASTES = 2 ** 16;
/** Half an hour at 36 impressions a second. */
const PENDING = 65_536;

/**
 * Room for so many notes and members. Members' words and searches have a row for every eighth, earlier interests for every fourth
 * (members/member-columns.ts), likers for every thirty-second note (candidates/note-likers.ts).
 */
export function engineCapacities({ notes, members, rates = RATES, pending = PENDING }: EngineSize): Capacities {
  const room = Math.max(64, Math.ceil(notes));
  const people = Math.max(64, Math.ceil(members));
  return {
    ...noteCapacities(room),
    members: people,
    memberControls: Math.max(64, Math.ceil(people / 8)),
    memberDays: Math.max(64, Math.ceil(people / 4)),
    liked: Math.max(256, Math.ceil(room / 128) * 4),
    rates,
    tastes: Math.min(TASTES, rates),
    pending,
  };
}

/** What a note and a member take in memory, with their part of what is counted in other rows. */
export function bytesPerRow(capacities: Capacities): { note: number; member: number } {
  const sums = { note: 0, member: 0 };
  for (const { type, rows, per } of Object.values<ColumnSpec>({ ...engineColumns, ...localColumns })) {
    const owner = ownerOfRows[rows];
    if (owner) sums[owner] += (capacities[rows] ?? 0) * per * bytesOfType[type];
  }
  return { note: sums.note / (capacities.notes ?? 1), member: sums.member / (capacities.members ?? 1) };
}

const ownerOfRows: Readonly<Record<string, 'note' | 'member'>> = {
  notes: 'note',
  authors: 'note',
  topics: 'note',
  liked: 'note',
  members: 'member',
  memberControls: 'member',
  memberDays: 'member',
};
const bytesOfType: Readonly<Record<ColumnType, number>> = {
  i8: 1,
  u8: 1,
  i16: 2,
  u16: 2,
  i32: 4,
  u32: 4,
  f32: 4,
  f64: 8,
};
