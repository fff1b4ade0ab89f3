import { Link } from '@tanstack/react-router';
import type { TopicView } from '@teahouse/contract';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { topicLabel } from '../translation/topic-label.ts';
import { useReader } from '../translation/use-reader.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Count } from '../ui/Count.tsx';
import { PlusIcon } from '../ui/icons.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

const LinkSheet = lazy(async () => ({ default: (await import('./LinkSheet.tsx')).LinkSheet }));

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
          <p className="line-clamp-2">
            <span dir="auto" className="text-head font-semibold">
              {topic?.name ?? name}
            </span>
            {topic ? <Label topic={topic} /> : null}
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
          {topic ? <Spellings topic={topic} /> : null}
        </div>
      </div>
      <Link to="/publish" search={{ topic: topic?.name ?? name }} className={buttonClass('primary', 'large')}>
        <PlusIcon size={20} />
        {t('publish')}
      </Link>
    </section>
  );
}

/** What it is called in the reader's language. */
function Label({ topic }: { topic: TopicView }) {
  const { to } = useReader();
  const label = topicLabel({ name: topic.name, labels: topic.labels ?? topic.concept?.labels }, to);
  return label ? (
    <span {...languageProps(to)} className="ms-2 text-title text-jade">
      {label}
    </span>
  ) : null;
}

/** One topic, many spellings; whoever knows another one can say so. */
function Spellings({ topic }: { topic: TopicView }) {
  const { t } = useTranslation('topic');
  const [isProposing, setProposing] = useState(false);
  const asMember = useAsMember();
  const others = (topic.concept?.spellings ?? []).filter(({ id }) => id !== topic.id);
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 pt-1 text-small text-quiet">
      {others.length > 0 ? <span>{t('also')}</span> : null}
      {others.map(({ id, name, language }) => (
        <Link
          key={id}
          to="/topics/$name"
          params={{ name }}
          {...languageProps(language)}
          className="font-medium text-jade underline-offset-2 hover:underline"
        >
          #{name}
        </Link>
      ))}
      <button
        type="button"
        onClick={() => asMember('member', () => setProposing(true))}
        className="min-h-8 underline underline-offset-2 hover:text-ink"
      >
        {t('link.ask')}
      </button>
      {isProposing ? (
        <Suspense>
          <LinkSheet name={topic.name} onClose={() => setProposing(false)} />
        </Suspense>
      ) : null}
    </div>
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
