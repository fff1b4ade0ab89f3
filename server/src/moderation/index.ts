import type { routes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import { createHoldForReview, type HoldForReview } from './hold-for-review.ts';
import type { ModerationOthers } from './moderation-others.ts';
import { moderationHandlers } from './routes.ts';
import { type HouseWordBank, openWordBank } from './word-bank/word-bank.ts';

export type { HeldText, HoldForReview } from './hold-for-review.ts';
export { currentRulesVersion } from './rules/house-rules.ts';
export type { HouseWordBank } from './word-bank/word-bank.ts';

export interface Moderation {
  handlers: Handlers<typeof routes.moderation>;
  wordBank: HouseWordBank;
  holdForReview: HoldForReview;
}

export function createModeration(deps: Deps, others: ModerationOthers): Moderation {
  const wordBank = openWordBank();
  return {
    handlers: moderationHandlers(deps, others),
    wordBank,
    holdForReview: createHoldForReview(deps, wordBank),
  };
}
