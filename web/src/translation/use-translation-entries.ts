import { needsTranslation, type ReadableLanguage } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { languageName } from '../ui/badges.tsx';
import { GlobeIcon } from '../ui/icons.tsx';
import type { MenuEntry } from '../ui/MenuPopover.tsx';
import { useToast } from '../ui/Toast.tsx';
import { readableLanguage, withException } from './reading.ts';
import { usePreferences } from './use-preferences.ts';
import { useReader } from './use-reader.ts';
import type { ReadUnit } from './use-text-unit.ts';

/** For the menu of a note or comment: translate or show as written, and once translated, what to do with its language. */
export function useTranslationEntries(read: ReadUnit): () => MenuEntry[] {
  const { t } = useTranslation('translation');
  const languageEntries = useLanguageEntries(read);
  return () => {
    if (!read.mode) return [];
    const isOriginal = read.shows === 'original';
    const toggle: MenuEntry = {
      id: 'translate',
      label: t(isOriginal ? 'translate' : 'original'),
      icon: GlobeIcon,
      onAction: () => read.show(isOriginal ? 'translated' : 'original'),
    };
    return [toggle, ...(read.isReadable ? languageEntries() : [])];
  };
}

/** "Always translate Chinese" and "Never translate Chinese", as far as they would change anything. */
export function useLanguageEntries(read: ReadUnit): () => MenuEntry[] {
  const { t, i18n } = useTranslation('translation');
  const { reads } = useReader();
  const { preferences, save } = usePreferences();
  const toast = useToast();
  return () => {
    const language = foreignLanguageOf(read, reads);
    const name = language && languageName(language, i18n.language);
    if (!language || !name) return [];
    const present = preferences.byLanguage[language] ?? preferences.mode;
    const always = () =>
      save(withException(preferences, language, 'auto'), () => toast(t('alwaysSet', { language: name })));
    const never = () => {
      save(withException(preferences, language, 'original'), () => toast(t('neverSet', { language: name })));
      read.show('original');
    };
    return [
      ...(present === 'auto' ? [] : [{ id: 'always', label: t('always', { language: name }), onAction: always }]),
      ...(present === 'original' ? [] : [{ id: 'never', label: t('never', { language: name }), onAction: never }]),
    ];
  };
}

function foreignLanguageOf({ main }: ReadUnit, reads: readonly string[]): ReadableLanguage | undefined {
  const languages = main ? [...(main.view?.from ?? []), ...main.words.languages] : [];
  return languages
    .filter((language) => needsTranslation([language], reads))
    .flatMap((tag) => readableLanguage(tag) ?? [])[0];
}
