import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CardList } from '../cards/CardList.tsx';
import { type FeedKind, useFeed } from '../data/feed.ts';
import { homeFeed } from '../data/home-feed.ts';
import { useMe } from '../data/session.ts';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { EmptyFeed } from './EmptyFeed.tsx';
import { FeedTabs } from './FeedTabs.tsx';
import { useOrderedTabs } from './ordered-tabs.ts';
import { useSwipe } from './use-swipe.ts';

/** The front door: feeds side by side, notes in lanes. */
export function Discover() {
  const { t } = useTranslation(['feed', 'common']);
  const kind: FeedKind = useSearch({ from: '/', select: (search) => search.tab ?? homeFeed() });
  const navigate = useNavigate({ from: '/' });
  const tabs = useOrderedTabs();
  useDocumentTitle(undefined);
  const swipe = useSwipe((step) => {
    const next = tabs[tabs.indexOf(kind) + step];
    if (next) void navigate({ search: next === homeFeed() ? {} : { tab: next } });
  });
  return (
    <div {...swipe}>
      <h1 className="sr-only">{t('common:nav.discover')}</h1>
      <FeedTabs tabs={tabs} current={kind} />
      <div className="min-h-screen px-2 pt-1 wide:px-6 wide:pt-2">
        <FeedList key={kind} kind={kind} />
      </div>
    </div>
  );
}

function FeedList({ kind }: { kind: FeedKind }) {
  const { t } = useTranslation('feed');
  const me = useMe();
  const feed = useFeed(kind);
  if (kind === 'following' && me === null) return <EmptyFeed kind="followingVisitor" />;
  return <CardList label={t('list')} query={feed} feed={kind} empty={<EmptyFeed kind={emptyKind(kind)} />} />;
}

function emptyKind(kind: FeedKind) {
  if (kind === 'following') return 'following';
  return kind === 'forYou' || kind === 'newest' ? 'forYou' : 'category';
}
