import { readableLanguages } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { languageName } from '../ui/badges.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { useIsWide } from '../ui/use-media-query.ts';
import type { Composition } from './composition.ts';
import { TranslationPill } from './TranslationPill.tsx';
import { useFirstLanguage } from './use-first-language.ts';
import { type ComposedVersion, isBlank, type Words } from './versions.ts';
import { WordFields } from './WordFields.tsx';

interface VersionFieldsProps {
  version: ComposedVersion;
  original: Composition;
  isTitleWrong: boolean;
  takesFocus: boolean;
  onChange: (words: Partial<Words>) => void;
  onConfirm: () => void;
  onRemove: () => void;
  onStartFrom: () => void;
}

/** The same note in another language, with the first wording within reach. */
export function VersionFields(props: VersionFieldsProps) {
  const { version, original, onChange, onRemove, onStartFrom, isTitleWrong, takesFocus } = props;
  const { t, i18n } = useTranslation('compose');
  const language = languageName(version.language, i18n.language) ?? readableLanguages[version.language];
  return (
    <>
      {version.isOutdated ? <Outdated language={language} onConfirm={props.onConfirm} /> : null}
      {isBlank(original) ? null : <Original original={original} />}
      <WordFields
        words={version}
        onChange={onChange}
        language={version.language}
        placeholders={{ title: t('versions.title', { language }), text: t('versions.text', { language }) }}
        isTitleWrong={isTitleWrong}
        takesFocus={takesFocus}
        tools={
          <>
            {isBlank(original) ? null : (
              <TranslationPill onPress={onStartFrom}>{t('versions.startFrom')}</TranslationPill>
            )}
            <button
              type="button"
              onClick={onRemove}
              className="pressable min-h-9 rounded-full px-3 text-small text-quiet hover:bg-sunken hover:text-ink"
            >
              {t('versions.remove', { language })}
            </button>
          </>
        }
      />
    </>
  );
}

function Outdated({ language, onConfirm }: { language: string; onConfirm: () => void }) {
  const { t } = useTranslation('compose');
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-xl bg-amber-soft px-3.5 py-2 text-small text-amber">
      <p className="min-w-44 flex-1">{t('versions.outdated')}</p>
      <button
        type="button"
        aria-label={t('versions.confirmNamed', { language })}
        onClick={onConfirm}
        className="min-h-8 font-medium underline underline-offset-2"
      >
        {t('versions.confirm')}
      </button>
    </div>
  );
}

function Original({ original }: { original: Composition }) {
  const { t } = useTranslation('compose');
  const isWide = useIsWide();
  const language = languageProps(useFirstLanguage(original) ?? 'und');
  return (
    <details open={isWide} className="mt-3 rounded-xl bg-sunken px-3.5 py-1 text-small">
      <summary className="min-h-8 content-center text-soft">{t('versions.original')}</summary>
      <div className="pb-2 text-soft">
        <p {...language} className="font-medium text-ink">
          {original.title}
        </p>
        <p {...language} className="whitespace-pre-wrap">
          {original.text}
        </p>
      </div>
    </details>
  );
}
