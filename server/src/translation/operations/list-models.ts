import type { ResponseOf, translationOperationsRoutes } from '@teahouse/contract';
import { type ModelPair, pairName } from '../models/model-pair.ts';
import { type ModelParts, viewModel } from './model-view.ts';

/** What is here, what is coming, and what the registry has; the first two also when the registry is out of reach. */
export async function listModels({
  models,
  pulls,
  offered,
}: ModelParts): Promise<ResponseOf<typeof translationOperationsRoutes.models>> {
  const { list, problem } = await offered.read();
  const [installed, coming] = [models.installed(), pulls.list()];
  const pairs = new Map<string, ModelPair>([...list, ...installed, ...coming].map((one) => [pairName(one), one]));
  const items = [...pairs.values()].map((pair) => viewModel(pair, { installed, coming, list }));
  return {
    items: items.sort((one, other) => pairName(one).localeCompare(pairName(other), 'en')),
    source: offered.source,
    ...(problem === undefined ? {} : { registryProblem: problem }),
  };
}
