import type { Clock } from '../../../platform/clock.ts';
import type { InstalledModel, ModelStore } from './model-store.ts';
import { modelKey, type Route } from './routes.ts';

/** Models that could not be brought to translate; each is left alone for a while. */
export interface FailingModels {
  mark(model: InstalledModel, detail: string): void;
  find(route: Route): string | undefined;
  /** `zh-en: reason` for each installed model. */
  list(): string[];
}

export function createFailingModels(given: {
  models: ModelStore;
  clock: Clock;
  forMilliseconds: number;
}): FailingModels {
  const { models, clock, forMilliseconds } = given;
  const failures = new Map<string, { detail: string; until: number }>();
  const detailOf = (model: InstalledModel) => {
    const failure = failures.get(modelKey(model));
    return failure && failure.until > clock.now() ? `${model.from}-${model.to}: ${failure.detail}` : undefined;
  };
  return {
    mark(model, detail) {
      failures.set(modelKey(model), { detail, until: clock.now() + forMilliseconds });
    },
    find: (route) => route.map(detailOf).find((detail) => detail !== undefined),
    list: () => models.installed().flatMap((model) => detailOf(model) ?? []),
  };
}
