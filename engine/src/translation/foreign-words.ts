import { baseLanguage } from './source-language.ts';

// Words without which hardly a sentence of their language gets along, and which the other ones do not have.
const FUNCTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words('the and of is are was were with that this you your they have has not for from what which would will it'),
  es: words('el los las una del y con por como está esto eso muy más también cuando porque hay yo mis'),
  fr: words('les des une du et est pas ne je vous nous dans pour avec mais sont cette ces mes ses être'),
  de: words('der die das und ist nicht ein eine mit für auf dem den ich wir sie auch aber wie zu von sich noch'),
};

// Titles and names hold two or three of them.
const MOST_FOREIGN = 3;

/** Whether an output is in a third language in letters: names alone do not bring so many of its words. */
export function isInThirdLanguage(source: string, output: string, to: string): boolean {
  const target = baseLanguage(to);
  const known = new Set(wordsIn(source));
  const shown = wordsIn(output).filter((word) => !known.has(word));
  const countOf = (list: ReadonlySet<string> | undefined) => shown.filter((word) => list?.has(word)).length;
  const most = Math.max(MOST_FOREIGN, countOf(FUNCTION_WORDS[target]));
  return Object.entries(FUNCTION_WORDS).some(([language, list]) => language !== target && countOf(list) > most);
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{Script=Latin}\p{M}]+/gu) ?? [];
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
