import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { LoadMore } from '../account/LoadMore.tsx';
import { SignInGate } from '../account/SignInGate.tsx';
import { useStatements } from '../data/moderation-statements.ts';
import { useMe } from '../data/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { StatementCard } from './StatementCard.tsx';

/** Statements of reasons: what was decided about what I wrote, and the way to another pair of eyes. */
export function Statements() {
  const { t } = useTranslation('rules');
  const me = useMe();
  useDocumentTitle(t('statements.title'));
  return (
    <>
      <ScreenHeader title={t('statements.title')} />
      <div className="mx-auto max-w-2xl px-4 pt-4 pb-16">
        {me === null ? <SignInGate /> : <List isSignedIn={Boolean(me)} />}
      </div>
    </>
  );
}

function List({ isSignedIn }: { isSignedIn: boolean }) {
  const { t } = useTranslation('rules');
  const statements = useStatements(isSignedIn);
  if (statements.isPending) return <ListSkeleton />;
  if (!statements.data) return <FailedState error={statements.error} onRetry={() => void statements.refetch()} />;
  if (statements.data.length === 0) {
    return <EmptyState scene="cup" title={t('statements.empty.title')} body={t('statements.empty.body')} />;
  }
  return (
    <>
      <ul className="flex flex-col gap-4">
        {statements.data.map((statement) => (
          <li key={statement.id}>
            <StatementCard statement={statement} />
          </li>
        ))}
      </ul>
      <LoadMore query={statements} />
    </>
  );
}

function ListSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <Skeleton className="h-52 w-full !rounded-card" />
      <Skeleton className="h-52 w-full !rounded-card" />
    </div>
  );
}
