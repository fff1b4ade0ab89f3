import { exposureRoutes, trafficOperationsRoutes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { ExposureDeps } from './exposure-deps.ts';
import { getNoteExposure } from './get-note-exposure.ts';
import { createHouseAccount } from './house/get-house-exposure.ts';
import { listMyExposure } from './list-my-exposure.ts';
import { listPromotions } from './promotions/list-promotions.ts';
import { promote } from './promotions/promote.ts';
import { stopPromotion } from './promotions/stop-promotion.ts';
import { dismissSignal } from './signals/dismiss-signal.ts';
import { listSignals } from './signals/list-signals.ts';

const { note, mine, house } = exposureRoutes;
export const accountRoutes = { note, mine, house };

export function accountHandlers(deps: ExposureDeps): Handlers<typeof accountRoutes> {
  return {
    note: (input) => getNoteExposure(deps, input),
    mine: (input) => listMyExposure(deps, input),
    house: createHouseAccount(deps),
  };
}

const { signals, dismissSignal: dismiss, promotions, promote: give, stopPromotion: stop } = trafficOperationsRoutes;
/** The part of traffic's operations that is about what was shown. */
export const operationRoutes = { signals, dismissSignal: dismiss, promotions, promote: give, stopPromotion: stop };

export function operationHandlers(deps: ExposureDeps): Handlers<typeof operationRoutes> {
  return {
    signals: (input) => listSignals(deps, input),
    dismissSignal: (input) => dismissSignal(deps, input),
    promotions: (input) => listPromotions(deps, input),
    promote: (input) => promote(deps, input),
    stopPromotion: (input) => stopPromotion(deps, input),
  };
}
