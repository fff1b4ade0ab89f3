import { openColumns } from '../memory/columns.ts';
import { noteColumns, TOPICS_PER_NOTE } from '../notes/note-columns.ts';
import { defaultPolicy, type TrafficPolicy } from '../traffic/policy.ts';
import { openPools } from './open-pools.ts';
import { poolColumns, poolLocalColumns } from './pool-columns.ts';
import type { Pools, Transition } from './pools.ts';

/** 13 January 2025, noon: any day will do. */
export const noon = Date.UTC(2025, 0, 13, 12);
export const second = 1_000;
export const hour = 3_600_000;

export interface NewNote {
  author?: number;
  topic?: number;
  language?: number;
  duplicate?: number;
  isNewcomer?: boolean;
  isFirstDay?: boolean;
  at?: number;
}

/** Pools over columns of their own, for tests. */
export interface PoolsWorld {
  pools: Pools;
  columns: ReturnType<typeof openPoolColumns>;
  transitions: Transition[];
  /** Writes the note into the row and lets it enter; the row is its author unless said otherwise. */
  publish(row: number, note?: NewNote): boolean;
}

function openPoolColumns(rows: number) {
  return openColumns({ ...noteColumns, ...poolColumns, ...poolLocalColumns }, { notes: rows });
}

export function poolsWorld(rows = 64, policy: TrafficPolicy = defaultPolicy): PoolsWorld {
  const columns = openPoolColumns(rows);
  const transitions: Transition[] = [];
  const pools = openPools(columns, columns, policy, (transition) => transitions.push(transition));
  return {
    pools,
    columns,
    transitions,
    publish(
      row,
      { author = row, topic = 1, language = 1, duplicate = 0, isNewcomer = false, isFirstDay = false, at = noon } = {},
    ) {
      columns.noteAuthor[row] = author;
      columns.noteTopics[row * TOPICS_PER_NOTE] = topic;
      columns.noteLanguage[row] = language;
      columns.noteDuplicate[row] = duplicate;
      columns.noteAuthorGroup[row] = isNewcomer ? 1 : 0;
      columns.notePublished[row] = at / 1_000;
      return pools.enter(row, { isFirstDay }, at);
    },
  };
}
