import type { BalanceReader, BalanceWriter } from '../balance/balance.ts';
import { openBalance } from '../balance/open-balance.ts';
import { type HotNotes, openHotNotes } from '../candidates/hot-notes.ts';
import { type NoteLikers, openNoteLikers } from '../candidates/note-likers.ts';
import { openTopicGraph, type TopicGraph } from '../candidates/topic-graph.ts';
import { openTrending, type Trending } from '../candidates/trending.ts';
import { type DotKernel, openDotKernel } from '../kernel/dot-kernel.ts';
import { type Members, openMembers } from '../members/open-members.ts';
import type { Columns } from '../memory/columns.ts';
import type { EngineMemory } from '../memory/engine-memory.ts';
import { type Clusters, openClusters } from '../notes/clusters.ts';
import type { NoteStore } from '../notes/note-store.ts';
import { openNoteStore } from '../notes/open-note-store.ts';
import { openPools } from '../pools/open-pools.ts';
import type { Pools, Transition } from '../pools/pools.ts';
import { openTransitions, type Transitions } from '../relevance/transitions.ts';
import { openScorer, type Scorer } from '../scoring/scorer.ts';
import type { engineColumns, localColumns } from './engine-columns.ts';
import type { TrafficPolicy } from './policy.ts';
import { openPolicy, type PolicyInForce } from './policy-columns.ts';
import { openPromotions, type Promotions } from './promotions.ts';

export type EngineColumns = Columns<typeof engineColumns>;

/** The parts of the engine over one memory, as one thread sees them. */
export interface EngineParts {
  readonly columns: EngineColumns;
  /** What this process alone knows. */
  readonly local: Columns<typeof localColumns>;
  readonly kernel: DotKernel;
  readonly store: NoteStore;
  readonly clusters: Clusters;
  readonly hot: HotNotes;
  readonly transitions: Transitions;
  readonly likers: NoteLikers;
  readonly graph: TopicGraph;
  readonly trending: Trending;
  readonly members: Members;
  readonly scorer: Scorer;
  readonly pools: Pools;
  readonly balance: BalanceWriter & BalanceReader;
  readonly promotions: Promotions;
  readonly policy: PolicyInForce;
  /** Takes over the policy that the writer may have changed. */
  followPolicy(): void;
}

export interface EngineMemories {
  state: EngineMemory<typeof engineColumns>;
  local: EngineMemory<typeof localColumns>;
}

/**
 * @param thread whose scratch is used; no two threads take the same
 * @param emit what happened to a note in its pools
 */
export function openEngineParts(
  { state, local }: EngineMemories,
  thread: number,
  firstPolicy: TrafficPolicy | undefined,
  emit?: (transition: Transition) => void,
): EngineParts {
  const { columns, wasm } = state;
  const scratch = state.scratchOf(thread);
  const policy = openPolicy(columns, firstPolicy);
  const transitions = openTransitions(columns);
  const clusters = openClusters(columns, columns.noteVector, scratch, wasm);
  const likers = openNoteLikers(columns);
  const trending = openTrending(columns);
  const pools = openPools({ ...columns, ...local.columns }, columns, policy.read(), emit);
  const store = openNoteStore(columns, { note: freeNote });
  const generationOf = (row: number) => columns.transitionGeneration[row] ?? 0;
  const members = openMembers(columns, { ...columns, rowOfHash: store.rowOfHash, generationOf });
  const balance = openBalance(columns, columns, policy.read());
  let followed = policy.read();

  /** The row is about to hold another note: nothing of the former one may stay. */
  function freeNote(row: number): void {
    pools.leave(row);
    clusters.forget(row);
    transitions.forget(row);
    likers.forget(row);
    trending.forget(row);
  }

  return {
    columns,
    local: local.columns,
    kernel: openDotKernel(columns.noteVector, scratch, wasm),
    store,
    clusters,
    hot: openHotNotes(clusters, columns),
    transitions,
    likers,
    graph: openTopicGraph(columns),
    trending,
    members,
    scorer: openScorer(columns),
    pools,
    balance,
    promotions: openPromotions(columns, store),
    policy,
    followPolicy() {
      const inForce = policy.read();
      if (inForce === followed) return;
      followed = inForce;
      pools.usePolicy(inForce);
      balance.usePolicy(inForce);
    },
  };
}
