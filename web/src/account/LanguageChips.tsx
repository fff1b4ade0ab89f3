import { type ReadableLanguage, readableLanguages, readableLanguageTags } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChipGroup } from './ChipGroup.tsx';

interface LanguageChipsProps {
  label: string;
  chosen: readonly ReadableLanguage[];
  onChange: (chosen: ReadableLanguage[]) => void;
}

/** As many as fit without scrolling on a phone. */
const shownAtFirst = 12;
export const mostLanguages = 12;

/** Languages in their own names; the likely ones first. */
export function LanguageChips({ label, chosen, onChange }: LanguageChipsProps) {
  const { t } = useTranslation('account');
  const [order] = useState(() => [...new Set([...chosen, ...readableLanguageTags])]);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? order : order.slice(0, Math.max(shownAtFirst, chosen.length));
  return (
    <div className="flex flex-col items-start gap-3">
      <ChipGroup
        label={label}
        options={shown.map((tag) => ({ id: tag, label: readableLanguages[tag], lang: tag }))}
        chosen={chosen}
        onChange={(next) => next.length <= mostLanguages && onChange(next)}
      />
      {isWhole ? null : (
        <button
          type="button"
          className="min-h-9 text-small font-medium text-jade hover:underline"
          onClick={() => setWhole(true)}
        >
          {t('languages.more')}
        </button>
      )}
    </div>
  );
}
