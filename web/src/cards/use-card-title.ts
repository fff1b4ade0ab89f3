import type { NoteCard } from '@teahouse/contract';
import type { RefObject } from 'react';
import { textViewOverlay, useOverlay } from '../data/overlays.ts';
import { titleAddress } from '../data/translations.ts';
import { useTranslationOnSight } from '../translation/use-translation-on-sight.ts';

/**
 * The title of a card in the reader's language where titles translate themselves. A note whose reader went back to the
 * original keeps it on its card.
 */
export function useCardTitle(
  element: RefObject<Element | null>,
  { id, title }: Pick<NoteCard, 'id' | 'title'>,
  to: string | undefined,
): { text: string; to: string } | undefined {
  const isOriginal = useOverlay(textViewOverlay, id) === 'original';
  const translated = useTranslationOnSight(element, { address: titleAddress(id), source: title }, to);
  return isOriginal ? undefined : translated;
}
