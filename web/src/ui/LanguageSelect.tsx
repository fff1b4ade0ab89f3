import { type ReadableLanguage, readableLanguages, readableLanguageTags } from '@teahouse/contract';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import { DownIcon } from './icons.tsx';

interface LanguageSelectProps extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  label: string;
  isLabelHidden?: boolean;
  value: ReadableLanguage | undefined;
  /** What stands for no choice; without it one has to be made. */
  none?: string;
  /** Languages that cannot be chosen here. */
  without?: readonly ReadableLanguage[];
  onChoose: (language: ReadableLanguage | undefined) => void;
}

/** One of the languages members read, each under its own name. */
export function LanguageSelect({
  label,
  isLabelHidden = false,
  value,
  none,
  without = [],
  onChoose,
  className,
  ...rest
}: LanguageSelectProps) {
  const { i18n } = useTranslation();
  const choices = readableLanguageTags.filter((tag) => tag === value || !without.includes(tag));
  return (
    <label className={classNames('flex flex-col gap-1.5', className)}>
      <span className={isLabelHidden ? 'sr-only' : 'text-small font-medium text-soft'}>{label}</span>
      <span className="relative block">
        <select
          {...rest}
          value={value ?? ''}
          onChange={(event) => onChoose(choices.find((tag) => tag === event.target.value))}
          className="h-11 w-full appearance-none rounded-xl border border-line-strong bg-raised ps-3.5 pe-9 text-body hover:border-quiet"
        >
          {none === undefined ? null : (
            <option value="" lang={i18n.language}>
              {none}
            </option>
          )}
          {choices.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {readableLanguages[tag]}
            </option>
          ))}
        </select>
        <DownIcon size={18} className="pointer-events-none absolute end-3 top-3 text-quiet" />
      </span>
    </label>
  );
}
