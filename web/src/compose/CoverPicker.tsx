import { textCovers } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { TextCoverArt } from '../ui/TextCoverArt.tsx';
import type { Composition } from './composition.ts';
import type { ChangeComposition } from './use-browser-draft.ts';

interface CoverPickerProps {
  composition: Composition;
  change: ChangeComposition;
}

/** A note without a picture: its title on one of twelve drawn grounds, seen as it will look. */
export function CoverPicker({ composition: { title, textCover }, change }: CoverPickerProps) {
  const { t } = useTranslation('compose');
  return (
    <div className="flex gap-4 pt-1 pb-4">
      <div className="h-44 w-33 shrink-0 overflow-hidden rounded-card ring-1 ring-line">
        <TextCoverArt template={textCover} text={title.trim() || t('cover.sample')} language="und" isDecorative />
      </div>
      <fieldset className="min-w-0 flex-1">
        <legend className="pb-2 text-small text-quiet">{t('cover.legend')}</legend>
        <div className="grid max-w-84 grid-cols-4 gap-2 wide:grid-cols-6">
          {textCovers.map((template) => (
            <label
              key={template}
              title={t(`cover.${template}`)}
              className="relative block aspect-square max-w-13 overflow-hidden rounded-xl ring-1 ring-line has-checked:ring-2 has-checked:ring-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-jade"
            >
              <input
                type="radio"
                name="text-cover"
                value={template}
                checked={template === textCover}
                aria-label={t(`cover.${template}`)}
                onChange={() => change({ textCover: template })}
                className="sr-only"
              />
              <TextCoverArt template={template} text="" language="und" isDecorative />
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
