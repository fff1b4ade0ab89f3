import type { Route } from '@teahouse/contract';
import type { Scenario } from './scenarios.ts';

export interface RawRequest {
  method: string;
  url: string;
  payload?: string | Buffer | object;
  headers?: Record<string, string>;
}

/** The request of a scenario, with single parts exchanged. */
export function requestOf(route: Route, scenario: Omit<Scenario, 'as'>, changes: Partial<RawRequest> = {}): RawRequest {
  const params = (scenario.params ?? {}) as Record<string, string>;
  const query = new URLSearchParams(
    Object.entries((scenario.query ?? {}) as Record<string, unknown>).map(([key, value]) => [key, String(value)]),
  );
  const path = pathOf(route, params);
  return {
    method: route.method,
    url: query.size > 0 ? `${path}?${query}` : path,
    ...(scenario.body === undefined ? {} : { payload: scenario.body as object }),
    ...(scenario.headers ? { headers: scenario.headers } : {}),
    ...changes,
  };
}

export function pathOf(route: Route, params: Record<string, string>): string {
  return route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
}

export function paramNames(route: Route): string[] {
  return [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
}
