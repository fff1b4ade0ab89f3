import type { Interest, NoteCard, Page } from '@teahouse/contract';
import type { RankingViewer, SeenFilter } from '@teahouse/engine';
import { type MemberRelations, noRelations } from '../follows/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import type { CandidatePool } from './candidate-pool.ts';
import type { ImpressionTokens } from './impression-tokens.ts';
import type { PoolEntry, PoolRanking } from './pool-ranking.ts';
import type { RankPage } from './rank-page.ts';
import type { SeenNotes } from './seen-notes.ts';
import { type ShownBefore, shownPosition } from './shown-before.ts';
import { noTaste, type Taste, type Tastes } from './tastes.ts';

export interface Discovery {
  pool: CandidatePool;
  rankPage: RankPage;
  seen: SeenNotes;
  tastes: Tastes;
  shownBefore: ShownBefore;
  tokens: ImpressionTokens;
}

export interface DiscoverRequest {
  viewerKey: string;
  viewerIsKnown: boolean;
  viewerId: string | undefined;
  languages: readonly string[];
  category: Interest | undefined;
  cursor: string | undefined;
  limit: number;
}

/** Rules may refuse what the pool still held; this many looks try to fill the page. */
const mostRounds = 4;
/** Caps and near-duplicates look back over three pages. */
const lookBack = 60;

/** A page of discovery: pool → this viewer's order → cards. Unseen notes first; when there are none, the best seen again. */
export async function discover(
  deps: Pick<Deps, 'clock' | 'random'>,
  readers: Pick<Readers, 'cursors' | 'relations' | 'notes'>,
  discovery: Discovery,
  request: DiscoverRequest,
): Promise<Page<NoteCard>> {
  const { viewerId, viewerKey, cursor } = request;
  const scope = `feed.discover ${request.category ?? ''} ${viewerId ?? ''}`;
  const position = cursor === undefined ? undefined : readers.cursors.decode(scope, cursor, shownPosition);
  const [pool, seen, taste, relations] = await Promise.all([
    discovery.pool.ranking(),
    request.viewerIsKnown ? discovery.seen.of(viewerKey) : undefined,
    viewerId ? discovery.tastes.of(viewerId) : noTaste,
    viewerId ? readers.relations.of(viewerId) : noRelations,
  ]);
  const shown = new Set(discovery.shownBefore.read(position));
  const { cards, hasMore } = await fillFromPool(deps, readers, {
    pool,
    rankPage: discovery.rankPage,
    shown,
    mayShow: rulesOf(request, relations, taste, shown),
    seen,
    viewer: { languages: request.languages, followedAuthorIds: relations.follows, followedTopicIds: taste.wishes },
    viewerId,
    limit: request.limit,
  });
  const items = discovery.tokens.stamp(cards, 'd', viewerKey);
  if (!hasMore || items.length === 0) return { items };
  return { items, nextCursor: readers.cursors.encode(scope, discovery.shownBefore.write(position, [...shown])) };
}

type Rule = (entry: PoolEntry) => boolean;

function rulesOf(
  { category, viewerId }: DiscoverRequest,
  relations: MemberRelations,
  taste: Taste,
  shown: ReadonlySet<number>,
): Rule {
  return (entry) =>
    !shown.has(entry.hash) &&
    (category === undefined || entry.category === category) &&
    entry.note.authorId !== viewerId &&
    !relations.blocked.has(entry.note.authorId) &&
    !relations.mutes.has(entry.note.authorId) &&
    !taste.hides(entry);
}

interface Filling {
  pool: PoolRanking;
  rankPage: RankPage;
  /** Grows with every note taken, shown or refused. */
  shown: Set<number>;
  mayShow: Rule;
  seen: SeenFilter | undefined;
  viewer: RankingViewer;
  viewerId: string | undefined;
  limit: number;
}

async function fillFromPool(
  { clock, random }: Pick<Deps, 'clock' | 'random'>,
  { notes }: Pick<Readers, 'notes'>,
  { pool, rankPage, shown, mayShow, seen, viewer, viewerId, limit }: Filling,
): Promise<{ cards: NoteCard[]; hasMore: boolean }> {
  const cards: NoteCard[] = [];
  const isUnseen: Rule = (entry) => mayShow(entry) && !seen?.has(entry.note.id);
  let accepts = isUnseen;
  for (let round = 0; round < mostRounds && cards.length < limit; round += 1) {
    const { entries, hasMore } = rankPage(pool, {
      size: limit - cards.length,
      viewer,
      accepts,
      before: lastOf(shown, lookBack).flatMap((hash) => pool.byHash.get(hash) ?? []),
      now: clock.now(),
      random,
    });
    for (const entry of entries) shown.add(entry.hash);
    if (entries.length > 0) {
      const ids = entries.map((entry) => entry.note.id);
      cards.push(...(await notes.cards(ids, viewerId, 'listed')));
    }
    if (hasMore) continue;
    if (accepts === mayShow) break;
    accepts = mayShow;
  }
  return { cards, hasMore: cards.length >= limit && pool.byHash.values().some(mayShow) };
}

function lastOf(hashes: ReadonlySet<number>, count: number): number[] {
  return [...hashes].slice(-count);
}
