/** Languages a member can choose to read or write in, with their own names. More are detected than are listed here. */
export const readableLanguages = {
  zh: '中文',
  en: 'English',
  ja: '日本語',
  ko: '한국어',
  es: 'Español',
  fr: 'Français',
  de: 'Deutsch',
  pt: 'Português',
  it: 'Italiano',
  ru: 'Русский',
  uk: 'Українська',
  pl: 'Polski',
  nl: 'Nederlands',
  tr: 'Türkçe',
  ar: 'العربية',
  he: 'עברית',
  fa: 'فارسی',
  hi: 'हिन्दी',
  bn: 'বাংলা',
  th: 'ไทย',
  vi: 'Tiếng Việt',
  id: 'Bahasa Indonesia',
  ms: 'Bahasa Melayu',
  tl: 'Tagalog',
} as const;

export type ReadableLanguage = keyof typeof readableLanguages;
export const readableLanguageTags = Object.keys(readableLanguages) as [ReadableLanguage, ...ReadableLanguage[]];

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur']);

/** Base direction for a `dir` attribute; `auto` where the language says nothing. */
export function directionOf(language: string): 'ltr' | 'rtl' | 'auto' {
  if (language === 'und' || language === 'mul' || language === 'zxx') return 'auto';
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * Whether the translate button stands on a text: some language of it is not read. What stays open (`und`) may be foreign;
 * a text without letters never needs translating.
 *
 * @param languages every language of the text, `zxx` or none without letters
 * @param languagesRead tags of the reader's languages; regions and scripts in them do not matter
 */
export function needsTranslation(languages: readonly string[], languagesRead: readonly string[]): boolean {
  const read = new Set(languagesRead.map(baseLanguage));
  return languages.some((language) => language !== 'zxx' && !read.has(baseLanguage(language)));
}

function baseLanguage(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

/** Interests offered at sign-up and the category tabs of discovery. */
export const interests = [
  'food',
  'cats',
  'travel',
  'outfits',
  'crafts',
  'home',
  'study',
  'fitness',
  'photography',
  'music',
  'plants',
  'books',
  'language-exchange',
  'budgeting',
  'outdoors',
] as const;
export type Interest = (typeof interests)[number];

/** Formats that carried the exchange of January 2025: 听劝, 对账, homework help, 猫税. */
export const noteFormats = ['free', 'advice', 'compare', 'homework', 'cat-tax'] as const;
export type NoteFormat = (typeof noteFormats)[number];

/** Drawn backgrounds for notes without a picture. */
export const textCovers = [
  'paper',
  'cinnabar',
  'jade',
  'night',
  'grid',
  'kraft',
  'blossom',
  'sky',
  'letter',
  'ticket',
  'chalk',
  'lantern',
] as const;
export type TextCover = (typeof textCovers)[number];
