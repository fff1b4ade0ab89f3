import { Problem, type Route } from '@teahouse/contract';
import type { Handlers } from './http/context.ts';

/** Stands in for a feature that is being built. */
export function notYet<G extends Record<string, Route>>(group: G): Handlers<G> {
  const refuse = () => {
    throw new Problem('not-found');
  };
  return Object.fromEntries(Object.keys(group).map((key) => [key, refuse])) as unknown as Handlers<G>;
}
