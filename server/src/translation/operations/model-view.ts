import type { ModelView } from '@teahouse/contract';
import type { InstalledModel } from '../engines/bergamot/model-store.ts';
import type { ModelFolder } from '../models/model-folder.ts';
import { isSamePair, type ModelPair } from '../models/model-pair.ts';
import type { ModelPulls, PullView } from '../models/pull-queue.ts';
import type { RegistryModel } from '../models/registry-records.ts';
import type { OfferedModels } from './offered-models.ts';

export interface ModelParts {
  models: Pick<ModelFolder, 'installed' | 'remove'>;
  pulls: Pick<ModelPulls, 'start' | 'cancel' | 'list'>;
  offered: OfferedModels;
}

export interface KnownModels {
  installed: readonly InstalledModel[];
  coming: readonly PullView[];
  list: readonly RegistryModel[];
}

/** A pull under way or failed says more than what is here; a finished one is here. */
export function viewModel({ from, to }: ModelPair, { installed, coming, list }: KnownModels): ModelView {
  const isThis = (one: ModelPair) => isSamePair(one, { from, to });
  const [here, offer] = [installed.find(isThis), list.find(isThis)];
  const pull = coming.find((one) => isThis(one) && one.state !== 'ready');
  const { version = '', architecture = '' } = (pull ? offer : (here ?? offer)) ?? {};
  const about = { from, to, version, architecture };
  if (!pull) return { ...about, bytes: here?.bytes ?? offer?.downloadBytes ?? 0, state: here?.state ?? 'available' };
  return {
    ...about,
    bytes: pull.totalBytes || (offer?.downloadBytes ?? 0),
    state: pull.state,
    receivedBytes: pull.receivedBytes,
    ...(pull.problem ? { problem: pull.problem.detail } : {}),
  };
}
