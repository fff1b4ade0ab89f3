import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { useIsWide } from '../ui/use-media-query.ts';
import { QueueSkeleton } from './QueueSkeleton.tsx';

interface QueueQuery<T> {
  data: readonly T[] | undefined;
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

interface QueueProps<T> {
  label: string;
  query: QueueQuery<T>;
  row: (item: T) => ReactNode;
  detail: (item: T, onDone: () => void) => ReactNode;
  detailTitle: string;
  empty: ReactNode;
}

/** What waits on the left, the chosen one on the right; on phones the chosen one comes up as a sheet. */
export function Queue<T extends { id: string }>({ label, query, row, detail, detailTitle, empty }: QueueProps<T>) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const [chosenId, setChosenId] = useState<string>();
  if (!query.data) {
    return query.error ? <FailedState error={query.error} onRetry={() => void query.refetch()} /> : <QueueSkeleton />;
  }
  if (query.data.length === 0) return empty;
  const chosen = query.data.find(({ id }) => id === chosenId) ?? (isWide ? query.data[0] : undefined);
  const close = () => setChosenId(undefined);
  return (
    <div className="wide:grid wide:grid-cols-[minmax(260px,360px)_minmax(0,1fr)] wide:items-start wide:gap-8">
      <div>
        <ul aria-label={label} className="flex flex-col gap-2">
          {query.data.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                aria-current={item.id === chosen?.id || undefined}
                onClick={() => setChosenId(item.id)}
                className={classNames(
                  'w-full rounded-card border px-4 py-3 text-start',
                  item.id === chosen?.id ? 'border-ink bg-raised' : 'border-line hover:border-line-strong',
                )}
              >
                {row(item)}
              </button>
            </li>
          ))}
        </ul>
        {query.hasNextPage ? (
          <Button
            size="small"
            isBusy={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
            className="mt-3 w-full"
          >
            {t('loadMore')}
          </Button>
        ) : null}
      </div>
      {chosen && isWide ? (
        <section
          key={chosen.id}
          aria-label={detailTitle}
          className="sticky top-[calc(var(--top-height)+12px)] max-h-[calc(100dvh-var(--top-height)-24px)] overflow-y-auto rounded-sheet border border-line bg-raised p-6"
        >
          {detail(chosen, close)}
        </section>
      ) : null}
      {chosen && !isWide ? (
        <Sheet key={chosen.id} title={detailTitle} isOpen onClose={close}>
          {detail(chosen, close)}
        </Sheet>
      ) : null}
    </div>
  );
}
