import type { FeedControlsView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useForgetSearches } from '../data/feed-controls.ts';
import { Button } from '../ui/Button.tsx';
import { SearchIcon } from '../ui/icons.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';

/** Searches that lean the next pages their way, and how to stop that. */
export function Searches({ searches }: Pick<FeedControlsView, 'searches'>) {
  const { t } = useTranslation('your-feed');
  const toast = useToast();
  const onError = useProblemToast();
  const forget = useForgetSearches();
  if (searches.length === 0) return <p className="text-quiet">{t('searches.nothing')}</p>;
  return (
    <>
      <ul className="flex flex-col gap-2.5">
        {searches.map(({ words, at }) => (
          <li key={`${words} ${at}`} className="flex items-center gap-3">
            <SearchIcon size={18} className="shrink-0 text-quiet" />
            <span dir="auto" className="min-w-0 flex-1 truncate">
              {words}
            </span>
            <RelativeTime at={at} className="shrink-0 text-small text-quiet" />
          </li>
        ))}
      </ul>
      <Button
        className="self-start"
        isBusy={forget.isPending}
        onClick={() => forget.mutate(undefined, { onError, onSuccess: () => toast(t('searches.forgotten')) })}
      >
        {t('searches.forget')}
      </Button>
    </>
  );
}
