import { DataFolderBusy, lockDataFolder } from '../../platform/postgres/data-lock.ts';
import { pullFolder } from './model-manifest.ts';
import { type ModelPair, pairName } from './model-pair.ts';
import { PullFailure } from './pull-failure.ts';

/** One hand at a pair, among all processes that share the data folder; freed when the process ends, however it ends. */
export async function lockPair(dataDir: string, pair: ModelPair): Promise<AsyncDisposable> {
  try {
    const lock = await lockDataFolder(pullFolder(dataDir, pair));
    return { [Symbol.asyncDispose]: () => lock.release() };
  } catch (error) {
    if (!(error instanceof DataFolderBusy)) throw error;
    throw new PullFailure('busy', `${pairName(pair)} is being fetched or removed already.`, { cause: error });
  }
}
