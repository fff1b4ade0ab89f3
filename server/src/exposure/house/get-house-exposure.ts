import type { exposureRoutes, HouseExposureView, ResponseOf } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { createLoaderCache } from '../../platform/loader-cache.ts';
import { type HouseExposureNeeds, readHouseExposure } from './read-house-exposure.ts';

type HouseRoute = typeof exposureRoutes.house;

/** The public account may be asked for by everyone at once. */
const rememberedMilliseconds = 60_000;
const mostDays = 90;

export function createHouseAccount(deps: HouseExposureNeeds) {
  const accounts = createLoaderCache<HouseExposureView>({
    ttlMilliseconds: rememberedMilliseconds,
    maxEntries: mostDays,
    load: async (spans) => new Map(await Promise.all(spans.map(async (span) => [span, await account(span)] as const))),
  });
  const account = (span: string) => readHouseExposure(deps, Number(span));
  return async ({ query }: Input<HouseRoute>): Promise<ResponseOf<HouseRoute>> =>
    (await accounts.get(String(query.days))) ?? account(String(query.days));
}
