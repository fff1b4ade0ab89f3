import { readableLanguages } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { languageName } from '../ui/badges.tsx';
import type { Shortcoming } from './composition.ts';

/** What is missing, and in which language. */
export function ShortcomingText({ shortcoming: { kind, language } }: { shortcoming: Shortcoming }) {
  const { t, i18n } = useTranslation('compose');
  if (!language) return t(`shortcoming.${kind}`);
  const name = languageName(language, i18n.language) ?? readableLanguages[language];
  return t('shortcoming.inVersion', { language: name, what: t(`shortcoming.${kind}`) });
}
