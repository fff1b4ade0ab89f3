import type { Phrasebook } from './memory/phrasebook.ts';
import type { GlossaryReader } from './pipeline/glossary-reader.ts';

export interface KnownWord {
  word: string;
  rendering: string;
}

interface Dictionaries {
  phrasebook: Pick<Phrasebook, 'find'>;
  glossary: Pick<GlossaryReader, 'match'>;
}

const mostWords = 12;

/**
 * What a house without an engine for a pair still can say: single words and phrases it knows, in the order of the text. It is
 * offered as word help and never put together into a sentence.
 */
export function createWordHelp({ phrasebook, glossary }: Dictionaries) {
  return (text: string, from: string, to: string): KnownWord[] => {
    const slang = glossary.match(text, to).terms.map(({ term, rendering }) => ({ word: term, rendering }));
    const words = wordsOf(text, from).flatMap((word) => {
      const known = phrasebook.find(word, from, to);
      return known ? [{ word, rendering: known.text }] : [];
    });
    const unique = new Map([...slang, ...words].map((known) => [known.word.toLowerCase(), known]));
    return [...unique.values()].sort((a, b) => text.indexOf(a.word) - text.indexOf(b.word)).slice(0, mostWords);
  };
}

/** Clauses as well as words: much of what people say to each other is a set phrase. */
function wordsOf(text: string, language: string): string[] {
  const locale = /^(?:und|mul|zxx)$/.test(language) ? undefined : language;
  const words = [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)];
  const clauses = text.split(/[,.!?;:，。！？；：、~～\n]+/u).map((clause) => clause.trim());
  return [...clauses, ...words.flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []))].filter(Boolean);
}
