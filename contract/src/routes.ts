import { accountRoutes } from './accounts.ts';
import { boardRoutes } from './boards.ts';
import { commentRoutes } from './comments.ts';
import { exposureRoutes } from './exposure.ts';
import { feedRoutes, searchRoutes } from './feed.ts';
import { feedControlRoutes } from './feed-controls.ts';
import { followRoutes } from './follows.ts';
import { glossRoutes } from './glosses.ts';
import { houseRoutes } from './house.ts';
import { mediaRoutes } from './media.ts';
import { memberRoutes } from './members.ts';
import { moderationRoutes } from './moderation.ts';
import { noteRoutes } from './notes.ts';
import { notificationRoutes } from './notifications.ts';
import { reactionRoutes } from './reactions.ts';
import type { Route } from './route.ts';
import { topicRoutes } from './topics.ts';
import { trafficOperationsRoutes } from './traffic-operations.ts';
import { translationOperationsRoutes } from './translation-operations.ts';
import { translationReviewRoutes } from './translation-review.ts';
import { translationRoutes } from './translations.ts';

/** The whole contract: what may be asked. Server, client, reference page and the test walks read this one table. */
export const routes = {
  house: houseRoutes,
  accounts: accountRoutes,
  members: memberRoutes,
  follows: followRoutes,
  media: mediaRoutes,
  notes: noteRoutes,
  comments: commentRoutes,
  reactions: reactionRoutes,
  boards: boardRoutes,
  topics: topicRoutes,
  feed: feedRoutes,
  feedControls: feedControlRoutes,
  exposure: exposureRoutes,
  trafficOperations: trafficOperationsRoutes,
  search: searchRoutes,
  notifications: notificationRoutes,
  moderation: moderationRoutes,
  glosses: glossRoutes,
  translations: translationRoutes,
  translationReview: translationReviewRoutes,
  translationOperations: translationOperationsRoutes,
} as const;

export const allRoutes: readonly Route[] = Object.values(routes).flatMap((group) => Object.values(group) as Route[]);
