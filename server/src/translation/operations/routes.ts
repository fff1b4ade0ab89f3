import type { routes } from '@teahouse/contract';
import type { Handlers } from '../../http/context.ts';
import type { Deps } from '../../platform/deps.ts';
import type { TranslationMemory } from '../memory/translation-memory.ts';
import { exportMemory } from './export-memory.ts';
import { importMemory } from './import-memory.ts';
import { listModels } from './list-models.ts';
import type { ModelParts } from './model-view.ts';
import { type OverviewParts, readOverview } from './read-overview.ts';
import { removeModel } from './remove-model.ts';
import { startPull } from './start-pull.ts';

interface OperationsParts extends Omit<OverviewParts, 'memory'>, ModelParts {
  memory: TranslationMemory;
}

export function translationOperationsHandlers(
  deps: Deps,
  parts: OperationsParts,
): Handlers<typeof routes.translationOperations> {
  return {
    overview: (input) => readOverview(deps, parts, input),
    models: () => listModels(parts),
    pullModel: (input) => startPull(deps, parts, input),
    removeModel: (input) => removeModel(deps, parts, input),
    importMemory: (input) => importMemory(deps, parts, input),
    exportMemory: (input) => exportMemory(parts, input),
  };
}
