import type { InstalledModel } from './model-store.ts';

/** The models that lead from one language to another: one, or two by way of English. */
export type Route = readonly [InstalledModel] | readonly [InstalledModel, InstalledModel];

const pivot = 'en';

export function findRoute(installed: readonly InstalledModel[], from: string, to: string): Route | undefined {
  const find = (source: string, target: string) =>
    installed.find((model) => model.state === 'ready' && model.from === source && model.to === target);
  const direct = find(from, to);
  if (direct) return [direct];
  const toPivot = find(from, pivot);
  const fromPivot = find(pivot, to);
  return from !== to && toPivot && fromPivot ? [toPivot, fromPivot] : undefined;
}

/** Names a model's very files, so that a replaced model is another one. */
export function modelKey({ from, to, hash }: Pick<InstalledModel, 'from' | 'to' | 'hash'>): string {
  return `${from}-${to}@${hash}`;
}
