import { looseKey } from './loose-key.ts';
import {
  type Phrase,
  type PhraseLanguage,
  type PhraseSubject,
  phraseLanguages,
  readPhraseSubjects,
} from './phrases.ts';

/** Everyday community phrases, rendered by meaning, for a house without any engine. */
export interface Phrasebook {
  readonly size: number;
  /**
   * The rendering of a text that is a phrase as a whole.
   *
   * @param from language tag; `und` and `mul` fit any but `to`, as long as the text has only one rendering then
   */
  find(text: string, from: string, to: string): { text: string } | undefined;
}

type PhraseIndex = ReadonlyMap<PhraseLanguage, ReadonlyMap<string, Phrase>>;

/** @param subjects the shipped ones, read from the disk, unless told */
export function openPhrasebook(subjects: readonly PhraseSubject[] = readPhraseSubjects()): Phrasebook {
  const phrases = subjects.flatMap((subject) => subject.phrases);
  const index: PhraseIndex = new Map(phraseLanguages.map((language) => [language, indexBy(language, phrases)]));
  return {
    size: phrases.length,
    find(text, from, to) {
      const target = phraseLanguageOf(to);
      if (target === undefined) return undefined;
      if (from === 'und' || from === 'mul') return findInAny(index, text, target);
      const source = phraseLanguageOf(from);
      if (source === undefined || source === target) return undefined;
      const phrase = findPhrase(index, text, source);
      return phrase && { text: phrase[target][0] };
    },
  };
}

function indexBy(language: PhraseLanguage, phrases: readonly Phrase[]): ReadonlyMap<string, Phrase> {
  return new Map(
    phrases.flatMap((phrase) => phrase[language].map((text) => [looseKey(text, language), phrase] as const)),
  );
}

function phraseLanguageOf(tag: string): PhraseLanguage | undefined {
  const [base = ''] = tag.toLowerCase().split('-');
  return phraseLanguages.find((language) => language === base);
}

function findPhrase(index: PhraseIndex, text: string, language: PhraseLanguage): Phrase | undefined {
  return index.get(language)?.get(looseKey(text, language));
}

/** "No" may be English or Spanish: it is translated where both mean the same, and left alone for readers of either. */
function findInAny(index: PhraseIndex, text: string, target: PhraseLanguage): { text: string } | undefined {
  if (findPhrase(index, text, target)) return undefined;
  const renderings = new Set(
    phraseLanguages.flatMap((language) => findPhrase(index, text, language)?.[target][0] ?? []),
  );
  const [rendering] = renderings;
  return renderings.size === 1 && rendering !== undefined ? { text: rendering } : undefined;
}
