import type { NoteCard } from '@teahouse/contract';
import type { Hide } from '../data/overlays.ts';

/**
 * "Less of this" acts on the page at once: what lies below the note whose menu was used and matches leaves; what the reader
 * has passed stays where it is, and the note itself becomes a receipt.
 */
export function withoutHidden(cards: readonly NoteCard[], hides: ReadonlyMap<string, Hide>): readonly NoteCard[] {
  if (hides.size === 0) return cards;
  const active: Hide[] = [];
  return cards.filter((card) => {
    const own = hides.get(card.id);
    const isHidden = !own && active.some((hide) => matches(card, hide));
    if (own) active.push(own);
    return !isHidden;
  });
}

function matches(card: NoteCard, hide: Hide): boolean {
  if (hide.reason === 'author') return card.author.id === hide.authorId;
  return hide.reason === 'language' && card.language === hide.language;
}
