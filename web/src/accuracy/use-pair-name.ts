import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../ui/badges.tsx';

/** `zh-en` in the reader's words. */
export function usePairName(): (pair: string) => string {
  const { i18n } = useTranslation();
  return useCallback(
    (pair) =>
      pair
        .split('-')
        .map((tag) => languageName(tag, i18n.language) ?? tag)
        .join(' → '),
    [i18n.language],
  );
}
