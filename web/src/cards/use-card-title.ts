import { useQueryClient } from '@tanstack/react-query';
import type { NoteCard } from '@teahouse/contract';
import { type RefObject, useEffect } from 'react';
import { textViewOverlay, useOverlay } from '../data/overlays.ts';
import { isAwaited, titleAddress, useTranslationOf, wish } from '../data/translations.ts';

/**
 * The title of a card in the reader's language, once it is there. Asked for where titles translate themselves: in haste
 * while the card is seen. A note whose reader went back to the original keeps it on its card.
 */
export function useCardTitle(
  element: RefObject<Element | null>,
  { id, title }: Pick<NoteCard, 'id' | 'title'>,
  to: string | undefined,
): { text: string; to: string } | undefined {
  const client = useQueryClient();
  const address = titleAddress(id);
  const view = useTranslationOf({ address, source: title }, to ?? '');
  const isOriginal = useOverlay(textViewOverlay, id) === 'original';
  const isOpen = isAwaited(view);
  useEffect(() => {
    const seen = element.current;
    if (!seen || !to || !isOpen) return;
    return wish(client, (asker) => asker.wantOnSight(seen, { address, source: title }, to));
  }, [client, element, address, title, to, isOpen]);
  return to && view?.text !== undefined && !isOriginal ? { text: view.text, to } : undefined;
}
