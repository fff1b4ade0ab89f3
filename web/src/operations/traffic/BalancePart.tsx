import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseExposure, Policy } from '../../data/exposure.ts';
import { Button } from '../../ui/Button.tsx';
import { formatNumber, formatShare } from '../../ui/format-figures.ts';
import { FigureGrid } from '../FigureGrid.tsx';
import { Panel } from '../Panel.tsx';
import { PolicyConfirm } from './PolicyConfirm.tsx';
import { changesBetween, draftOf, withFigure } from './policy-draft.ts';

interface BalancePartProps {
  policy: Policy;
  controllers: HouseExposure['controllers'];
}

/** The balance between natives and newcomers: what it does now, and putting it to work or to rest. */
export function BalancePart({ policy, controllers }: BalancePartProps) {
  const { t, i18n } = useTranslation('traffic');
  const [isAsking, setAsking] = useState(false);
  const { isArmed } = policy.balance;
  const { nativeBoost, newcomerUrgency, newcomerCeiling, braked } = controllers;
  const factor = (value: number) => `× ${formatNumber(value, i18n.language, 2)}`;
  const inForce = draftOf(policy);
  const turned = withFigure(inForce, 'balance', 'isArmed', !isArmed);
  return (
    <Panel
      title={t('balance.title')}
      body={t('balance.body')}
      end={
        <Button size="small" onClick={() => setAsking(true)}>
          {t(isArmed ? 'balance.disarm' : 'balance.arm')}
        </Button>
      }
    >
      <p className={isArmed ? 'text-jade' : 'text-quiet'}>{t(isArmed ? 'balance.armed' : 'balance.disarmed')}</p>
      <FigureGrid
        label={t('balance.title')}
        figures={[
          { label: t('balance.native'), value: factor(nativeBoost) },
          { label: t('balance.newcomer'), value: factor(newcomerUrgency) },
          { label: t('balance.ceiling'), value: factor(newcomerCeiling) },
          {
            label: t('balance.braked'),
            value: formatNumber(braked.length, i18n.language),
            more: braked.map(({ topic, share }) => `#${topic} ${formatShare(share, i18n.language)}`).join(' · '),
          },
        ]}
      />
      {isAsking ? (
        <PolicyConfirm
          title={t(isArmed ? 'balance.disarmTitle' : 'balance.armTitle')}
          basedOn={policy.version}
          draft={turned}
          changes={changesBetween(inForce, turned)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Panel>
  );
}
