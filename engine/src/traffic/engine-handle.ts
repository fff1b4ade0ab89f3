import { attachEngineMemory, createEngineMemory, type MemoryHandle } from '../memory/engine-memory.ts';
import { type EngineSize, engineCapacities, engineColumns, localColumns } from './engine-columns.ts';
import type { EngineMemories } from './engine-parts.ts';

/** What another thread needs to make pages from the same state: may be posted to a worker. */
export interface EngineHandle {
  readonly state: MemoryHandle;
  readonly local: MemoryHandle;
}

/** @param threads threads that make pages, the writer's own included */
export function createEngineMemories(size: EngineSize, threads: number): EngineMemories {
  const capacities = engineCapacities(size);
  return {
    state: createEngineMemory(engineColumns, capacities, threads),
    local: createEngineMemory(localColumns, { notes: capacities.notes ?? 0 }),
  };
}

export function attachEngineMemories({ state, local }: EngineHandle): EngineMemories {
  return { state: attachEngineMemory(engineColumns, state), local: attachEngineMemory(localColumns, local) };
}

export function handleOf({ state, local }: EngineMemories): EngineHandle {
  return { state: state.handle, local: local.handle };
}
