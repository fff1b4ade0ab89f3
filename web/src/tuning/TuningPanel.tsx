import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { useFeedControls } from '../data/feed-controls.ts';
import { AnchoredSheet } from '../ui/AnchoredSheet.tsx';
import { ForwardIcon } from '../ui/icons.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { LanguageMix } from './LanguageMix.tsx';
import { UsualFeed } from './UsualFeed.tsx';

/** The two controls one reaches for while reading; the rest is in settings. */
export function TuningPanel({ anchor, onClose }: { anchor: RefObject<Element | null>; onClose: () => void }) {
  const { t } = useTranslation('controls');
  const controls = useFeedControls();
  const close = () => {
    toTop();
    onClose();
  };
  return (
    <AnchoredSheet title={t('tune.title')} anchor={anchor} onClose={onClose}>
      <div className="flex min-h-72 flex-col gap-5" aria-busy={controls.isPending}>
        {controls.data ? (
          <>
            <LanguageMix wishes={controls.data.wishes} onChange={toTop} />
            <hr className="border-line" />
            <UsualFeed controls={controls.data} onChange={close} />
          </>
        ) : controls.isError ? (
          <FailedState error={controls.error} onRetry={() => void controls.refetch()} />
        ) : (
          <Skeleton className="h-32 w-full" />
        )}
        <Link
          to="/settings/$section"
          params={{ section: 'feed' }}
          onClick={onClose}
          className="mt-auto flex min-h-11 items-center justify-between border-t border-line pt-3 text-small font-medium hover:text-jade"
        >
          {t('tune.all')}
          <ForwardIcon size={18} className="text-quiet rtl:-scale-x-100" />
        </Link>
      </div>
    </AnchoredSheet>
  );
}

/** What changed begins at the beginning. */
function toTop(): void {
  window.scrollTo(0, 0);
}
