/** DeepL's source codes; a source carries no region. Source: developers.deepl.com, "Languages supported". */
const sources: Readonly<Record<string, string>> = Object.fromEntries(
  'ar bg cs da de el en es et fi fr he hu id it ja ko lt lv nb nl pl pt ro ru sk sl sv th tr uk vi zh'
    .split(' ')
    .map((tag) => [tag, tag.toUpperCase()]),
);

/** Where DeepL wants a region or a script, the one most members of the house read. */
const regional: Readonly<Record<string, string>> = {
  en: 'EN-US',
  'en-GB': 'EN-GB',
  pt: 'PT-BR',
  'pt-PT': 'PT-PT',
  zh: 'ZH-HANS',
  'zh-Hans': 'ZH-HANS',
  'zh-Hant': 'ZH-HANT',
  'es-419': 'ES-419',
};

/** Undefined where DeepL does not read the language; `null` lets it detect one. */
export function sourceCode(language: string): string | null | undefined {
  return language === 'und' ? null : sources[primary(language)];
}

export function targetCode(language: string): string | undefined {
  return regional[language] ?? regional[primary(language)] ?? sources[primary(language)];
}

function primary(language: string): string {
  return language.split('-')[0] ?? language;
}
