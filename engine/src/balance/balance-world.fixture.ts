import { openColumns } from '../memory/columns.ts';
import { NOTE_LISTED, noteColumns, TOPICS_PER_NOTE } from '../notes/note-columns.ts';
import type { MemberGroup } from '../traffic/facts.ts';
import { memberGroups } from '../traffic/facts.ts';
import { defaultPolicy, type TrafficPolicy } from '../traffic/policy.ts';
import type { BalanceReader, BalanceWriter } from './balance.ts';
import { balanceColumns } from './balance-columns.ts';
import { openBalance } from './open-balance.ts';

export const noon = Date.UTC(2025, 0, 13, 12);
export const minute = 60_000;
export const hour = 3_600_000;

export const armed: TrafficPolicy = { ...defaultPolicy, balance: { ...defaultPolicy.balance, isArmed: true } };
export const allKept = { keptNewcomer: 1, lateNewcomer: 0 };

/** Balance over columns of its own, for tests. */
export interface BalanceWorld {
  balance: BalanceWriter & BalanceReader;
  columns: ReturnType<typeof openBalanceColumns>;
  /** @param topics rows in the table of topics */
  publish(row: number, creators: MemberGroup, topics: readonly number[], language: number, at: number): void;
  show(
    row: number,
    viewers: MemberGroup,
    at: number,
    some?: { isFirstPool?: boolean; preferredNewcomers?: number },
  ): void;
}

function openBalanceColumns(rows: number) {
  return openColumns({ ...noteColumns, ...balanceColumns }, { notes: rows });
}

export function balanceWorld(policy: TrafficPolicy = defaultPolicy, rows = 64): BalanceWorld {
  const columns = openBalanceColumns(rows);
  const balance = openBalance(columns, columns, policy);
  return {
    balance,
    columns,
    publish(row, creators, topics, language, at) {
      columns.noteTopics.fill(0, row * TOPICS_PER_NOTE, (row + 1) * TOPICS_PER_NOTE);
      for (const [index, topic] of topics.entries()) columns.noteTopics[row * TOPICS_PER_NOTE + index] = topic + 1;
      columns.noteLanguage[row] = language;
      columns.noteAuthorGroup[row] = memberGroups.indexOf(creators);
      columns.notePublished[row] = at / 1_000;
      columns.noteState[row] = NOTE_LISTED;
      balance.note(row, at);
    },
    show(row, viewers, at, { isFirstPool = false, preferredNewcomers = 0.1 } = {}) {
      const viewerGroup = memberGroups.indexOf(viewers);
      balance.impression({ row, viewerGroup, traffic: 'free', isFirstPool, preferredNewcomers }, at);
    },
  };
}
