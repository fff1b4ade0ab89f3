import { type ResponseOutput, readableLanguages, type routes } from '@teahouse/contract';
import { readableLanguage } from '../translation/reading.ts';
import { languageName } from '../ui/badges.tsx';

type Readers = ResponseOutput<typeof routes.translations.readers>;

export interface ReaderShares {
  percent: string;
  /** "English 12, 日本語 3", the largest first. */
  languages: string;
}

const shown = 3;

/** Undefined while nobody has read in translation. */
export function readerShares(readers: Readers, spoken: string): ReaderShares | undefined {
  const { views, translatedViews, byLanguage } = readers;
  if (translatedViews === 0) return undefined;
  // Views are counted now and then, readers at once: the part may be ahead of the whole.
  const share = Math.min(1, translatedViews / Math.max(views, translatedViews));
  const counts = new Intl.NumberFormat(spoken);
  const names = byLanguage
    .toSorted((a, b) => b.viewers - a.viewers)
    .slice(0, shown)
    .map(({ language, viewers }) => `${nameOf(language, spoken)} ${counts.format(viewers)}`);
  return {
    percent: new Intl.NumberFormat(spoken, { style: 'percent' }).format(share),
    languages: new Intl.ListFormat(spoken, { type: 'unit', style: 'short' }).format(names),
  };
}

/** A language by its own name: its readers are meant. */
function nameOf(language: string, spoken: string): string {
  const known = readableLanguage(language);
  return known ? readableLanguages[known] : (languageName(language, spoken) ?? language);
}
