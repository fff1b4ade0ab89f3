import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect } from 'react';
import { isAwaited, useTranslationOf, type WantedText, wish } from '../data/translations.ts';

/** A short text in the reader's language, once it is there. Asked for in haste, while the element that shows it is seen. */
export function useTranslationOnSight(
  element: RefObject<Element | null>,
  { address, source }: WantedText,
  to: string | undefined,
): { text: string; to: string } | undefined {
  const client = useQueryClient();
  const view = useTranslationOf({ address, source }, to ?? '');
  const isOpen = isAwaited(view);
  useEffect(() => {
    const seen = element.current;
    if (!seen || !to || !isOpen) return;
    return wish(client, (asker) => asker.wantOnSight(seen, { address, source }, to));
  }, [client, element, address, source, to, isOpen]);
  return to && view?.text !== undefined ? { text: view.text, to } : undefined;
}
