import type { TranslationView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { languageName } from '../ui/badges.tsx';

/** "Chinese → English · Bergamot · machine translation": where a translation comes from, in words. */
export function useTranslationLine(): (view: TranslationView) => string {
  const { t, i18n } = useTranslation('translation');
  return (view) => {
    const to = languageName(view.to, i18n.language) ?? view.to;
    const from = namesOf(view.from, i18n.language, view.to);
    const pair = from ? t('mark.pair', { from, to }) : t('mark.into', { to });
    return [pair, ...originOf(view)].join(' · ');
  };

  function originOf({ origin, engine, by }: TranslationView): string[] {
    switch (origin) {
      case 'author':
        return [t('mark.author')];
      case 'member':
        return [by ? t('mark.member', { name: by.name }) : t('mark.memberUnknown')];
      case 'memory':
        return [t('mark.memory')];
      default:
        return [...(engine ? [engine] : []), t('mark.machine')];
    }
  }
}

/** Languages of a text in the reader's words, without the one it was translated into. */
export function namesOf(languages: readonly string[], reader: string, to: string): string {
  const names = languages.filter((language) => language !== to).flatMap((tag) => languageName(tag, reader) ?? []);
  return new Intl.ListFormat(reader, { type: 'unit', style: 'narrow' }).format(names);
}
