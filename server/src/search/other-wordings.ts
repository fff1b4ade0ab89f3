import { topicKey } from '@teahouse/engine';
import type { HouseGlossary } from '../glosses/index.ts';
import type { DetectLanguage } from '../platform/language.ts';
import { wordsOf } from '../topics/index.ts';
import type { Translator } from '../translation/index.ts';
import { foldText, type HanCutter, queryKey } from './terms.ts';
import type { TopicNames } from './topic-names.ts';

/** A search as it would be made in another language. */
export interface Wording {
  language: string;
  words: string;
}

export interface OtherWordingsParts {
  translator: Pick<Translator, 'findKnown'>;
  glossary: Pick<HouseGlossary, 'match'>;
  detectLanguage: DetectLanguage;
  topicNames: TopicNames;
}

/** Those of the shipped phrasebook and glossary. */
const wordingLanguages = ['zh', 'en', 'ja', 'ko', 'es'];
/** More ways to say it find little more, and each costs a look at every note that was met. */
const mostWordings = 8;
const mostParts = 40;
const longestPart = 3;

/**
 * How a search is said in other languages, as far as the house knows by heart: translations that are remembered or kept,
 * spellings of topics, the glossary. No engine is asked.
 */
export async function findOtherWordings(
  { translator, glossary, detectLanguage, topicNames }: OtherWordingsParts,
  cutter: Pick<HanCutter, 'cut'>,
  query: string,
): Promise<Wording[]> {
  const { language } = detectLanguage(query);
  const targets = wordingLanguages.filter((target) => target !== language);
  const folded = foldText(query);
  const parts = partsOf(cutter, folded);
  const [known, names] = await Promise.all([
    translator.findKnown(targets.map((to) => ({ text: query, to, priors: [], urgency: 'now', askedBy: 'search' }))),
    topicNames.current(),
  ]);
  const spellings = [...parts].flatMap(([key, part]) =>
    (names.get(key) ?? []).flatMap(({ name, language: to }) =>
      [...new Set([name, wordsOf(name)])].map((words) => ({ language: to, words: replaced(folded, part, words) })),
    ),
  );
  const wordings = [
    ...spellings,
    ...known.flatMap((made, index) => worded(targets[index], made?.state === 'ok' ? made.text : undefined)),
    ...targets.flatMap((to) => worded(to, glossed(glossary, folded, to))),
  ];
  const distinct = new Map(wordings.map((wording) => [queryKey(wording.words), wording]));
  distinct.delete(queryKey(query));
  return [...distinct.values()].slice(0, mostWordings);
}

function worded(language: string | undefined, words: string | undefined): Wording[] {
  return language === undefined || words === undefined ? [] : [{ language, words }];
}

interface Part {
  start: number;
  end: number;
}

/** Up to three neighbouring words at a time, under the key they would have as a topic; longer parts win. */
function partsOf(cutter: Pick<HanCutter, 'cut'>, folded: string): Map<string, Part> {
  const words = wordsIn(cutter, folded);
  const parts = words.flatMap((first, index) =>
    words.slice(index, index + longestPart).map((last) => ({ start: first.start, end: last.end })),
  );
  const whole = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
  return new Map(
    [...parts.slice(0, mostParts), whole].map((part) => [topicKey(folded.slice(part.start, part.end)), part]),
  );
}

function wordsIn(cutter: Pick<HanCutter, 'cut'>, folded: string): Part[] {
  return [...folded.matchAll(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu)].flatMap(({ 0: run, index }) => {
    const words = /\p{Script=Han}/u.test(run) ? cutter.cut(run) : [run];
    let end = index;
    return words.map((word) => {
      const start = end;
      end += word.length;
      return { start, end };
    });
  });
}

function replaced(text: string, { start, end }: Part, words: string): string {
  return `${text.slice(0, start)} ${words} ${text.slice(end)}`.trim();
}

function glossed(glossary: Pick<HouseGlossary, 'match'>, folded: string, to: string): string | undefined {
  const { terms } = glossary.match(folded, to);
  if (terms.length === 0) return undefined;
  return terms.reduce((text, { term, rendering }) => text.replace(term, () => ` ${rendering} `), folded).trim();
}
