import type { FastifyInstance } from 'fastify';
import type { Deps } from '../platform/deps.ts';
import type { ShareSubjects } from '../share/index.ts';
import type { HouseDeps } from './house-deps.ts';
import { mountPages } from './pages/page-routes.ts';
import { houseHandlers } from './routes.ts';

export { openSettings, type Settings, type SettingValues } from './settings.ts';

export function createHouse(
  { db, clock, ids, config, houseState }: Deps,
  others: Pick<HouseDeps, 'readers' | 'settings' | 'rulesVersion' | 'forgetSessions'>,
) {
  return {
    handlers: houseHandlers({ db, clock, ids, config, houseState, ...others }),
    mountPages: (http: FastifyInstance, { share }: { share: { subjects: ShareSubjects } }) =>
      mountPages(http, { config, settings: others.settings, subjects: share.subjects }),
  };
}
