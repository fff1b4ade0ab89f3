import { readdirSync, readFileSync } from 'node:fs';

export const phraseLanguages = ['zh', 'en', 'ja', 'ko', 'es'] as const;
export type PhraseLanguage = (typeof phraseLanguages)[number];

/** One meaning. Per language the rendering that is shown comes first, then other spellings it is recognised by. */
export type Phrase = Readonly<Record<PhraseLanguage, readonly [shown: string, ...recognised: string[]]>>;

export interface PhraseSubject {
  /** Name of the file without its ending. */
  subject: string;
  phrases: readonly Phrase[];
}

const folder = new URL('./phrasebook/', import.meta.url);

/** The shipped phrases, by subject in the order of the file names. Reads the disk. */
export function readPhraseSubjects(): PhraseSubject[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      subject: file.slice(0, -'.json'.length),
      // Shipped with the source, and held to its form by a test.
      phrases: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Phrase[],
    }));
}
