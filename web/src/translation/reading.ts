import {
  needsTranslation,
  type ReadableLanguage,
  readableLanguageTags,
  type TranslationMode,
  type TranslationPreferences,
} from '@teahouse/contract';

/** From the most helping to the most restrained. Spelled out here because the contract's own list travels with its schemas. */
export const modes = ['auto', 'offer', 'original'] as const satisfies readonly TranslationMode[];

export const ordinaryPreferences: TranslationPreferences = { mode: 'offer', byLanguage: {} };

/** What somebody reads, into what they have texts translated, and how they like to meet them. */
export interface Reader {
  reads: readonly string[];
  to: ReadableLanguage;
  preferences: TranslationPreferences;
}

/** The language of the interface where it is read, else the first one that is; regions and scripts do not matter. */
export function targetLanguage(interfaceLanguage: string, reads: readonly string[]): ReadableLanguage {
  const read = reads.flatMap((tag) => readableLanguage(tag) ?? []);
  const own = readableLanguage(interfaceLanguage) ?? 'en';
  return read.includes(own) ? own : (read[0] ?? own);
}

/** Undefined where the reader reads all of a text. One foreign language that is wanted translated brings the others along. */
export function modeFor(languages: readonly string[], { reads, preferences }: Reader): TranslationMode | undefined {
  const foreign = languages.filter((language) => needsTranslation([language], reads));
  return strongestMode(foreign.map((language) => modeOfLanguage(language, preferences)));
}

export function strongestMode(wished: readonly (TranslationMode | undefined)[]): TranslationMode | undefined {
  return modes.find((mode) => wished.includes(mode));
}

export function readableLanguage(tag: string): ReadableLanguage | undefined {
  const base = tag.split('-')[0]?.toLowerCase();
  return readableLanguageTags.find((language) => language === base);
}

export function withException(
  preferences: TranslationPreferences,
  language: ReadableLanguage,
  mode: TranslationMode | undefined,
): TranslationPreferences {
  const { [language]: _, ...others } = preferences.byLanguage;
  return { ...preferences, byLanguage: mode ? { ...others, [language]: mode } : others };
}

/** On a guess nothing is replaced by itself: a text whose language stays open is offered at most. */
function modeOfLanguage(language: string, { mode, byLanguage }: TranslationPreferences): TranslationMode {
  const known = readableLanguage(language);
  if (!known && mode === 'auto') return 'offer';
  return (known && byLanguage[known]) ?? mode;
}
