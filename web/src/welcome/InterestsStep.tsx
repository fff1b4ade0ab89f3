import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { InterestTiles } from '../account/InterestTiles.tsx';
import { RulesSheet } from '../account/RulesSheet.tsx';
import { Button } from '../ui/Button.tsx';
import type { Draft } from './new-account.ts';

interface InterestsStepProps {
  draft: Draft;
  change: (change: Partial<Draft>) => void;
  isBusy: boolean;
  /** Why the house did not take the new member in, where no earlier field is to blame. */
  problem: string | undefined;
  becomesOperator: boolean;
  onDone: () => void;
}

/** The last step: what to see first, the rules of the house, and in. */
export function InterestsStep({ draft, change, isBusy, problem, becomesOperator, onDone }: InterestsStepProps) {
  // The rules' own words are fetched along, so that opening them shows them at once.
  const { t } = useTranslation(['account', 'rules']);
  const [isReadingRules, setReadingRules] = useState(false);
  return (
    <div className="flex flex-col gap-5">
      <InterestTiles
        label={t('interests.title')}
        chosen={draft.interests}
        onChange={(interests) => change({ interests })}
      />
      <p className="text-small text-soft">
        <Trans
          t={t}
          i18nKey="rules.agree"
          components={{
            rules: (
              <button
                type="button"
                className="font-medium text-ink underline underline-offset-2"
                onClick={() => setReadingRules(true)}
              />
            ),
          }}
        />
      </p>
      {becomesOperator ? <p className="text-small text-jade">{t('operator.pending')}</p> : null}
      {problem ? (
        <p role="alert" className="text-small text-accent-fill">
          {problem}
        </p>
      ) : null}
      <Button look="primary" size="large" isBusy={isBusy} onClick={onDone}>
        {t('join')}
        {draft.interests.length > 0 ? (
          <span className="text-small font-normal opacity-90">
            · {t('interests.picked', { count: draft.interests.length })}
          </span>
        ) : null}
      </Button>
      <RulesSheet isOpen={isReadingRules} onClose={() => setReadingRules(false)} />
    </div>
  );
}
