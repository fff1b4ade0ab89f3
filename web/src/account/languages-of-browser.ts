import { type ReadableLanguage, readableLanguageTags } from '@teahouse/contract';

/** The languages a browser asks for, as far as they can be chosen here; English where none can. */
export function languagesOfBrowser(tags: readonly string[]): ReadableLanguage[] {
  const short = tags.map((tag) => tag.split('-')[0]?.toLowerCase());
  const known = readableLanguageTags.filter((tag) => short.includes(tag));
  known.sort((a, b) => short.indexOf(a) - short.indexOf(b));
  return known.length > 0 ? known : ['en'];
}
