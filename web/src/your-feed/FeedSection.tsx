import { Link } from '@tanstack/react-router';
import type { FeedControlsView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { useFeedControls } from '../data/feed-controls.ts';
import { Part } from '../settings/Part.tsx';
import { LanguageMix } from '../tuning/LanguageMix.tsx';
import { UsualFeed } from '../tuning/UsualFeed.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { HomeFeed } from './HomeFeed.tsx';
import { LanguagesSeen } from './LanguagesSeen.tsx';
import { LastWeek } from './LastWeek.tsx';
import { ResetFeed } from './ResetFeed.tsx';
import { Searches } from './Searches.tsx';
import { Spared } from './Spared.tsx';
import { TopicWishes } from './TopicWishes.tsx';
import { Wishes } from './Wishes.tsx';

/** Everything that shapes my feed, and how to change it. */
export function FeedSection() {
  // Words of the sheets within, too: waiting for them later would hide the screen and lose the focus.
  const { t } = useTranslation(['your-feed', 'controls']);
  const controls = useFeedControls();
  if (controls.isError) return <FailedState error={controls.error} onRetry={() => void controls.refetch()} />;
  return (
    <div>
      <p className="pb-6 text-soft">{t('intro')}</p>
      {controls.data ? <Parts controls={controls.data} /> : <Skeleton className="h-[36rem] w-full" />}
    </div>
  );
}

function Parts({ controls }: { controls: FeedControlsView }) {
  const { t } = useTranslation(['your-feed', 'controls']);
  return (
    <div>
      <Part title={t('week.title')} body={t('week.body')}>
        <LastWeek lastWeek={controls.lastWeek} />
      </Part>
      <Part title={t('home.title')} body={t('home.body')}>
        <HomeFeed home={controls.wishes.home} />
      </Part>
      <Part title={t('controls:mix.title')} body={t('languages.body')}>
        <LanguageMix wishes={controls.wishes} isBare />
        <LanguagesSeen languages={controls.languages} />
      </Part>
      <Part title={t('topics.title')} body={t('topics.body')}>
        <TopicWishes topics={controls.topics} />
      </Part>
      <Part title={t('wishes.title')}>
        <Wishes wishes={controls.wishes} />
      </Part>
      <Part title={t('searches.title')} body={t('searches.body')}>
        <Searches searches={controls.searches} />
      </Part>
      <Part title={t('spared.title')} body={t('spared.body')}>
        <Spared count={controls.sparedCount} />
      </Part>
      <Part title={t('controls:usual.title')} body={t('controls:usual.body')}>
        <UsualFeed controls={controls} isBare />
      </Part>
      <Part title={t('reset.title')} body={t('reset.body')}>
        <ResetFeed />
      </Part>
      <p className="pt-2 text-small text-quiet">
        {t('export')}{' '}
        <Link
          to="/settings/$section"
          params={{ section: 'data' }}
          className="font-medium text-ink underline underline-offset-2"
        >
          {t('exportLink')}
        </Link>
      </p>
    </div>
  );
}
