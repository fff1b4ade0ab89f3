import { type ModelView, Problem, type translationOperationsRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Deps } from '../../platform/deps.ts';
import { isSamePair, pairName } from '../models/model-pair.ts';
import { type ModelParts, viewModel } from './model-view.ts';

/** Fetches a model in the background; one on its way already is left to come. */
export async function startPull(
  deps: Pick<Deps, 'db' | 'ids' | 'clock'>,
  { models, pulls, offered }: ModelParts,
  { body, actor }: Input<typeof translationOperationsRoutes.pullModel>,
): Promise<ModelView> {
  const { list, problem } = await offered.read();
  const wanted = list.find((model) => isSamePair(model, body));
  if (!wanted && problem === undefined) throw new Problem('not-found');
  const installed = models.installed();
  if (wanted && installed.some(({ state, hash }) => state === 'ready' && hash === wanted.hash))
    throw new Problem('conflict', 'This model is installed.');
  const pull = pulls.start({ from: body.from, to: body.to });
  await writeAudit(deps, deps.db, {
    actorId: actor.memberId,
    verb: 'model.pull',
    subjectKind: 'model',
    subjectId: pairName(body),
  });
  return viewModel(body, { installed, coming: [pull], list });
}
