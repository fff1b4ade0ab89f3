import { fileURLToPath } from 'node:url';
import { type Route, routes } from '@teahouse/contract';
import type { Plugin } from 'vite';

const contract = fileURLToPath(new URL('../contract/src/', import.meta.url));
const routeTable = `${contract}routes.ts`;

/**
 * The client needs of the contract its types, its constants and where each route lives; the house itself checks every input.
 * So the browser gets the route table without schemas, and the schema library stays out of the first load (some 40 kB).
 */
export function contractForBrowser(): Plugin {
  return {
    name: 'teahouse:contract-for-browser',
    enforce: 'pre',
    load(id) {
      if (id !== routeTable) return null;
      const groups = Object.entries(routes).map(([name, group]) => [name, withoutSchemas(group)]);
      return `export const routes = ${JSON.stringify(Object.fromEntries(groups))};`;
    },
    transform(code, id) {
      // What is not asked for by name may leave the bundle: the contract's modules do nothing when loaded.
      return id.startsWith(contract) ? { code, moduleSideEffects: false } : null;
    },
  };
}

function withoutSchemas(group: Record<string, Route>): Record<string, Pick<Route, 'method' | 'path'>> {
  return Object.fromEntries(Object.entries(group).map(([verb, { method, path }]) => [verb, { method, path }]));
}
