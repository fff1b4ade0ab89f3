import { countGraphemes, textLimits } from '@teahouse/contract';
import { scriptCounts } from '@teahouse/engine';
import { describe, expect, test } from 'vitest';
import { looseKey } from './loose-key.ts';
import { type Phrase, type PhraseLanguage, phraseLanguages, readPhraseSubjects } from './phrases.ts';

const subjects = readPhraseSubjects();
const phrases = subjects.flatMap((subject) => subject.phrases);

test('a house without any engine knows at least 600 phrases', () => {
  expect(phrases.length).toBeGreaterThanOrEqual(600);
});

test.each(subjects)('$subject is short enough to be reviewed, and complete', ({ phrases }) => {
  expect(phrases.length).toBeGreaterThan(0);
  expect(phrases.length).toBeLessThanOrEqual(120);
  for (const phrase of phrases) {
    expect(Object.keys(phrase)).toEqual([...phraseLanguages]);
    for (const text of phraseLanguages.flatMap((language) => phrase[language])) {
      expect(text).toBe(text.trim().normalize('NFC'));
      expect(countGraphemes(text)).toBeLessThanOrEqual(textLimits.comment.graphemes);
    }
    for (const language of phraseLanguages) expect(phrase[language].length).toBeGreaterThan(0);
  }
});

describe.each(phraseLanguages)('%s', (language) => {
  test('a spelling belongs to one phrase', () => {
    const keys = phrases.flatMap((phrase) => [...new Set(phrase[language].map((text) => looseKey(text, language)))]);
    expect(keys.filter((key, place) => key === '' || keys.indexOf(key) !== place)).toEqual([]);
  });

  test('no two spellings of a phrase are the same to the phrasebook', () => {
    const repeated = phrases.filter(
      (phrase) => new Set(phrase[language].map((text) => looseKey(text, language))).size < phrase[language].length,
    );
    expect(repeated.map((phrase) => phrase[language])).toEqual([]);
  });

  test('is written in its own script', () => {
    expect(phrases.map((phrase) => phrase[language][0]).filter((text) => !hasOwnScript(text, language))).toEqual([]);
    expect(phrases.flatMap((phrase) => phrase[language]).filter((text) => hasForeignScript(text, language))).toEqual(
      [],
    );
  });
});

test('most Japanese phrases have kana', () => {
  const withKana = phrases.filter(({ ja }) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(ja[0]));
  expect(withKana.length / phrases.length).toBeGreaterThan(0.97);
});

test.each(['猫税', 'TikTok', '听劝', '对账', '间谍', '中文名'])('the shipped phrases know of %s', (word) => {
  expect(phrases.some(({ zh }: Phrase) => zh.some((text) => text.includes(word)))).toBe(true);
});

const SCRIPTS: Record<PhraseLanguage, readonly string[]> = {
  zh: ['Han'],
  en: ['Latin'],
  ja: ['Hiragana', 'Katakana', 'Han'],
  ko: ['Hangul'],
  es: ['Latin'],
};

function hasOwnScript(text: string, language: PhraseLanguage): boolean {
  return [...scriptCounts(text).keys()].some((script) => SCRIPTS[language].includes(script));
}

/** Latin letters are at home everywhere (TikTok, OK); beside them only the language's own may stand. */
function hasForeignScript(text: string, language: PhraseLanguage): boolean {
  return [...scriptCounts(text).keys()].some((script) => script !== 'Latin' && !SCRIPTS[language].includes(script));
}
