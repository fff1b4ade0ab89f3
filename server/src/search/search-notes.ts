import type { NoteCard, Page, SearchHit } from '@teahouse/contract';
import { z } from 'zod';
import type { ImpressionTokens } from '../feed/index.ts';
import { fillPage } from '../platform/fill-page.ts';
import type { Readers } from '../readers.ts';
import type { RankedHit } from './score-hits.ts';
import type { SearchHistory } from './search-history.ts';
import type { SearchResults } from './search-results.ts';
import type { SearchNews } from './tell-searches.ts';
import { queryKey } from './terms.ts';

interface SearchRequest {
  q: string;
  cursor: string | undefined;
  limit: number;
  viewerKey: string;
  viewerIsKnown: boolean;
  viewerId: string | undefined;
}

/** Results that are seen without scrolling, and answers that the feeds are told. */
const firstScreen = 8;
const mostAnswers = 20;

/** When the order was made, and the last note of the page before. */
const position = z.tuple([z.number().int(), z.number(), z.uuid()]);

/** Notes that match, best first, under this viewer's rules. */
export async function searchNotes(
  { cursors, notes }: Pick<Readers, 'cursors' | 'notes'>,
  search: { results: SearchResults; history: SearchHistory; news: SearchNews; tokens: ImpressionTokens },
  { q, cursor, limit, viewerKey, viewerIsKnown, viewerId }: SearchRequest,
): Promise<Page<SearchHit>> {
  const scope = `search.notes ${queryKey(q)} ${viewerId ?? ''}`;
  const [asOf, score, id] = cursor === undefined ? [] : cursors.decode(scope, cursor, position);
  const { hits, at } = await search.results.of(q, asOf);
  const { items, next } = await fillPage<RankedHit, SearchHit>({
    size: limit,
    from: score === undefined || id === undefined ? undefined : { score, id },
    read: async (after, most) => hitsAfter(hits, after, most),
    show: async (candidates) => {
      const cards = await notes.cards(
        candidates.map((hit) => hit.id),
        viewerId,
        'listed',
      );
      return cards.map((card) => markFound(card, candidates));
    },
  });
  if (cursor === undefined && items.length > 0) {
    if (viewerId !== undefined) await search.history.record(viewerId, q);
    if (viewerIsKnown) search.news.tell(viewerKey, q, answersBeyond(hits));
  }
  search.tokens.stamp(items, 's', viewerKey);
  return { items, ...(next ? { nextCursor: cursors.encode(scope, [at, next.score, next.id]) } : {}) };
}

/** What the first screen of results shows is seen already: what comes after it is worth more to the next pages. */
function answersBeyond(hits: readonly RankedHit[]): string[] {
  const ids = hits.slice(0, firstScreen + mostAnswers).map((hit) => hit.id);
  return [...ids.slice(firstScreen), ...ids.slice(0, firstScreen)].slice(0, mostAnswers);
}

function markFound(card: NoteCard, candidates: readonly RankedHit[]): SearchHit {
  const foundIn = candidates.find((hit) => hit.id === card.id)?.foundIn;
  return foundIn ? { ...card, foundIn } : card;
}

function hitsAfter(hits: readonly RankedHit[], after: RankedHit | undefined, limit: number): RankedHit[] {
  const start = after
    ? hits.findIndex((hit) => hit.score < after.score || (hit.score === after.score && hit.id < after.id))
    : 0;
  return start < 0 ? [] : hits.slice(start, start + limit);
}
