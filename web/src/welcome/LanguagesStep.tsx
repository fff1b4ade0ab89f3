import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageChips } from '../account/LanguageChips.tsx';
import { Button } from '../ui/Button.tsx';
import type { Draft } from './new-account.ts';

interface LanguagesStepProps {
  draft: Draft;
  change: (change: Partial<Draft>) => void;
  onDone: () => void;
}

export function LanguagesStep({ draft, change, onDone }: LanguagesStepProps) {
  const { t } = useTranslation('account');
  const [isAsked, setAsked] = useState(false);
  const isEmpty = draft.languagesRead.length === 0;
  return (
    <div className="flex flex-col gap-6">
      <LanguageChips
        label={t('languages.title')}
        chosen={draft.languagesRead}
        onChange={(languagesRead) => change({ languagesRead })}
      />
      <div className="flex flex-col gap-2">
        <p role="alert" className="min-h-5 text-small text-accent-fill">
          {isEmpty && isAsked ? t('languages.atLeastOne') : null}
        </p>
        <Button look="primary" size="large" onClick={() => (isEmpty ? setAsked(true) : onDone())}>
          {t('next')}
        </Button>
      </div>
    </div>
  );
}
