import { Problem, type translationOperationsRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Deps } from '../../platform/deps.ts';
import { isSamePair, type ModelPair, pairName } from '../models/model-pair.ts';
import { PullFailure } from '../models/pull-failure.ts';
import type { PullView } from '../models/pull-queue.ts';
import type { ModelParts } from './model-view.ts';

/** Stops fetching a model that is on its way; removes one that is here. */
export async function removeModel(
  deps: Pick<Deps, 'db' | 'ids' | 'clock'>,
  { models, pulls }: ModelParts,
  { params, actor }: Input<typeof translationOperationsRoutes.removeModel>,
): Promise<undefined> {
  const pair = { from: params.from, to: params.to };
  const pull = pulls.list().find((one) => isSamePair(one, pair));
  if (pull) pulls.cancel(pair);
  const isStopped = pull !== undefined && isUnderWay(pull);
  if (!isStopped && !(await removeInstalled(models, pair)) && !pull) throw new Problem('not-found');
  await writeAudit(deps, deps.db, {
    actorId: actor.memberId,
    verb: 'model.remove',
    subjectKind: 'model',
    subjectId: pairName(pair),
  });
}

async function removeInstalled(models: ModelParts['models'], pair: ModelPair): Promise<boolean> {
  try {
    return await models.remove(pair);
  } catch (error) {
    if (error instanceof PullFailure && error.kind === 'busy')
      throw new Problem('conflict', 'Another process is fetching this model.', { cause: error });
    throw error;
  }
}

function isUnderWay({ state }: PullView): boolean {
  return state !== 'ready' && state !== 'failed';
}
