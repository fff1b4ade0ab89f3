import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../../account/FailedState.tsx';
import { usePolicy } from '../../data/exposure.ts';
import { type TrafficOverview, useTrafficOverview } from '../../data/traffic-operations.ts';
import { HouseAccount } from '../../exposure/HouseAccount.tsx';
import { QueueSkeleton } from '../../moderation/QueueSkeleton.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { OperationsScreen } from '../OperationsScreen.tsx';
import { Panel } from '../Panel.tsx';
import { BalancePart } from './BalancePart.tsx';
import { EngineHealth } from './EngineHealth.tsx';
import { PolicyEditor } from './PolicyEditor.tsx';
import { PromotionsPart } from './PromotionsPart.tsx';

/** How attention is shared out in this house, and what the operator can do about it. */
export function TrafficOperations() {
  return (
    <OperationsScreen desk="traffic">
      <Desk />
    </OperationsScreen>
  );
}

function Desk() {
  const overview = useTrafficOverview();
  const policy = usePolicy().data?.policy;
  if (!overview.data) {
    return overview.error ? (
      <FailedState error={overview.error} onRetry={() => void overview.refetch()} />
    ) : (
      <QueueSkeleton />
    );
  }
  const { engine, exposure, openSignals } = overview.data;
  return (
    <div className="flex flex-col gap-12">
      <EngineHealth engine={engine} end={openSignals > 0 ? <SignalsLink count={openSignals} /> : null} />
      {policy ? (
        <>
          <BalancePart policy={policy} controllers={exposure.controllers} />
          <PolicyEditor key={policy.version} policy={policy} />
          <PromotionsPart paidShare={policy.page.paidShare} />
        </>
      ) : null}
      <Account exposure={exposure} />
    </div>
  );
}

function SignalsLink({ count }: { count: number }) {
  const { t } = useTranslation('traffic');
  return (
    <Link to="/moderation" search={{ show: 'signals' }} className={buttonClass('jade', 'small')}>
      {t('signals', { count })}
    </Link>
  );
}

function Account({ exposure }: Pick<TrafficOverview, 'exposure'>) {
  const { t } = useTranslation('traffic');
  return (
    <Panel
      title={t('account.title')}
      end={
        <Link to="/exposure" className="text-small text-jade hover:underline">
          {t('account.public')}
        </Link>
      }
    >
      <div className="flex flex-col gap-10">
        <HouseAccount account={exposure} />
      </div>
    </Panel>
  );
}
