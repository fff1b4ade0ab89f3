import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type FeedKind, refreshFeed } from '../data/feed.ts';
import { homeFeed } from '../data/home-feed.ts';
import { TuneButton } from '../tuning/TuneButton.tsx';
import { chipClass } from '../ui/Chip.tsx';
import { classNames } from '../ui/class-names.ts';

/** One row of feeds and categories. Pressing the one that is shown asks for new notes. */
export function FeedTabs({ tabs, current }: { tabs: readonly FeedKind[]; current: FeedKind }) {
  const { t } = useTranslation('feed');
  return (
    <div className="sticky top-0 z-10 flex items-center bg-paper pe-1 wide:top-(--top-height) wide:pe-6">
      <nav aria-label={t('tabs')} className="feed-tabs no-scrollbar min-w-0 flex-1 overflow-x-auto">
        <ul className="flex h-12 w-max min-w-full items-center gap-1 px-3 wide:px-6">
          {tabs.map((kind, index) => (
            <li key={kind} className={classNames('flex shrink-0', index === 3 && 'ms-1 border-s border-line ps-2')}>
              <FeedTab kind={kind} isCurrent={kind === current} />
            </li>
          ))}
        </ul>
      </nav>
      <TuneButton />
    </div>
  );
}

function FeedTab({ kind, isCurrent }: { kind: FeedKind; isCurrent: boolean }) {
  const { t } = useTranslation(['feed', 'common']);
  const client = useQueryClient();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isCurrent) link.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [isCurrent]);
  const isFeed = kind === 'forYou' || kind === 'following' || kind === 'newest';
  return (
    <Link
      ref={link}
      to="/"
      search={kind === homeFeed() ? {} : { tab: kind }}
      // The link of the feed that opens first has no search, and would count every other as a part of itself.
      activeOptions={{ exact: true }}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={() => isCurrent && void refreshFeed(client, kind)}
      className={isFeed ? feedTabClass(isCurrent) : chipClass(isCurrent)}
    >
      {isFeed ? t(kind) : t(`common:interest.${kind}`)}
    </Link>
  );
}

function feedTabClass(isCurrent: boolean): string {
  return classNames(
    'relative inline-flex min-h-10 items-center px-3 whitespace-nowrap',
    isCurrent
      ? 'font-semibold text-ink after:absolute after:inset-x-3 after:bottom-0.5 after:h-0.5 after:rounded-full after:bg-accent'
      : 'text-quiet hover:text-ink',
  );
}
