import type { ModelView } from '@teahouse/contract';
import type { PairFigures } from '../data/translation-operations.ts';

export interface PairRates {
  hits: number | undefined;
  heldPer10000: number | undefined;
  reportedPer10000: number | undefined;
}

/** Shares of one pair; a share of nothing is none. */
export function ratesOf({ asked, cached, made, held, reported }: PairFigures): PairRates {
  const told = made + cached;
  return {
    hits: asked === 0 ? undefined : cached / asked,
    heldPer10000: told === 0 ? undefined : (held / told) * 10_000,
    reportedPer10000: told === 0 ? undefined : (reported / told) * 10_000,
  };
}

/** What is here or on its way, and what could be; the latter narrowed by words from a pair's names. */
export function arrangeModels(models: readonly ModelView[], search: string, nameOf: (model: ModelView) => string) {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (model: ModelView) => {
    const name = `${nameOf(model)} ${model.from}-${model.to}`.toLowerCase();
    return wanted.every((word) => name.includes(word));
  };
  return {
    present: models.filter(({ state }) => state !== 'available'),
    offered: models.filter((model) => model.state === 'available' && fits(model)),
  };
}
