import type { PreviewView } from '@teahouse/contract';
import { countGraphemes, findSpans, originalOf, prepareText, truncate } from '@teahouse/engine';
import type { TranslatedText } from '../translator.ts';

export type PreviewWarning = PreviewView['warnings'][number];

/** Longer sentences come out worse in every engine. */
const longSentence = 120;
const excerptLength = 60;

/** Where meaning or form is at risk. Pure. */
export function findWarnings(
  source: string,
  made: Pick<TranslatedText, 'state' | 'text'>,
  knows: (word: string) => boolean,
): PreviewWarning[] {
  if (made.state === 'undecodable') return [{ kind: 'undecodable', excerpt: excerptOf(source) }];
  if (made.state === 'same-language' || made.state === 'no-letters') return [];
  return [
    ...lostSpans(source, made.text ?? source).map((excerpt) => ({ kind: 'span' as const, excerpt })),
    ...findInitials(source)
      .filter((word) => !knows(word))
      .map((excerpt) => ({ kind: 'unknown-slang' as const, excerpt })),
    ...longSentences(source).map((sentence) => ({ kind: 'long-sentence' as const, excerpt: excerptOf(sentence) })),
  ];
}

/** Each as often as it is missing. */
function lostSpans(source: string, target: string): string[] {
  const left = Map.groupBy(spansOf(target), (span) => span);
  return spansOf(source).filter((span) => left.get(span)?.pop() === undefined);
}

function spansOf(text: string): string[] {
  return findSpans(text).map(({ start, end }) => text.slice(start, end));
}

/** Runs of Latin letters without a vowel inside Chinese: initials of words that no engine was taught (yyds, xswl). */
export function findInitials(source: string): string[] {
  if (!/\p{Script=Han}/u.test(source)) return [];
  const words = wordingOf(source).match(/(?<![\p{Script=Latin}\p{N}])[a-z]{2,6}(?![\p{Script=Latin}\p{N}])/giu) ?? [];
  return [...new Set(words.filter((word) => !/[aeiou]/iu.test(word)))];
}

/** Without links, names, topics and units. */
function wordingOf(text: string): string {
  return findSpans(text).reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

function longSentences(source: string): string[] {
  const { pieces } = prepareText(source, { target: 'zxx', languageOf: () => 'und' });
  const sentences = pieces.filter(({ kind }) => kind === 'segment').map((piece) => originalOf(piece).trim());
  return sentences.filter((sentence) => countGraphemes(sentence) > longSentence);
}

function excerptOf(text: string): string {
  return truncate(text.trim(), { graphemes: excerptLength });
}
