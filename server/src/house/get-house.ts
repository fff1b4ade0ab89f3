import { type houseView, readableLanguageTags } from '@teahouse/contract';
import type { z } from 'zod';
import serverPackage from '../../package.json' with { type: 'json' };
import { createLoaderCache } from '../platform/loader-cache.ts';
import { countHouse, type HouseCounts } from './house.sql.ts';
import type { HouseDeps } from './house-deps.ts';

type HouseView = z.input<typeof houseView>;

/** Counting notes reads an index from end to end: once in a while is enough for a number on a welcome page. */
const countsTtlMilliseconds = 15_000;

export function createGetHouse(deps: HouseDeps): () => Promise<HouseView> {
  const counts = createLoaderCache<HouseCounts>({
    ttlMilliseconds: countsTtlMilliseconds,
    maxEntries: 1,
    load: async () => new Map([['house', await countHouse(deps.db)]]),
  });
  return async () => {
    const { members = 0, notes = 0, has_operator = false } = (await counts.get('house')) ?? {};
    const { name, signUpIsOpen, showsCountryBadges, isDemo } = deps.settings.current;
    return {
      name,
      version: serverPackage.version,
      rulesVersion: deps.rulesVersion,
      signUp: { isOpen: signUpIsOpen, methods: methodsOf(deps) },
      showsCountryBadges,
      hasOperator: has_operator,
      isDemo,
      state: deps.houseState.current,
      memberCount: members,
      noteCount: notes,
      languages: readableLanguageTags,
    };
  };
}

/** Codes need a sender; a house without a public address is somebody's own machine, which prints them. */
function methodsOf({ config }: HouseDeps): HouseView['signUp']['methods'] {
  const isLocal = config.origin === undefined;
  const methods: HouseView['signUp']['methods'] = ['password'];
  if (config.smtpUrl || isLocal) methods.push('email');
  if (config.smsWebhookUrl || isLocal) methods.push('phone');
  return [...methods, 'passkey'];
}
