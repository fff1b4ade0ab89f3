import type { routes } from '@teahouse/contract';
import type { Handlers } from '../../http/context.ts';
import type { Cursors } from '../../http/cursor.ts';
import type { Deps } from '../../platform/deps.ts';
import { listInjections } from '../injections/list-injections.ts';
import { type DecideReviewParts, decideReview } from './decide-review.ts';
import { type GetReviewParts, getReview } from './get-review.ts';
import { listReviews } from './list-reviews.ts';

type ReviewParts = Omit<GetReviewParts & DecideReviewParts, 'translator'> & {
  translator: GetReviewParts['translator'] & DecideReviewParts['translator'];
  cursors: Cursors;
};

export function translationReviewHandlers(deps: Deps, parts: ReviewParts): Handlers<typeof routes.translationReview> {
  return {
    list: (input) => listReviews(deps, parts, input),
    get: (input) => getReview(deps, parts, input),
    decide: (input) => decideReview(deps, parts, input),
    listInjections: (input) => listInjections(deps, parts, input),
  };
}
