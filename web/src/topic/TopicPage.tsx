import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Problem } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { CardList } from '../cards/CardList.tsx';
import { useTopic, useTopicNotes } from '../data/topics.ts';
import { buttonClass } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { TopicHead } from './TopicHead.tsx';

const orders = ['newest', 'liked'] as const;

/** One topic: how much it is seen, and its notes. */
export function TopicPage() {
  const { t } = useTranslation('topic');
  const navigate = useNavigate({ from: '/topics/$name' });
  const { name } = useParams({ from: '/topics/$name' });
  const order = useSearch({ from: '/topics/$name', select: (search) => search.order ?? 'newest' });
  const topic = useTopic(name);
  const isUnknown = topic.error instanceof Problem && ['not-found', 'invalid-request'].includes(topic.error.code);
  return (
    <>
      <ScreenHeader title={`# ${topic.data?.name ?? name}`} />
      {isUnknown ? (
        <EmptyState scene="letter" title={t('unknown', { name })} body={t('unknownBody')}>
          <Link to="/publish" search={{ topic: name }} className={buttonClass('primary')}>
            {t('publishFirst')}
          </Link>
        </EmptyState>
      ) : topic.error && !topic.data ? (
        <FailedState error={topic.error} onRetry={() => void topic.refetch()} />
      ) : (
        <div className="px-3 wide:px-6">
          <TopicHead topic={topic.data} name={name} />
          <Tabs
            label={t('order')}
            entries={orders.map((id) => ({ id, label: t(id) }))}
            selected={order}
            onSelect={(next) => void navigate({ search: next === 'newest' ? {} : { order: next }, replace: true })}
          >
            <div className="min-h-screen pt-4">
              <TopicNotes key={order} name={name} order={order} />
            </div>
          </Tabs>
        </div>
      )}
    </>
  );
}

function TopicNotes({ name, order }: { name: string; order: (typeof orders)[number] }) {
  const { t } = useTranslation('topic');
  const empty = <EmptyState scene="cup" title={t('empty')} body={t('unknownBody')} />;
  return <CardList label={t('list', { name })} query={useTopicNotes(name, order)} empty={empty} />;
}
