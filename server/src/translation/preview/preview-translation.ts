import type { PreviewView, TranslationState, translationRoutes } from '@teahouse/contract';
import { countGraphemes, findSpans } from '@teahouse/engine';
import type { Input } from '../../http/context.ts';
import type { DeskParts } from '../desk.ts';
import type { TranslatedText, Translator } from '../translator.ts';

type PreviewRoute = typeof translationRoutes.preview;

export interface PreviewParts extends Pick<DeskParts, 'findGlosses'> {
  translator: Translator;
  /** An abbreviation that the glossary explains. */
  knows: (word: string) => boolean;
}

/** A preview waits this long at most: its author is in the middle of writing. */
const patienceMilliseconds = 8_000;
/** Longer sentences come out worse in every engine. */
const longSentence = 120;

/** How a note would read in another language. Nothing is stored but its sentences, which are the house's cache anyway. */
export async function previewTranslation(
  { translator, findGlosses, knows }: PreviewParts,
  { body, actor }: Input<PreviewRoute>,
): Promise<PreviewView> {
  const signal = AbortSignal.timeout(patienceMilliseconds);
  const priors = [...(body.language ? [body.language] : []), ...actor.languagesRead];
  const ask = (text: string, context?: string): Promise<TranslatedText | undefined> =>
    text === ''
      ? Promise.resolve(undefined)
      : translator
          .translate({ text, to: body.to, priors, context, urgency: 'now', askedBy: actor.memberId }, { signal })
          .catch(() => ({ state: 'failed' as const, pairs: [], from: [] }));
  const [title, text] = await Promise.all([ask(body.title), ask(body.text, body.title)]);
  const engine = text?.engine ?? title?.engine;
  return {
    to: body.to,
    state: worstOf(title, text),
    title: title?.text ?? body.title,
    text: text?.text ?? body.text,
    ...(engine ? { engine } : {}),
    glosses: findGlosses(`${body.title}\n${body.text}`, body.to),
    warnings: [...warningsOf(body.title, title, knows), ...warningsOf(body.text, text, knows)],
  };
}

const order: TranslationState[] = ['ok', 'no-letters', 'same-language', 'partial', 'undecodable', 'budget', 'failed'];

/** What the author should know about first. */
function worstOf(...made: (TranslatedText | undefined)[]): TranslationState {
  const states = made.flatMap((text) => text?.state ?? []);
  const ranked = states.toSorted((a, b) => rankOf(b) - rankOf(a));
  return ranked[0] ?? 'no-letters';
}

function rankOf(state: TranslationState): number {
  const rank = order.indexOf(state);
  return rank === -1 ? order.length : rank;
}

type Warning = PreviewView['warnings'][number];

function warningsOf(source: string, made: TranslatedText | undefined, knows: (word: string) => boolean): Warning[] {
  if (!made) return [];
  if (made.state === 'undecodable') return [{ kind: 'undecodable', excerpt: excerptOf(source) }];
  return [
    ...lostSpans(source, made.text ?? source).map((span): Warning => ({ kind: 'span', excerpt: span })),
    ...unknownSlang(source, knows).map((word): Warning => ({ kind: 'unknown-slang', excerpt: word })),
    ...made.pairs
      .filter(({ source: sentence }) => countGraphemes(sentence) > longSentence)
      .map(({ source: sentence }): Warning => ({ kind: 'long-sentence', excerpt: excerptOf(sentence) })),
  ];
}

function lostSpans(source: string, target: string): string[] {
  return findSpans(source)
    .map(({ start, end }) => source.slice(start, end))
    .filter((span) => !target.includes(span));
}

/** Runs of Latin letters without a vowel inside Chinese: initials of words that no engine was taught (yyds, xswl). */
function unknownSlang(source: string, knows: (word: string) => boolean): string[] {
  if (!/\p{Script=Han}/u.test(source)) return [];
  const words = source.match(/(?<![\p{L}\p{N}#@])[a-z]{2,6}(?![\p{L}\p{N}])/giu) ?? [];
  return [...new Set(words)].filter((word) => !/[aeiou]/iu.test(word) && !knows(word));
}

function excerptOf(text: string): string {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text;
}
