import { type HouseOptions, type HouseProcess, startHouse } from '../process/house-process.ts';
import { openTemporaryFolder } from '../process/temporary-folder.ts';

export interface FaultCase {
  name: string;
  expectation: string;
  run(): Promise<Outcome>;
}

export interface Outcome {
  measured: string;
  held: boolean;
  /** What is missing on this machine for the case to run at all; then nothing was measured. */
  missing?: string;
}

/** Claims joined to one outcome: it held when all of them did. */
export function outcomeOf(claims: readonly (readonly [measured: string, held: boolean])[]): Outcome {
  return {
    measured: claims.map(([measured, held]) => (held ? measured : `✗ ${measured}`)).join(' · '),
    held: claims.every(([, held]) => held),
  };
}

/** No limits: the cases count writes, not patience. */
export const withoutLimits = { TEAHOUSE_RATE_LIMIT_SCALE: '0' };

/** Runs `work` in a new house; nothing of it stays, however it ends. */
export async function inNewHouse<T>(
  env: NonNullable<HouseOptions['env']>,
  work: (house: HouseProcess) => Promise<T>,
): Promise<T> {
  using folder = openTemporaryFolder('faults');
  await using house = await startHouse({ dataDir: `${folder.path}/data`, env });
  return await work(house);
}
