import { type ReadableLanguage, readableLanguageTags } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { languageName } from '../ui/badges.tsx';
import { TextField } from '../ui/fields.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { CloseIcon, PlusIcon } from '../ui/icons.tsx';
import { LanguageSelect } from '../ui/LanguageSelect.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { emptyRendering, type RenderingDraft } from './gloss-draft.ts';

interface RenderingFieldsProps {
  renderings: readonly RenderingDraft[];
  /** Of the term: it needs no rendering in its own. */
  language: ReadableLanguage;
  onChange: (renderings: readonly RenderingDraft[]) => void;
}

const likely = ['en', 'zh', 'ja', 'ko', 'es', ...readableLanguageTags] as const satisfies readonly ReadableLanguage[];

/** How to say a term in other languages, each with a note for its readers. */
export function RenderingFields({ renderings, language, onChange }: RenderingFieldsProps) {
  const { t, i18n } = useTranslation('glossary');
  const taken = [language, ...renderings.map((rendering) => rendering.language)];
  const next = likely.find((tag) => !taken.includes(tag));
  const put = (at: number, part: Partial<RenderingDraft>) =>
    onChange(renderings.map((rendering, index) => (index === at ? { ...rendering, ...part } : rendering)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-2 font-semibold">{t('renderings')}</legend>
      {renderings.map((rendering, at) => {
        const name = languageName(rendering.language, i18n.language) ?? rendering.language;
        return (
          <div
            key={rendering.language}
            className="relative flex flex-col gap-2 rounded-card border border-line px-4 pt-3 pb-1"
          >
            <LanguageSelect
              label={t('form.renderingLanguage')}
              value={rendering.language}
              without={taken}
              className="max-w-48"
              onChoose={(tag) => tag && put(at, { language: tag })}
            />
            <TextField
              {...languageProps(rendering.language)}
              label={t('form.rendering', { language: name })}
              value={rendering.text}
              onChange={(event) => put(at, { text: event.target.value })}
            />
            <TextField
              {...languageProps(rendering.language)}
              label={t('form.note')}
              value={rendering.note}
              onChange={(event) => put(at, { note: event.target.value })}
            />
            {renderings.length > 1 ? (
              <IconButton
                icon={CloseIcon}
                iconSize={18}
                label={t('form.remove', { language: name })}
                onClick={() => onChange(renderings.filter((_, index) => index !== at))}
                className="!absolute end-1.5 top-1.5"
              />
            ) : null}
          </div>
        );
      })}
      {next ? (
        <Button
          look="jade"
          size="small"
          className="self-start"
          onClick={() => onChange([...renderings, emptyRendering(next)])}
        >
          <PlusIcon size={16} />
          {t('form.add')}
        </Button>
      ) : null}
    </fieldset>
  );
}
