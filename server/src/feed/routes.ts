import type { routes } from '@teahouse/contract';
import type { LedgerViewer, TrafficState } from '../exposure/index.ts';
import type { Actor, Handlers, RequestContext } from '../http/context.ts';
import type { FindCountry } from '../notes/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import type { TopicRegistry } from '../topics/index.ts';
import type { Traffic } from '../traffic/index.ts';
import { createViewCounter } from './count-view.ts';
import { type Discovery, discover } from './discover.ts';
import { selectNewest, selectNewestByAuthors } from './feeds.sql.ts';
import { listByTime } from './list-by-time.ts';
import { recordEvents } from './record-events.ts';
import { visitorLanguage } from './visitor-language.ts';
import { explainSlot } from './why.ts';

export interface FeedOthers extends Readers {
  topics: Pick<TopicRegistry, 'countTopicView'>;
  traffic: TrafficState & Pick<Traffic, 'page' | 'caughtUp'>;
  findCountry: FindCountry;
}

export function feedHandlers(
  deps: Deps,
  { traffic, findCountry, ...readers }: FeedOthers,
  discovery: Discovery,
): Handlers<typeof routes.feed> {
  const countView = createViewCounter(deps, readers, readers.topics);
  const { tokens } = discovery;
  return {
    discover: ({ query, actor, request }) =>
      discover(deps, readers, discovery, {
        ...viewerOf(request, actor),
        languages: actor?.languagesRead ?? [],
        category: query.category,
        cursor: query.cursor,
        limit: query.limit,
      }),
    async following({ query, actor, request }) {
      const { follows } = await readers.relations.of(actor.memberId);
      return listByTime(
        readers,
        tokens,
        'f',
        (after, limit) => selectNewestByAuthors(deps.db, [...follows], after, limit),
        { ...viewerOf(request, actor), cursor: query.cursor, limit: query.limit },
      );
    },
    newest: ({ query, actor, request }) =>
      listByTime(readers, tokens, 'n', (after, limit) => selectNewest(deps.db, after, limit), {
        ...viewerOf(request, actor),
        cursor: query.cursor,
        limit: query.limit,
      }),
    events: ({ body, actor, request }) =>
      recordEvents(deps, readers, discovery, ledgerViewer(request, actor, findCountry), body.events),
    why: (input) => explainSlot({ ...deps, ...traffic, readers, tokens }, input),
    view: ({ params, actor, request }) => countView({ noteId: params.noteId, ...viewerOf(request, actor) }),
  };
}

function viewerOf(request: RequestContext, actor: Actor | undefined) {
  return { viewerKey: request.viewerKey, viewerIsKnown: request.viewerIsKnown, viewerId: actor?.memberId };
}

function ledgerViewer(
  { viewerKey, address, acceptLanguage }: RequestContext,
  actor: Actor | undefined,
  findCountry: FindCountry,
): LedgerViewer {
  return {
    key: viewerKey,
    memberId: actor?.memberId,
    language: actor?.languagesRead[0] ?? visitorLanguage(acceptLanguage),
    country: findCountry(address),
  };
}
