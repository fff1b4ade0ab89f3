import type { Script } from './scripts.ts';

/**
 * Languages written in a script, the one with most readers first (Unicode CLDR, languages and scripts). Latin, Han, kana
 * and Hangul are told apart by other means.
 */
export const SCRIPT_LANGUAGES: ReadonlyMap<Script, readonly string[]> = new Map<Script, readonly string[]>([
  ['Cyrillic', ['ru', 'uk', 'bg', 'sr', 'be', 'kk', 'mk', 'mn', 'ky', 'tg']],
  ['Arabic', ['ar', 'fa', 'ur', 'ps', 'ug', 'ckb', 'sd']],
  ['Devanagari', ['hi', 'mr', 'ne', 'sa']],
  ['Bengali', ['bn', 'as']],
  ['Hebrew', ['he', 'yi']],
  ['Ethiopic', ['am', 'ti']],
  ['Thai', ['th']],
  ['Greek', ['el']],
  ['Tamil', ['ta']],
  ['Telugu', ['te']],
  ['Gujarati', ['gu']],
  ['Gurmukhi', ['pa']],
  ['Kannada', ['kn']],
  ['Malayalam', ['ml']],
  ['Oriya', ['or']],
  ['Sinhala', ['si']],
  ['Myanmar', ['my']],
  ['Khmer', ['km']],
  ['Lao', ['lo']],
  ['Tibetan', ['bo']],
  ['Georgian', ['ka']],
  ['Armenian', ['hy']],
  ['Mongolian', ['mn']],
  ['Thaana', ['dv']],
]);

/** The other way round; a language that is missing is written in Latin letters. */
export const SCRIPT_OF_LANGUAGE: ReadonlyMap<string, Script> = new Map<string, Script>([
  ['zh', 'Han'],
  ['ja', 'Han'],
  ['ko', 'Hangul'],
  ...[...SCRIPT_LANGUAGES].flatMap(([script, languages]) => languages.map((language) => [language, script] as const)),
]);

/** Letters that only one of the languages of a script uses (Omniglot alphabets; CLDR exemplar sets). */
export const TELLTALE_LETTERS: readonly { language: string; letters: RegExp }[] = [
  { language: 'be', letters: /ў/iu },
  { language: 'uk', letters: /[єґї]/iu },
  { language: 'kk', letters: /[әұқ]/iu },
  { language: 'sr', letters: /[ђћ]/iu },
  { language: 'mk', letters: /[ѓќѕ]/iu },
  { language: 'ru', letters: /[ыэё]/iu },
  { language: 'ur', letters: /[ٹڈڑے]/u },
  { language: 'fa', letters: /[پچژگ]/u },
];

/**
 * Ideographs of the Japanese standard that neither simplified nor traditional Chinese uses: kokuji and shinjitai of the
 * Jōyō table (Agency for Cultural Affairs 2010) without those that double as a Chinese variant.
 */
export const JAPANESE_ONLY_HAN =
  /[込働畑峠辻匂枠栃気駅円図広売読対単営変観関楽帰検験県剣権戻絵続経総緑縄発鉄転軽鶏塩浜渋沢択渇焼猟砕穂粋縦聴脳臓薬蔵覚訳譲豊賛遅酔醸釈銭鋳錬録闘陥険隠雑霊頼顔駆騒髄黙斎歯齢]/u;
