import type { NoteCard } from '@teahouse/contract';
import type { RankingViewer, SeenFilter } from '@teahouse/engine';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import type { PoolEntry, PoolRanking } from './pool-ranking.ts';
import type { RankPage } from './rank-page.ts';

/** Rules may refuse what the pool still held; this many looks try to fill the page. */
const mostRounds = 4;
/** Caps and near-duplicates look back over three pages. */
const lookBack = 60;

export type Rule = (entry: PoolEntry) => boolean;

export interface Filling {
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

/** A page in the order of the interim ranking: unseen notes first; when there are none, the best seen again. */
export async function fillFromPool(
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
