import type { routes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import { askToExplain } from './ask-to-explain.ts';
import { changeGloss } from './change-gloss.ts';
import { decideGloss } from './decide-gloss.ts';
import { getGloss } from './get-gloss.ts';
import type { GlossParts } from './gloss-parts.ts';
import { listGlossRequests } from './list-gloss-requests.ts';
import { listGlosses } from './list-glosses.ts';
import { proposeGloss } from './propose-gloss.ts';
import { remarkOnGloss } from './remark-on-gloss.ts';
import { voteOnGloss } from './vote-on-gloss.ts';

export function glossHandlers(deps: Deps, parts: GlossParts): Handlers<typeof routes.glosses> {
  return {
    list: (input) => listGlosses(deps, parts, input),
    get: (input) => getGloss(deps, parts, input),
    propose: (input) => proposeGloss(deps, parts, input),
    change: (input) => changeGloss(deps, parts, input),
    vote: (input) => voteOnGloss(deps, input),
    remark: (input) => remarkOnGloss(deps, parts, input),
    decide: (input) => decideGloss(deps, parts, input),
    ask: (input) => askToExplain(deps, parts, input),
    listRequests: (input) => listGlossRequests(deps, parts, input),
  };
}
