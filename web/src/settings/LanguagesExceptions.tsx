import {
  type ReadableLanguage,
  readableLanguages,
  readableLanguageTags,
  type TranslationMode,
} from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { modes, withException } from '../translation/reading.ts';
import { usePreferences } from '../translation/use-preferences.ts';
import { useReader } from '../translation/use-reader.ts';
import { languageName } from '../ui/badges.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { CloseIcon, PlusIcon } from '../ui/icons.tsx';

/** Languages that are met in their own way: learned, or always wanted translated. */
export function LanguagesExceptions() {
  const { t, i18n } = useTranslation('translation');
  const { preferences, save } = usePreferences();
  const { reads } = useReader();
  const languages = readableLanguageTags.filter((language) => preferences.byLanguage[language]);
  const others = readableLanguageTags.filter((language) => !languages.includes(language) && !reads.includes(language));
  const set = (language: ReadableLanguage, mode: TranslationMode | undefined) =>
    save(withException(preferences, language, mode));
  const nameOf = (language: ReadableLanguage) => languageName(language, i18n.language) ?? readableLanguages[language];
  return (
    <div className="flex flex-col items-start gap-3">
      {languages.length === 0 ? <p className="text-small text-quiet">{t('settings.noExceptions')}</p> : null}
      <ul className="flex w-full flex-col gap-2 empty:hidden">
        {languages.map((language) => (
          <li key={language} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-24 flex-1">
              <span lang={language}>{readableLanguages[language]}</span>{' '}
              <span className="text-small text-quiet">{nameOf(language)}</span>
            </span>
            <SegmentedChoice
              label={t('settings.modeFor', { language: nameOf(language) })}
              options={modes.map((id) => ({ id, label: t(`settings.short.${id}`) }))}
              chosen={preferences.byLanguage[language] ?? preferences.mode}
              onChoose={(mode) => set(language, mode)}
            />
            <IconButton
              icon={CloseIcon}
              iconSize={18}
              label={t('settings.remove', { language: nameOf(language) })}
              onClick={() => set(language, undefined)}
            />
          </li>
        ))}
      </ul>
      <label className="inline-flex min-h-9 items-center gap-2 rounded-full border border-line-strong ps-3 pe-1.5 text-small hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-jade">
        <PlusIcon size={16} />
        <span className="sr-only">{t('settings.add')}</span>
        <select
          value=""
          onChange={(event) => {
            const language = readableLanguageTags.find((tag) => tag === event.target.value);
            if (language) set(language, 'original');
          }}
          className="min-h-9 max-w-44 rounded-full bg-transparent pe-1 outline-none"
        >
          <option value="">{t('settings.add')}</option>
          {others.map((language) => (
            <option key={language} value={language} lang={language}>
              {readableLanguages[language]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
