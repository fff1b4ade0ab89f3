import type { Columns } from '../memory/columns.ts';
import type { noteColumns } from '../notes/note-columns.ts';
import { memberGroups } from '../traffic/facts.ts';
import type { TrafficPolicy } from '../traffic/policy.ts';
import type { BalanceReader, BalanceWriter, PromiseKeeping } from './balance.ts';
import { GROUPS, house } from './balance-columns.ts';
import { balanceReport } from './balance-report.ts';
import { chanceOf, openBrake } from './brake.ts';
import { control, outputsOf } from './controllers.ts';
import { openExposureCells } from './exposure-cells.ts';
import { openNativeFloor } from './native-floor.ts';
import { type BalanceColumns, topicSlotToUse } from './topic-table.ts';

/** What the balance reads of a note. */
export type BalancedNotes = Pick<
  Columns<typeof noteColumns>,
  'noteTopics' | 'noteAuthor' | 'noteLanguage' | 'noteAuthorGroup' | 'notePublished' | 'noteState'
>;

const NATIVE = memberGroups.indexOf('native');
const NEWCOMER = memberGroups.indexOf('newcomer');
// Mean lifetime of the newcomers' share among what natives see: an hour is a dozen looks of the controllers.
const SHARE_LIFETIME = 3_600;
// Natives who never met a newcomer's note would have a preference of nothing: everybody is allowed a first look.
const LEAST_PREFERENCE = 0.02;
// Seconds are kept in 32 bits.
const MOST_SECONDS = 2 ** 32 - 1;

/**
 * How traffic is shared between cultures: counted, steered when armed, held back when a topic spreads too fast. Every thread opens its own
 * over the same memory; only the writer changes state.
 */
export function openBalance(
  columns: BalanceColumns,
  notes: BalancedNotes,
  firstPolicy: TrafficPolicy,
): BalanceWriter & BalanceReader {
  const { balanceHouse } = columns;
  const topicsPerNote = notes.noteTopics.length / notes.noteAuthor.length;
  let policy = firstPolicy;
  const cells = openExposureCells(columns);
  const floor = openNativeFloor(columns);
  const brake = openBrake(columns, () => policy);

  /** Time only runs forwards: what comes late, or at no time at all, happens now. */
  function catchUp(at: number): number {
    const before = balanceHouse[house.now] as number;
    const now = at / 1_000 > before && at / 1_000 < MOST_SECONDS ? Math.floor(at / 1_000) : before;
    balanceHouse[house.now] = now;
    return now;
  }

  function forTopics(row: number, now: number, visit: (slot: number, now: number) => void): void {
    for (let index = row * topicsPerNote; index < (row + 1) * topicsPerNote; index += 1) {
      const topic = notes.noteTopics[index] as number;
      if (topic !== 0) visit(topicSlotToUse(columns, topic, now), now);
    }
  }

  function groupOf(row: number): number {
    return Math.min(GROUPS - 1, notes.noteAuthorGroup[row] as number);
  }

  function countShare(isNewcomer: boolean, preferred: number, now: number): void {
    const kept = Math.exp(-(now - (balanceHouse[house.sharedAt] as number)) / SHARE_LIFETIME);
    balanceHouse[house.sharedAt] = now;
    const add = (sum: number, change: number) => {
      balanceHouse[sum] = (balanceHouse[sum] as number) * kept + change;
    };
    add(house.shownNewcomers, isNewcomer ? 1 : 0);
    add(house.preferredNewcomers, preferred >= LEAST_PREFERENCE ? Math.min(1, preferred) : LEAST_PREFERENCE);
  }

  function shareOverPreference(): number {
    const preferred = balanceHouse[house.preferredNewcomers] as number;
    return preferred > 0 ? (balanceHouse[house.shownNewcomers] as number) / preferred : 1;
  }

  function steer({ keptNewcomer, lateNewcomer }: PromiseKeeping, now: number): void {
    const since = now - (balanceHouse[house.controlledAt] as number);
    if (since < policy.balance.controlMinutes * 60) return;
    balanceHouse[house.controlledAt] = now;
    // Promises are broken a day later: those that are late tell sooner.
    const promises = Math.min(keptNewcomer, 1 - lateNewcomer);
    const ratio = floor.measure(policy.balance.isArmed, now);
    control(balanceHouse, policy, [ratio, promises, shareOverPreference()], since);
  }

  return {
    usePolicy(changed) {
      policy = changed;
    },

    note(row, at) {
      const now = catchUp(at);
      cells.note(groupOf(row), notes.noteLanguage[row] as number, now);
      if (groupOf(row) === NATIVE) forTopics(row, now, floor.note);
    },

    impression({ row, viewerGroup, traffic, isFirstPool, preferredNewcomers }, at) {
      const now = catchUp(at);
      const viewers = viewerGroup >= 0 && viewerGroup < GROUPS ? viewerGroup : NATIVE;
      cells.impression(groupOf(row), viewers, notes.noteLanguage[row] as number, now);
      if (traffic !== 'free') return;
      if (groupOf(row) === NATIVE) forTopics(row, now, floor.impression);
      if (viewers !== NATIVE) return;
      brake.count(now);
      forTopics(row, now, brake.countTopic);
      if (!isFirstPool) countShare(groupOf(row) === NEWCOMER, preferredNewcomers, now);
    },

    liking(row, viewerGroup, at) {
      const viewers = viewerGroup >= 0 && viewerGroup < GROUPS ? viewerGroup : NATIVE;
      cells.liking(viewers, notes.noteLanguage[row] as number, catchUp(at));
    },

    tick(promises, at) {
      const now = catchUp(at);
      brake.refresh(now);
      steer(promises, now);
    },

    report: (question, at) => balanceReport({ columns, notes, policy, cells, brake }, question, catchUp(at)),
    outputs: () => outputsOf(balanceHouse, policy),
    brakeOf: (topic) => chanceOf(columns, topic + 1),
  };
}
