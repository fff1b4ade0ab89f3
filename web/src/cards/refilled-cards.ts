import type { NoteCard } from '@teahouse/contract';
import type { Hide, RefilledPage } from '../data/overlays.ts';

/**
 * "Less of this" changes only what lies below the screen: other notes stand in the places of those that went. The note itself
 * keeps its place, as a receipt.
 */
export function withRefills(
  cards: readonly NoteCard[],
  hides: ReadonlyMap<string, Hide>,
  feed: string | undefined,
): readonly NoteCard[] {
  const pages = [...hides.values()].flatMap(({ page }) => (page && page.feed === feed ? page : []));
  return pages.length === 0 ? cards : distinct(pages.reduce(refill, cards));
}

function refill(cards: readonly NoteCard[], { places, last, more }: RefilledPage): readonly NoteCard[] {
  return cards.flatMap((card) => {
    const here = places.get(card.id) ?? [card];
    return card.id === last ? [...here, ...more] : here;
  });
}

function distinct(cards: readonly NoteCard[]): NoteCard[] {
  return [...new Map(cards.map((card) => [card.id, card])).values()];
}
