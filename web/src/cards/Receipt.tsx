import type { NoteCard } from '@teahouse/contract';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnhide } from '../data/not-interested.ts';
import type { Hide } from '../data/overlays.ts';
import { Button } from '../ui/Button.tsx';
import { isFocusLost } from '../ui/focus.ts';
import { EyeOffIcon } from '../ui/icons.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { useReceiptText } from './use-receipt-text.ts';

interface ReceiptProps {
  card: NoteCard;
  hide: Hide;
  /** The card has just become this; a receipt that scrolls into view takes nothing. */
  takesFocus: boolean;
}

/** Stands where a card was: what the feed will do from now on, and the way back. */
export function Receipt({ card, hide, takesFocus }: ReceiptProps) {
  const { t } = useTranslation();
  const way = useRef<HTMLButtonElement>(null);
  const undo = useUnhide(card.id, useProblemToast());
  const words = useReceiptText()(card, hide);
  useEffect(() => {
    if (takesFocus && isFocusLost(null)) way.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <div className="flex h-full animate-fade flex-col items-center justify-center gap-3 rounded-card bg-sunken p-4 text-center">
      <EyeOffIcon size={28} className="text-quiet" />
      <p id={`card-${card.id}`} className="text-small text-balance text-soft" role="status">
        {words}
      </p>
      <Button ref={way} look="outline" size="small" aria-describedby={`card-${card.id}`} onClick={() => undo.mutate()}>
        {t('undo')}
      </Button>
    </div>
  );
}
