import type { ImpressionTokens } from '../feed/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import type { Topics } from '../topics/index.ts';
import { followTranslations } from './index-translations.ts';
import { defineSearchJobs } from './jobs.ts';
import type { OtherWordingsParts } from './other-wordings.ts';
import { searchHandlers } from './routes.ts';
import { createSearchHistory } from './search-history.ts';
import type { SearchIndex } from './search-index.ts';
import { createSearchResults } from './search-results.ts';
import { createSearchNews } from './tell-searches.ts';

export { createSearchIndex, type SearchableNote, type SearchIndex } from './search-index.ts';

import { createTopicNames } from './topic-names.ts';

interface Others extends Readers, Omit<OtherWordingsParts, 'topicNames'> {
  searchIndex: SearchIndex;
  topics: Pick<Topics, 'findTopics'>;
  tokens: ImpressionTokens;
}

export function createSearch(
  deps: Deps,
  { searchIndex, topics, tokens, translator, glossary, detectLanguage, ...readers }: Others,
) {
  defineSearchJobs(deps, searchIndex);
  followTranslations(deps, searchIndex.cutter);
  const news = createSearchNews(deps);
  return {
    handlers: searchHandlers(deps, readers, {
      results: createSearchResults(deps, searchIndex, {
        ...{ translator, glossary, detectLanguage },
        topicNames: createTopicNames(deps),
      }),
      history: createSearchHistory(deps),
      news,
      tokens,
      topics,
    }),
    settle: () => news.settle(),
    /** Indexes every note again; returns how many. */
    rebuild: () => searchIndex.rebuild(),
  };
}
