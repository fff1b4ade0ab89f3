import type { Interest, NoteCard, Page } from '@teahouse/contract';
import { type MemberRelations, noRelations } from '../follows/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import type { Traffic } from '../traffic/index.ts';
import type { CandidatePool } from './candidate-pool.ts';
import { fillFromEngine, type Viewing } from './fill-from-engine.ts';
import { fillFromPool, type Rule } from './fill-from-pool.ts';
import type { ImpressionTokens } from './impression-tokens.ts';
import type { RankPage } from './rank-page.ts';
import type { SeenNotes } from './seen-notes.ts';
import { type ShownBefore, type ShownPosition, shownPosition } from './shown-before.ts';
import { type NoteSubjects, noTaste, type Taste, type Tastes } from './tastes.ts';

export interface Discovery {
  pool: CandidatePool;
  rankPage: RankPage;
  seen: SeenNotes;
  tastes: Tastes;
  shownBefore: ShownBefore;
  tokens: ImpressionTokens;
  traffic: Pick<Traffic, 'page'>;
}

export interface DiscoverRequest {
  viewerKey: string;
  viewerIsKnown: boolean;
  viewerId: string | undefined;
  languages: readonly string[];
  category: Interest | undefined;
  cursor: string | undefined;
  limit: number;
  /** Notes that stand on the page already. */
  except?: ReadonlySet<string>;
  /** What must not come in their places. */
  refuses?: (note: NoteSubjects) => boolean;
}

/** A page of discovery: by the engine, and by the interim ranking where the engine is away or knows nothing more. */
export async function discover(
  deps: Pick<Deps, 'clock' | 'random' | 'metrics'>,
  readers: Pick<Readers, 'cursors' | 'relations' | 'notes'>,
  discovery: Discovery,
  request: DiscoverRequest,
): Promise<Page<NoteCard>> {
  const { viewerId, viewerKey, limit } = request;
  const position = readPosition(readers, request);
  const [pool, seen, taste, relations] = await Promise.all([
    discovery.pool.ranking(),
    request.viewerIsKnown ? discovery.seen.of(viewerKey) : undefined,
    viewerId ? discovery.tastes.of(viewerId) : noTaste,
    viewerId ? readers.relations.of(viewerId) : noRelations,
  ]);
  const shown = new Set(discovery.shownBefore.read(position));
  const viewing = { request, relations, taste, seen, shown };
  const chosen = await fillFromEngine(deps, readers, discovery.traffic, viewing);
  deps.metrics.feedPages.inc({ ranking: chosen ? 'engine' : 'interim' });
  const { slots = [], hasMore: knowsMore = false } = chosen ?? {};
  const rest = await fillFromPool(deps, readers, {
    pool,
    rankPage: discovery.rankPage,
    shown,
    mayShow: rulesOf(viewing),
    seen,
    viewer: { languages: request.languages, ...(taste.isPersonal ? likingsOf(relations, taste) : {}) },
    viewerId,
    limit: limit - slots.length,
  });
  const cards = [...slots.map(({ card }) => card), ...rest.cards];
  const stories = slots.map(({ story }) => story);
  const items = discovery.tokens.stamp(cards, 'd', viewerKey, stories);
  if (items.length === 0 || !(knowsMore || rest.hasMore)) return { items };
  return {
    items,
    nextCursor: readers.cursors.encode(scopeOf(request), discovery.shownBefore.write(position, [...shown])),
  };
}

/** Where a page begins; refuses a cursor of another list or reader. */
export function readPosition(
  { cursors }: Pick<Readers, 'cursors'>,
  request: Pick<DiscoverRequest, 'category' | 'viewerId' | 'cursor'>,
): ShownPosition | undefined {
  return request.cursor === undefined ? undefined : cursors.decode(scopeOf(request), request.cursor, shownPosition);
}

function scopeOf({ category, viewerId }: Pick<DiscoverRequest, 'category' | 'viewerId'>): string {
  return `feed.discover ${category ?? ''} ${viewerId ?? ''}`;
}

function likingsOf({ follows }: MemberRelations, { wishes }: Taste) {
  return { followedAuthorIds: follows, followedTopicIds: wishes };
}

function rulesOf({ request, relations, taste, shown }: Viewing): Rule {
  const { category, viewerId, except, refuses } = request;
  return (entry) =>
    !shown.has(entry.hash) &&
    (category === undefined || entry.category === category) &&
    entry.note.authorId !== viewerId &&
    !relations.blocked.has(entry.note.authorId) &&
    !relations.mutes.has(entry.note.authorId) &&
    !except?.has(entry.note.id) &&
    !taste.hides(entry.note) &&
    !refuses?.(entry.note);
}
