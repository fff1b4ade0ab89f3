import type { TranslationMode } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../translation/use-preferences.ts';
import { useReader } from '../translation/use-reader.ts';
import { classNames } from '../ui/class-names.ts';
import { languageProps } from '../ui/MemberText.tsx';
import { useToast } from '../ui/Toast.tsx';

const modes = ['offer', 'auto', 'original'] as const satisfies readonly TranslationMode[];

/** One of three ways, each shown as it will look. */
export function LanguagesMode() {
  const { t } = useTranslation(['translation', 'settings']);
  const { preferences, save } = usePreferences();
  const toast = useToast();
  const choose = (mode: TranslationMode) => save({ ...preferences, mode }, () => toast(t('settings:saved')));
  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="sr-only">{t('settings.mode')}</legend>
      {modes.map((mode) => (
        <label
          key={mode}
          className={classNames(
            'flex items-start gap-3 rounded-card border p-3.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-jade',
            preferences.mode === mode ? 'border-jade bg-jade-soft/40' : 'border-line-strong hover:bg-sunken',
          )}
        >
          <input
            type="radio"
            name="translation-mode"
            checked={preferences.mode === mode}
            onChange={() => choose(mode)}
            aria-labelledby={`mode-${mode}`}
            aria-describedby={`mode-${mode}-body`}
            className="mt-0.5 size-4.5 shrink-0 accent-jade"
          />
          <span className="min-w-0 flex-1">
            <span id={`mode-${mode}`} className="block font-medium">
              {t(`settings.modes.${mode}.title`)}
            </span>
            <span id={`mode-${mode}-body`} className="block text-small text-quiet">
              {t(`settings.modes.${mode}.body`)}
            </span>
            <Example mode={mode} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The same words in a language that is read and one that is not. */
const samples = { zh: '这只猫会自己开门', en: 'This cat opens doors by itself' } as const;

function Example({ mode }: { mode: TranslationMode }) {
  const { t } = useTranslation('translation');
  const own = useReader().to === 'zh' ? 'zh' : 'en';
  const shown = mode === 'auto' ? own : own === 'zh' ? 'en' : 'zh';
  return (
    <span aria-hidden="true" className="mt-2.5 block rounded-xl border border-line bg-paper px-3 py-2">
      <span {...languageProps(shown)} className="block">
        {samples[shown]}
      </span>
      {mode === 'original' ? null : (
        <span className="flex items-center gap-1.5 pt-0.5 text-small font-medium text-jade">
          <span className="translated-mark">译</span>
          {t(mode === 'auto' ? 'original' : 'translate')}
        </span>
      )}
    </span>
  );
}
