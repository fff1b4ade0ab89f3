import { type Me, type ReadableLanguage, readableLanguageTags } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageChips } from '../account/LanguageChips.tsx';
import { changeVisitorReading, visitorReading } from '../translation/visitor-reading.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSave } from './use-save.ts';

export function LanguagesRead({ me }: { me: Me | null }) {
  const { t } = useTranslation(['translation', 'settings', 'account', 'common']);
  const { save, isSaving } = useSave();
  const toast = useToast();
  const reads: readonly string[] = me?.languagesRead ?? visitorReading().reads;
  const [chosen, setChosen] = useState<ReadableLanguage[]>(() =>
    reads.flatMap((read) => readableLanguageTags.find((tag) => tag === read) ?? []),
  );
  const keep = () => {
    if (me) return save({ languagesRead: chosen });
    changeVisitorReading({ reads: chosen });
    toast(t('settings:saved'));
  };
  return (
    <div className="flex flex-col items-start gap-4">
      <LanguageChips label={t('settings.reads')} chosen={chosen} onChange={setChosen} />
      {chosen.length === 0 ? (
        <p role="alert" className="text-small text-accent-fill">
          {t('account:languages.atLeastOne')}
        </p>
      ) : null}
      <Button
        look="primary"
        disabled={chosen.join() === reads.join() || chosen.length === 0}
        isBusy={isSaving}
        onClick={keep}
      >
        {t('common:save')}
      </Button>
    </div>
  );
}
