import type { NoteCard } from '@teahouse/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedKind } from '../data/feed.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { Masonry } from './Masonry.tsx';
import { MasonrySkeleton } from './MasonrySkeleton.tsx';

/** What an infinite query of cards offers (with `select` giving the cards themselves). */
export interface CardQuery {
  data: readonly NoteCard[] | undefined;
  error: unknown;
  isPending: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

interface CardListProps {
  label: string;
  query: CardQuery;
  /** Which of the feeds this is; other lists are none. */
  feed?: FeedKind;
  /** Shown when the list is there and has nothing in it. */
  empty: ReactNode;
}

/** Cards of any list, in all its states: on the way, failed, empty, there, at its end. */
export function CardList({ label, query, feed, empty }: CardListProps) {
  const { t } = useTranslation(['feed', 'common']);
  const textOf = useProblemText();
  if (query.isPending) return <MasonrySkeleton />;
  if (!query.data) {
    return (
      <EmptyState title={t('failed.title')} body={textOf(query.error)}>
        <Button look="primary" onClick={() => void query.refetch()}>
          {t('common:retry')}
        </Button>
      </EmptyState>
    );
  }
  if (query.data.length === 0) return empty;
  return (
    <>
      <Masonry
        label={label}
        cards={query.data}
        feed={feed}
        hasMore={query.hasNextPage && !query.error}
        isLoadingMore={query.isFetchingNextPage}
        onMore={query.fetchNextPage}
      />
      <ListFoot query={query} />
    </>
  );
}

function ListFoot({ query }: { query: CardQuery }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  if (query.error) {
    return (
      <p className="flex flex-col items-center gap-3 py-8 text-small text-quiet" role="alert">
        {textOf(query.error)}
        <Button size="small" onClick={() => void query.fetchNextPage()}>
          {t('retry')}
        </Button>
      </p>
    );
  }
  return <p className="py-8 text-center text-small text-quiet">{query.hasNextPage ? ' ' : t('endOfList')}</p>;
}
