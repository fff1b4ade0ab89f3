import type { Me } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { LoadMore } from '../account/LoadMore.tsx';
import { SignInGate } from '../account/SignInGate.tsx';
import { useMe } from '../data/session.ts';
import { useSuggestions } from '../data/suggestions.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { SuggestionCard } from './SuggestionCard.tsx';

/** Better translations that readers proposed, for those who decide about them. */
export function Suggestions() {
  const { t } = useTranslation('translation-author');
  const me = useMe();
  return (
    <>
      <ScreenHeader title={t('suggestions.title')} />
      <div className="mx-auto max-w-2xl px-4 pt-2 pb-16">
        {me === null ? <SignInGate /> : me ? <Inbox me={me} /> : <InboxSkeleton />}
      </div>
    </>
  );
}

function Inbox({ me }: { me: Me }) {
  const { t } = useTranslation('translation-author');
  const suggestions = useSuggestions(true);
  if (suggestions.isPending) return <InboxSkeleton />;
  if (!suggestions.data) return <FailedState error={suggestions.error} onRetry={() => void suggestions.refetch()} />;
  if (suggestions.data.length === 0 && !suggestions.hasNextPage) {
    return <EmptyState scene="letter" title={t('suggestions.empty.title')} body={t('suggestions.empty.body')} />;
  }
  return (
    <>
      <p className="pb-4 text-quiet">{t(me.role === 'member' ? 'suggestions.mine' : 'suggestions.all')}</p>
      <ul className="flex flex-col gap-4">
        {suggestions.data.map((suggestion) => (
          <li key={suggestion.id}>
            <SuggestionCard suggestion={suggestion} />
          </li>
        ))}
      </ul>
      <LoadMore query={suggestions} />
    </>
  );
}

function InboxSkeleton() {
  return (
    <div className="flex flex-col gap-4 pt-4">
      <Skeleton className="h-64 w-full !rounded-card" />
      <Skeleton className="h-64 w-full !rounded-card" />
    </div>
  );
}
