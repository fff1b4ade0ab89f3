import { type ReadableLanguage, readableLanguages } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHouse } from '../data/house.ts';
import { useReader } from '../translation/use-reader.ts';
import { Chip } from '../ui/Chip.tsx';
import { DownIcon } from '../ui/icons.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import type { Composition } from './composition.ts';
import { otherLanguages } from './first-language.ts';
import { LanguageMenu } from './LanguageMenu.tsx';
import { ReadsIn } from './ReadsIn.tsx';
import { useFirstLanguage } from './use-first-language.ts';
import { isBlank, type Words } from './versions.ts';

interface ReadsInSheetProps {
  composition: Composition;
  /** The language to begin with; otherwise the likeliest. */
  to: ReadableLanguage | undefined;
  onStartFrom: (language: ReadableLanguage, words: Words) => void;
  onClose: () => void;
}

/** Beside the menu there is room for so many on a phone, in two rows. */
const likely = 6;

/** How the note reads in the languages of the house, before anybody has read it. */
export function ReadsInSheet({ composition, to, onStartFrom, onClose }: ReadsInSheetProps) {
  const { t } = useTranslation('translation-author');
  const { reads } = useReader();
  const house = useHouse();
  const languages = otherLanguages([useFirstLanguage(composition)], reads, house.data?.languages);
  const [chosen, choose] = useState(to ?? languages[0]);
  const near = [...new Set([...languages.slice(0, likely), ...(chosen ? [chosen] : [])])];
  const startFrom = (language: ReadableLanguage, words: Words) => {
    onStartFrom(language, words);
    onClose();
  };
  return (
    <Sheet title={t('preview.title')} isOpen onClose={onClose} width={760}>
      <div className="flex flex-col gap-4">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend that cannot be laid out with the chips */}
        <div role="group" aria-label={t('preview.language')} className="flex flex-wrap gap-2">
          {near.map((tag) => (
            <Chip key={tag} lang={tag} isOn={tag === chosen} onClick={() => choose(tag)}>
              {readableLanguages[tag]}
            </Chip>
          ))}
          <LanguageMenu
            label={t('preview.language')}
            languages={languages.filter((tag) => !near.includes(tag))}
            onChoose={choose}
            className="pressable flex min-h-9 items-center gap-1 rounded-full px-3 text-small text-soft hover:bg-sunken hover:text-ink"
          >
            {t('preview.others')}
            <DownIcon size={14} />
          </LanguageMenu>
        </div>
        {isBlank(composition) || !chosen ? (
          <p className="py-6 text-quiet">{t('preview.blank')}</p>
        ) : (
          <ReadsIn key={chosen} composition={composition} to={chosen} onStartFrom={startFrom} />
        )}
      </div>
    </Sheet>
  );
}
