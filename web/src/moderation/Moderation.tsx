import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SignInGate } from '../account/SignInGate.tsx';
import { useMe } from '../data/session.ts';
import { buttonClass } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { AppealQueue } from './AppealQueue.tsx';
import { AuditTrail } from './AuditTrail.tsx';
import { GlossQueue } from './GlossQueue.tsx';
import { HousePanel } from './HousePanel.tsx';
import { QueueSkeleton } from './QueueSkeleton.tsx';
import { ReportQueue } from './ReportQueue.tsx';
import { SignalQueue } from './SignalQueue.tsx';
import { TopicLinkQueue } from './TopicLinkQueue.tsx';
import { TranslationQueue } from './TranslationQueue.tsx';

const moderatorTabs = ['reports', 'appeals', 'translations', 'glossary', 'topics', 'signals', 'audit'] as const;
const operatorTabs = [...moderatorTabs, 'house'] as const;
type TabId = (typeof operatorTabs)[number];

/** Keeping the peace: what was reported or held, what was appealed, who did what; and the house itself for its operator. */
export function Moderation() {
  const { t } = useTranslation('moderation');
  const me = useMe();
  return (
    <>
      <ScreenHeader title={t('title')}>
        {me && me.role !== 'member' ? (
          <Link to="/suggestions" className={buttonClass('plain', 'small')}>
            {t('suggestions')}
          </Link>
        ) : null}
      </ScreenHeader>
      <div className="mx-auto max-w-[1200px] px-4 pb-16 wide:px-6">
        {me === undefined ? (
          <QueueSkeleton />
        ) : me === null ? (
          <SignInGate />
        ) : me.role === 'member' ? (
          <EmptyState scene="chairs" title={t('notForYou')} body={t('notForYouBody')} />
        ) : (
          <Desk tabs={me.role === 'operator' ? operatorTabs : moderatorTabs} />
        )}
      </div>
    </>
  );
}

function Desk({ tabs }: { tabs: readonly TabId[] }) {
  const { t } = useTranslation('moderation');
  const navigate = useNavigate({ from: '/moderation' });
  const show = useSearch({ from: '/moderation', select: (search) => search.show });
  const selected = tabs.find((tab) => tab === show) ?? 'reports';
  return (
    <Tabs
      label={t('title')}
      entries={tabs.map((id) => ({ id, label: t(`tab.${id}`) }))}
      selected={selected}
      onSelect={(id) => void navigate({ search: id === 'reports' ? {} : { show: id }, replace: true })}
    >
      <div className="pt-5">
        {selected === 'reports' ? <ReportQueue /> : null}
        {selected === 'appeals' ? <AppealQueue /> : null}
        {selected === 'translations' ? <TranslationQueue /> : null}
        {selected === 'glossary' ? <GlossQueue /> : null}
        {selected === 'topics' ? <TopicLinkQueue /> : null}
        {selected === 'signals' ? <SignalQueue /> : null}
        {selected === 'audit' ? <AuditTrail /> : null}
        {selected === 'house' ? <HousePanel /> : null}
      </div>
    </Tabs>
  );
}
