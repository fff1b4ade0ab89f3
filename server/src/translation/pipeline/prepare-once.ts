import {
  couldGiveOrders,
  countGraphemes,
  looksUndecodable,
  type Piece,
  prepareText,
  type Segment,
  type Verbatim,
} from '@teahouse/engine';
import type { DetectLanguage } from '../../platform/language.ts';
import { createRecentMap } from '../../platform/recent-map.ts';
import type { TextToTranslate, TranslatedText } from '../translator.ts';
import type { GlossaryReader } from './glossary-reader.ts';
import { guessSource } from './guess-source.ts';
import { longestPhrase, type MemoryQuestion } from './memory-reader.ts';
import type { Sentence } from './sentence.ts';
import type { SentenceResult } from './sentence-result.ts';

/** A text ready to be looked up: nothing in it depends on engines or caches. */
export type PreparedOnce = { kind: 'settled'; state: TranslatedText['state'] } | OpenText;

export interface OpenText {
  kind: 'open';
  pieces: readonly Piece[];
  /** It could give orders to the translator: it is shown translated as a whole, or as it was written. */
  isSuspect: boolean;
  /** No engine would make sense of it; people may have. */
  isUndecodable: boolean;
  /** In the order of the segments among the pieces. */
  sentences: readonly Sentence[];
  /** The whole text, where more than one piece of wording makes it up. */
  whole: MemoryQuestion | undefined;
  /** What it read as when it was last put together, and of what. */
  lastComposed?: { results: readonly SentenceResult[]; text: TranslatedText };
}

export type Prepare = (text: TextToTranslate) => PreparedOnce;

/** Longest text that is translated; longer ones are read in the original. */
const graphemesMax = 5_000;
const mostRemembered = 5_000;
/** About 100 MB once they are cut and masked. */
const mostCharacters = 2_000_000;

/** Nothing goes along with an order that it could bend. */
const noTerms = { terms: [], hash: '' };

const unsure = new Set(['und', 'mul', 'zxx']);

interface Parts {
  detectLanguage: DetectLanguage;
  glossary: GlossaryReader;
}

export interface Preparer {
  prepare: Prepare;
  /** Only where it was prepared before. */
  recall(text: TextToTranslate): PreparedOnce | undefined;
  forget(space: string): void;
}

/** Detection and cutting cost a hundred times what a look into the cache does, so their outcome is remembered. */
export function createPreparer(parts: Parts): Preparer {
  const remembered = createRecentMap<{ space: string | undefined; prepared: PreparedOnce }>(
    mostRemembered,
    mostCharacters,
  );
  const keyOf = ({ text, to, priors, space = '' }: TextToTranslate) =>
    JSON.stringify([parts.glossary.version, to, priors, space, text]);
  const recall = (text: TextToTranslate) => remembered.get(keyOf(text))?.prepared;
  return {
    recall,
    prepare(text) {
      const known = recall(text);
      if (known) return known;
      const prepared = prepare(text, parts);
      remembered.set(keyOf(text), { space: text.space, prepared });
      return prepared;
    },
    forget: (space) => remembered.deleteWhere((entry) => entry.space === space),
  };
}

function prepare({ text, to, priors, space }: TextToTranslate, { detectLanguage, glossary }: Parts): PreparedOnce {
  if (text.length > graphemesMax && countGraphemes(text) > graphemesMax) return { kind: 'settled', state: 'too-long' };
  const detected = detectLanguage(text, { priors });
  const main = detected.dominant ?? detected.language;
  const isUndecodable =
    main !== to &&
    looksUndecodable(text, { language: detected.language, knows: (word) => glossary.knows(word) }) !== undefined;
  const expected = [main, ...priors].filter((language) => !unsure.has(language));
  const languageOf = (sentence: string) => detectLanguage(sentence, { priors: expected }).language;
  const { pieces } = prepareText(text, { target: to, languageOf });
  const segments = pieces.filter((piece) => piece.kind === 'segment');
  if (segments.length === 0)
    return { kind: 'settled', state: isUndecodable ? 'undecodable' : stateWithoutSegments(pieces) };
  const isSuspect = couldGiveOrders(text);
  const sentences = segments.map((segment): Sentence => {
    const from = segment.source === 'und' ? guessSource(segment.masked, to, expected) : segment.source;
    const { terms, hash } = isSuspect ? noTerms : glossary.match(segment.original, to);
    const question = { text: wordingOf(segment), from: segment.source, to };
    return { segment, from, to, terms, termsHash: hash, space, isSuspect, question, keys: new Map() };
  });
  const whole = main === to ? undefined : wholeOf(text, segments);
  return {
    kind: 'open',
    pieces,
    isSuspect,
    isUndecodable,
    sentences,
    // Of two languages either may be the one it was translated from.
    whole: whole === undefined ? undefined : { text: whole, from: detected.language === 'mul' ? 'mul' : main, to },
  };
}

function wordingOf({ masked, spans }: Segment): string {
  return masked.replace(/⟦(\d+)⟧/gu, (marker, index: string) => spans[Number(index)]?.text ?? marker);
}

function stateWithoutSegments(pieces: readonly Piece[]): 'same-language' | 'no-letters' {
  return pieces.some((piece): piece is Verbatim => piece.kind === 'verbatim' && piece.language !== undefined)
    ? 'same-language'
    : 'no-letters';
}

/** Worth a question of its own unless its only sentence is all there is to it. */
function wholeOf(text: string, segments: readonly Segment[]): string | undefined {
  const trimmed = text.trim();
  const [first] = segments;
  const isSentence = segments.length === 1 && first !== undefined && wordingOf(first) === trimmed;
  return trimmed.length > longestPhrase || isSentence ? undefined : trimmed;
}
