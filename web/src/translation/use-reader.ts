import { type Me, type NoteCard, needsTranslation } from '@teahouse/contract';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardLanguage } from '../cards/card-size.ts';
import { useMe } from '../data/session.ts';
import { languageName } from '../ui/badges.tsx';
import { modeFor, ordinaryPreferences, type Reader, targetLanguage } from './reading.ts';
import { onVisitorReading, type VisitorReading, visitorReading } from './visitor-reading.ts';

/** Whose eyes the page is for: the member, or the visitor as far as their browser tells. */
export function useReader(): Reader {
  const { i18n } = useTranslation();
  const me = useMe();
  const visitor = useSyncExternalStore(onVisitorReading, visitorReading, visitorReading);
  return useMemo(() => readerOf(me, visitor, i18n.language), [me, visitor, i18n.language]);
}

/** How the reader meets the cards of a feed. */
export function useCardLanguage(): (card: Pick<NoteCard, 'language' | 'titleLanguages'>) => CardLanguage {
  const reader = useReader();
  const { language: spoken } = useTranslation().i18n;
  return useCallback(
    ({ language, titleLanguages }) => ({
      badge: needsTranslation([language], reader.reads) ? languageName(language, spoken) : undefined,
      translatesTo: modeFor(titleLanguages, reader) === 'auto' ? reader.to : undefined,
    }),
    [reader, spoken],
  );
}

/** Whoever reads an interface in a language reads that language: a visitor who switched it says so. */
function readerOf(me: Me | null | undefined, visitor: VisitorReading, interfaceLanguage: string): Reader {
  const reads = me?.languagesRead ?? [interfaceLanguage, ...visitor.reads];
  const preferences = (me ? me.translation : visitor.preferences) ?? ordinaryPreferences;
  return { reads, preferences, to: targetLanguage(interfaceLanguage, reads) };
}
