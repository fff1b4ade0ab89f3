import type { ResponseOf, routes } from '@teahouse/contract';
import type { Topics } from '../topics/index.ts';
import type { SearchHistory } from './search-history.ts';
import { queryKey } from './terms.ts';

const shown = 10;

/** My own last searches, then what others sought and topics under this beginning. */
export async function suggest(
  search: { history: SearchHistory; topics: Pick<Topics, 'findTopics'> },
  prefix: string,
  memberId: string | undefined,
): Promise<ResponseOf<typeof routes.search.suggest>> {
  const beginning = prefix.isWellFormed() ? queryKey(prefix) : '';
  if (beginning === '' && prefix.trim() !== '') return { recent: [], suggestions: [] };
  const [recent, sought, topics] = await Promise.all([
    memberId === undefined ? [] : search.history.recent(memberId, beginning),
    search.history.sought(beginning),
    beginning === '' ? [] : search.topics.findTopics(beginning, shown),
  ]);
  const suggestions = new Map([...sought, ...topics.map((topic) => topic.name)].map((text) => [queryKey(text), text]));
  return { recent, suggestions: [...suggestions.values()].slice(0, shown) };
}
