import { type Me, type ReadableLanguage, readableLanguageTags } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageChips } from '../account/LanguageChips.tsx';
import { Button } from '../ui/Button.tsx';
import { useSave } from './use-save.ts';

export function LanguagesSection({ me }: { me: Me }) {
  const { t } = useTranslation(['settings', 'account', 'common']);
  const [chosen, setChosen] = useState<ReadableLanguage[]>(() =>
    me.languagesRead.flatMap((read) => readableLanguageTags.find((tag) => tag === read) ?? []),
  );
  const { save, isSaving } = useSave();
  const isChanged = chosen.join() !== me.languagesRead.join();
  return (
    <div className="flex flex-col items-start gap-5">
      <p className="text-soft">{t('languages.body')}</p>
      <LanguageChips label={t('section.languages.title')} chosen={chosen} onChange={setChosen} />
      {chosen.length === 0 ? (
        <p role="alert" className="text-small text-accent-fill">
          {t('account:languages.atLeastOne')}
        </p>
      ) : null}
      <Button
        look="primary"
        disabled={!isChanged || chosen.length === 0}
        isBusy={isSaving}
        onClick={() => save({ languagesRead: chosen })}
      >
        {t('common:save')}
      </Button>
    </div>
  );
}
