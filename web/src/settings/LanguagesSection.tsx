import type { Me } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { LanguagesExceptions } from './LanguagesExceptions.tsx';
import { LanguagesMode } from './LanguagesMode.tsx';
import { LanguagesRead } from './LanguagesRead.tsx';
import { Part } from './Part.tsx';

/** What I read, and how texts in all other languages meet me. Visitors have these in their browser. */
export function LanguagesSection({ me }: { me: Me | null }) {
  const { t } = useTranslation('translation');
  return (
    <div>
      <Part title={t('settings.reads')} body={t('settings.readsBody')}>
        <LanguagesRead me={me} />
      </Part>
      <Part title={t('settings.mode')} body={t('settings.modeBody')}>
        <LanguagesMode />
      </Part>
      <Part title={t('settings.exceptions')} body={t('settings.exceptionsBody')}>
        <LanguagesExceptions />
      </Part>
      {me ? null : <p className="pt-2 text-small text-quiet">{t('settings.visitor')}</p>}
    </div>
  );
}
