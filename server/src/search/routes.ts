import type { routes } from '@teahouse/contract';
import type { ImpressionTokens } from '../feed/index.ts';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import type { Topics } from '../topics/index.ts';
import type { SearchHistory } from './search-history.ts';
import { searchNotes } from './search-notes.ts';
import { searchPeople } from './search-people.ts';
import type { SearchResults } from './search-results.ts';
import { suggest } from './suggest.ts';
import type { SearchNews } from './tell-searches.ts';

export interface Search {
  results: SearchResults;
  history: SearchHistory;
  news: SearchNews;
  tokens: ImpressionTokens;
  topics: Pick<Topics, 'findTopics'>;
}

const topicsShown = 20;

export function searchHandlers(deps: Deps, readers: Readers, search: Search): Handlers<typeof routes.search> {
  return {
    notes: ({ query, actor, request }) =>
      searchNotes(readers, search, {
        q: query.q,
        cursor: query.cursor,
        limit: query.limit,
        viewerKey: request.viewerKey,
        viewerIsKnown: request.viewerIsKnown,
        viewerId: actor?.memberId,
      }),
    people: ({ query, actor }) => searchPeople(deps, readers, query.q, actor?.memberId),
    topics: async ({ query }) => {
      const found = await search.topics.findTopics(query.q, topicsShown);
      return { items: found.map(({ id, name, noteCount, viewCount }) => ({ id, name, noteCount, viewCount })) };
    },
    suggest: ({ query, actor }) => suggest(search, query.prefix, actor?.memberId),
    async clearHistory({ query, actor }) {
      // What is on its way to the feeds arrives first, and is forgotten too.
      await search.news.settle();
      await search.history.clear(actor.memberId, query.q);
      return undefined;
    },
  };
}
