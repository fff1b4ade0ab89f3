import type { InterfaceLanguage } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { chooseLanguage, currentLanguage, interfaceLanguages } from '../app/i18n.ts';
import { themes, useTheme } from '../app/theme.ts';
import { useUpdateMe } from '../data/accounts.ts';
import { useMe } from '../data/session.ts';
import { Part } from './Part.tsx';

/** Kept in this browser; the language also in the account, for messages the house sends. */
export function AppearanceSection() {
  const { t } = useTranslation(['settings', 'common']);
  const [theme, chooseTheme] = useTheme();
  const me = useMe();
  const update = useUpdateMe();
  const choose = (language: InterfaceLanguage) => {
    void chooseLanguage(language);
    if (me) update.mutate({ interfaceLanguage: language });
  };
  return (
    <div>
      <Part title={t('appearance.theme')}>
        <SegmentedChoice
          label={t('appearance.theme')}
          options={themes.map((id) => ({ id, label: t(`common:theme.${id}`) }))}
          chosen={theme}
          onChoose={chooseTheme}
        />
      </Part>
      <Part title={t('appearance.language')}>
        <SegmentedChoice
          label={t('appearance.language')}
          options={languageOptions}
          chosen={currentLanguage()}
          onChoose={choose}
        />
      </Part>
    </div>
  );
}

const languageOptions = (Object.keys(interfaceLanguages) as InterfaceLanguage[]).map((id) => ({
  id,
  label: interfaceLanguages[id],
  lang: id,
}));
