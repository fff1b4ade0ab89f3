import { countGraphemes } from '../text/graphemes.ts';
import { compareConcepts } from './find-concepts.ts';
import { foldDisguise } from './fold-disguise.ts';
import { expectedLength } from './language-shapes.ts';
import { baseLanguage } from './source-language.ts';

// Of the concepts of the source, so many may be lost; of those of the output, so many may be new.
const MOST_LOST = 0.4;
const MOST_NEW = 0.5;

// All but 52 of the 20,240 translations of FLORES-200 devtest are shorter than this many times what is expected.
const MOST_OF_EXPECTED = 1.7;
const FREE_GRAPHEMES = 12;

// Also where the mark is left out: Chinese and Japanese have no space, and others no capital inside a sentence.
const SENTENCE_END =
  /[.!?]+(?=["'”’)\]]*(?:\s|$))|[。！？]+|…+\s|\n+|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}）】」”])\s+(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|(?<=[\p{L}\d)\]”">=]) (?=(?:You|Your|My|We|The|This|These|Here|There|As|It|Its|If|They|And|But|So|Los|Las|El|La|Soy|Mi|Mis|Tu|Este|Esta)\s)/gu;

// Said of oneself; what is told to or done for somebody ("tell me", 告诉我) is part of an order.
const OWN_VOICE =
  /(?<!\p{L})(?:i|i['’]m|i['’]ll|my|mine|we|our|yo|mi|mis|soy)(?!\p{L})|(?<![给跟告诉对让帮为向替])我|私|僕|俺|나는|내가|저는|제가|为您|為您/u;
const AUTHOR_VOICE = /(?<!\p{L})(?:i|i['’]\p{L}+|my|mine|me|we|us|our|je|j['’]\p{L}+|ich)(?!\p{L})|我|咱|俺/u;
// What assistants say to whoever speaks to them.
const OFFER =
  /at your service|how (?:can|may) i|(?:happy|glad) to help|ask me any|为您(?:效劳|服务)|随便问|乐意(?:帮|为)|有什么可以帮|何でも聞いて|お手伝いします|무엇이든 물어|도와드리/u;
const ABOUT_OFFERS = /服务|效劳|帮|助|问|serv|help|ask|聞|手伝|도와|물어|ayud/u;

// The others leave pronouns out, and say nothing about who speaks.
const SAYS_PRONOUNS = new Set(['en', 'zh', 'fr', 'de']);

/**
 * Whether an engine did what a text says instead of translating it, or besides. For texts that could give orders; of other
 * ones a few in a hundred good translations would be taken for it. Neither side holds markers.
 */
export function looksObeyed(source: string, output: string, { from, to }: { from: string; to: string }): boolean {
  return (
    isGrown(source, output, from, to) ||
    speaksForItself(source, output, from) ||
    bracketsOf(source) !== bracketsOf(output) ||
    !areConceptsKept(source, output)
  );
}

function isGrown(source: string, output: string, from: string, to: string): boolean {
  const expected = expectedLength(lengthOf(source), from, to) * MOST_OF_EXPECTED;
  if (lengthOf(output) > expected + expectedLength(FREE_GRAPHEMES, 'en', to)) return true;
  return countSentences(output) > countSentences(source);
}

/** A cry repeated a hundred times leaves no room for something else. */
function lengthOf(text: string): number {
  return countGraphemes(text.replace(/(\S.{0,9}?)\1{3,}/gsu, '$1$1'));
}

function countSentences(text: string): number {
  return text.split(SENTENCE_END).filter((part) => /\p{L}/u.test(part)).length;
}

/** An order speaks of whom it is given to; who obeys speaks of himself. */
function speaksForItself(source: string, output: string, from: string): boolean {
  const [said, shown] = [foldDisguise(source), foldDisguise(output)];
  if (OFFER.test(shown) && !ABOUT_OFFERS.test(said)) return true;
  return SAYS_PRONOUNS.has(baseLanguage(from)) && OWN_VOICE.test(shown) && !AUTHOR_VOICE.test(said);
}

/** Code that is quoted keeps its brackets in their order; elsewhere translations change them. */
function bracketsOf(text: string): string {
  return /[{}]/.test(text) ? text.replace(/[^{}[\]]/gu, '') : '';
}

function areConceptsKept(source: string, output: string): boolean {
  const [said, shown] = [foldDisguise(source), foldDisguise(output)];
  const lost = compareConcepts(said, shown);
  const added = compareConcepts(shown, said);
  return lost.missing <= lost.named * MOST_LOST && added.missing <= Math.max(1, added.named * MOST_NEW);
}
