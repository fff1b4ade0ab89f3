import { useWindowVirtualizer } from '@tanstack/react-virtual';
import type { NoteCard, NoteId } from '@teahouse/contract';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { FeedKind } from '../data/feed.ts';
import { hideOverlay, useOverlayEntries } from '../data/overlays.ts';
import { useCardLanguage } from '../translation/use-reader.ts';
import { Card } from './Card.tsx';
import { cardHeight, columnsFor } from './card-size.ts';
import { type CardsAround, CardsAroundContext } from './cards-around.ts';
import { withRefills } from './refilled-cards.ts';
import { usePlace } from './use-place.ts';

interface MasonryProps {
  label: string;
  cards: readonly NoteCard[];
  /** Which of the feeds this is; other lists are none. */
  feed?: FeedKind | undefined;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
}

/** Rows of cards kept ready beyond the screen. */
const overscannedRows = 3;

/** Lanes of cards: only what is near the screen exists, and every height is known beforehand. */
export function Masonry({ label, cards, feed, hasMore, isLoadingMore, onMore }: MasonryProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, top, rem } = usePlace(frame);
  const columns = columnsFor(width);
  const languageOf = useCardLanguage();
  const hides = useOverlayEntries(hideOverlay);
  const shown = useMemo(() => withRefills(cards, hides, feed), [cards, hides, feed]);
  const heights = useMemo(
    () => shown.map((card) => cardHeight(card, columns.width, rem, languageOf(card))),
    [shown, columns.width, rem, languageOf],
  );
  const virtualizer = useWindowVirtualizer({
    count: width > 0 ? shown.length : 0,
    lanes: columns.count,
    gap: columns.gap,
    overscan: columns.count * overscannedRows,
    scrollMargin: top,
    estimateSize: (index) => heights[index] ?? 0,
    getItemKey: (index) => shown[index]?.id ?? index,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: new heights are what the virtualizer must hear about
  useLayoutEffect(() => virtualizer.measure(), [heights, virtualizer]);
  const around = useMemo<CardsAround>(
    () => ({ feed, unseen: () => unseenOf(shown, virtualizer.measurementsCache) }),
    [feed, shown, virtualizer],
  );
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  const isNearEnd = shown.length > 0 && last >= shown.length - columns.count * 2;
  useEffect(() => {
    if (isNearEnd && hasMore && !isLoadingMore) onMore();
  }, [isNearEnd, hasMore, isLoadingMore, onMore]);
  return (
    <div
      ref={frame}
      role="feed"
      aria-label={label}
      aria-busy={isLoadingMore}
      // Until the place is measured, what follows the list stays below the screen instead of jumping there.
      style={width > 0 ? { height: virtualizer.getTotalSize() } : { minHeight: '100vh' }}
      className="relative"
    >
      <CardsAroundContext value={around}>
        {items.map((item) => {
          const card = shown[item.index];
          return card ? (
            <Card
              key={card.id}
              card={card}
              position={item.index + 1}
              count={hasMore ? -1 : shown.length}
              width={columns.width}
              height={item.size}
              rem={rem}
              {...languageOf(card)}
              isEager={item.index < columns.count * 2}
              x={item.lane * (columns.width + columns.gap)}
              y={item.start - top}
            />
          ) : null;
        })}
      </CardsAroundContext>
    </div>
  );
}

/** Cards that begin below the screen; lanes are filled evenly, so these are the last ones. */
function unseenOf(cards: readonly NoteCard[], places: readonly { start: number }[]): NoteId[] {
  const bottom = window.scrollY + window.innerHeight;
  return cards.filter((_, index) => (places[index]?.start ?? 0) >= bottom).map(({ id }) => id);
}
