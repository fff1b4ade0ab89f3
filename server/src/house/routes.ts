import type { houseRoutes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import { getSettings, updateSettings } from './change-settings.ts';
import { createGetHouse } from './get-house.ts';
import type { HouseDeps } from './house-deps.ts';
import { setRole } from './set-role.ts';

export function houseHandlers(deps: HouseDeps): Handlers<typeof houseRoutes> {
  return {
    get: createGetHouse(deps),
    getSettings: () => getSettings(deps),
    updateSettings: ({ body, actor }) => updateSettings(deps, body, actor),
    setRole: ({ params, body, actor }) => setRole(deps, params.handle, body.role, actor),
  };
}
