import { NOTE_LISTED } from '../notes/note-columns.ts';
import { type MemberGroup, memberGroups } from '../traffic/facts.ts';
import type { TrafficPolicy } from '../traffic/policy.ts';
import type { BalanceCell, BalanceQuestion, BalanceReport } from './balance.ts';
import { house, LANGUAGES } from './balance-columns.ts';
import type { Brake } from './brake.ts';
import { controllerReports } from './controllers.ts';
import type { ExposureCells } from './exposure-cells.ts';
import { divergence, Inequality } from './inequality.ts';
import type { BalancedNotes } from './open-balance.ts';
import type { BalanceColumns } from './topic-table.ts';

export interface ReportParts {
  columns: BalanceColumns;
  notes: BalancedNotes;
  policy: TrafficPolicy;
  cells: ExposureCells;
  brake: Brake;
}

/** Plain numbers for the pages that show how traffic is shared. @param now seconds since the epoch */
export function balanceReport(parts: ReportParts, question: BalanceQuestion, now: number): BalanceReport {
  const { columns, policy } = parts;
  const cells = parts.cells.list(question.languageOf, now);
  const numbers = columns.balanceHouse;
  return {
    cells,
    gini: giniOf(parts.notes, question, now),
    languageDivergence: byGroup((_, index) =>
      divergence(ofGroup(columns.balanceLiked, index), ofGroup(columns.balanceSeen, index)),
    ),
    disproportion: byGroup((group) => disproportionOf(group, cells, question.active)),
    nativePerNote: {
      now: numbers[house.nativeNow] as number,
      median: numbers[house.nativeMedian] as number,
      ratio: numbers[house.nativeRatio] as number,
    },
    controllers: controllerReports(numbers),
    isArmed: policy.balance.isArmed,
    braked: brakedTopics(parts, now),
  };
}

function byGroup<T>(value: (group: MemberGroup, index: number) => T): Record<MemberGroup, T> {
  return Object.fromEntries(memberGroups.map((group, index) => [group, value(group, index)])) as Record<MemberGroup, T>;
}

function ofGroup(tastes: Float32Array, group: number): Float32Array {
  return tastes.subarray(group * LANGUAGES, (group + 1) * LANGUAGES);
}

function giniOf(
  notes: BalancedNotes,
  { rows, impressions, hours }: BalanceQuestion,
  now: number,
): BalanceReport['gini'] {
  const all = new Inequality();
  const groups = memberGroups.map(() => new Inequality());
  for (let row = 0; row < rows; row += 1) {
    const isCompared =
      ((notes.noteState[row] as number) & NOTE_LISTED) !== 0 &&
      now - (notes.notePublished[row] as number) <= hours * 3_600;
    if (!isCompared) continue;
    all.add(impressions[row] as number);
    groups[notes.noteAuthorGroup[row] as number]?.add(impressions[row] as number);
  }
  return { all: all.gini(), ...byGroup((_, index) => groups[index]?.gini() ?? 0) };
}

/** Share of all impressions against share of active members (design influx "Metrics"). */
function disproportionOf(
  group: MemberGroup,
  cells: readonly BalanceCell[],
  active: BalanceQuestion['active'],
): number | undefined {
  const members = active === undefined ? 0 : Object.values(active).reduce((sum, count) => sum + count, 0);
  const impressions = cells.reduce((sum, cell) => sum + cell.impressions, 0);
  if (active === undefined || active[group] === 0 || impressions === 0) return undefined;
  const own = cells.reduce((sum, cell) => sum + (cell.creators === group ? cell.impressions : 0), 0);
  return own / impressions / (active[group] / members);
}

function brakedTopics({ columns, brake }: ReportParts, now: number): BalanceReport['braked'] {
  brake.refresh(now);
  return [...columns.balanceHeld]
    .filter((place) => place !== 0)
    .map((place) => ({ topic: (columns.balanceTopic[place - 1] as number) - 1, ...brake.reading(place - 1, now) }));
}
