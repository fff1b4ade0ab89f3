import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../data/session.ts';
import { languageName } from '../ui/badges.tsx';

/** What a visitor's browser says they read. */
const browserReads = new Set(navigator.languages.map(primaryOf));

/** Names a language the reader does not read, for its badge; says nothing about those they do. */
export function useForeignLanguage(): (language: string) => string | undefined {
  const { i18n } = useTranslation();
  const reads = useMe()?.languagesRead;
  const interfaceLanguage = i18n.language;
  return useCallback(
    (language) => {
      const primary = primaryOf(language);
      const isRead = reads ? reads.includes(primary) : primary === interfaceLanguage || browserReads.has(primary);
      return isRead ? undefined : languageName(language, interfaceLanguage);
    },
    [reads, interfaceLanguage],
  );
}

function primaryOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
