import { Link } from '@tanstack/react-router';
import type { TopicView } from '@teahouse/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/Button.tsx';
import { Count } from '../ui/Count.tsx';
import { PlusIcon } from '../ui/icons.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

/** Name, counters, and the invitation to add to it. */
export function TopicHead({ topic, name }: { topic: TopicView | undefined; name: string }) {
  const { t } = useTranslation('topic');
  return (
    <section className="flex flex-col gap-4 py-4 wide:flex-row wide:items-center wide:justify-between wide:py-5">
      <div className="flex items-center gap-4">
        <span
          aria-hidden="true"
          className="grid size-16 shrink-0 place-items-center rounded-sheet bg-jade-soft text-[2rem]/none font-semibold text-jade wide:size-18"
        >
          #
        </span>
        <div className="min-w-0">
          <p dir="auto" className="line-clamp-2 text-head font-semibold">
            {topic?.name ?? name}
          </p>
          {topic ? (
            <dl className="flex flex-wrap gap-x-5 text-quiet">
              <Figure label={t('notesLabel')}>
                <Count value={topic.noteCount} />
              </Figure>
              <Figure label={t('viewsLabel')}>
                <Count value={topic.viewCount} />
              </Figure>
              <Figure label={t('lastDayLabel')}>
                <Count value={topic.viewsLastDay} />
              </Figure>
            </dl>
          ) : (
            <Skeleton className="mt-1 h-4 w-48" />
          )}
        </div>
      </div>
      <Link to="/publish" search={{ topic: topic?.name ?? name }} className={buttonClass('primary', 'large')}>
        <PlusIcon size={20} />
        {t('publish')}
      </Link>
    </section>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline gap-1.5">
      <dt className="order-2 text-small">{label}</dt>
      <dd className="font-semibold text-ink">{children}</dd>
    </div>
  );
}
