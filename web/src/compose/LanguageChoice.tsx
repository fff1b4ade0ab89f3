import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../ui/badges.tsx';
import { GlobeIcon } from '../ui/icons.tsx';
import type { Composition } from './composition.ts';
import { LanguageOptions } from './LanguageOptions.tsx';
import type { ChangeComposition } from './use-browser-draft.ts';
import { useFirstLanguage } from './use-first-language.ts';

interface LanguageChoiceProps {
  composition: Composition;
  change: ChangeComposition;
}

/** Which language the note is taken for; the author may say better, now or after publishing. */
export function LanguageChoice({ composition: { title, text, language }, change }: LanguageChoiceProps) {
  const { t, i18n } = useTranslation('compose');
  const id = useId();
  const seen = languageName(useFirstLanguage({ title, text }) ?? 'und', i18n.language);
  return (
    <div className="flex min-h-13 items-center gap-3 border-t border-line">
      <GlobeIcon size={20} className="shrink-0 text-jade" />
      <label htmlFor={id} className="min-w-0 flex-1">
        {t('language.label')}
      </label>
      <select
        id={id}
        value={language ?? ''}
        onChange={(event) => change({ language: event.target.value || undefined })}
        className="max-w-[60%] min-w-0 rounded-full bg-transparent py-2 ps-3 pe-1 text-end text-soft"
      >
        <option value="">{seen ? t('language.seen', { language: seen }) : t('language.detected')}</option>
        <LanguageOptions />
      </select>
    </div>
  );
}
