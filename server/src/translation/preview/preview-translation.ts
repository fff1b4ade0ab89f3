import type { PreviewView, TranslationState, translationRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import type { DeskParts } from '../desk.ts';
import type { GlossaryReader } from '../pipeline/glossary-reader.ts';
import type { MemoryReader } from '../pipeline/memory-reader.ts';
import type { TextToTranslate, TranslatedText, Translator } from '../translator.ts';
import { findInitials, findWarnings } from './find-warnings.ts';

type PreviewRoute = typeof translationRoutes.preview;

export interface PreviewParts extends Pick<DeskParts, 'findGlosses'> {
  translator: Pick<Translator, 'translate'>;
  glossary: Pick<GlossaryReader, 'knows'>;
  memory: MemoryReader;
}

/** A preview waits this long at most: its author is in the middle of writing. */
const patienceMilliseconds = 8_000;

/** How a note would read in another language. Nothing is stored but its sentences, which are the house's cache anyway. */
export async function previewTranslation(
  parts: PreviewParts,
  { body, actor }: Input<PreviewRoute>,
): Promise<PreviewView> {
  const priors = [...(body.language ? [body.language] : []), ...actor.languagesRead];
  const asked = { to: body.to, priors, urgency: 'now' as const, askedBy: actor.memberId };
  const signal = AbortSignal.timeout(patienceMilliseconds);
  const [title, text, knows] = await Promise.all([
    translate(parts, { ...asked, text: body.title }, signal),
    translate(parts, { ...asked, text: body.text, context: body.title }, signal),
    openKnownWords(parts, body),
  ]);
  const engine = text?.engine ?? title?.engine;
  return {
    to: body.to,
    state: stateOf(title, text),
    title: title?.text ?? body.title,
    text: text?.text ?? body.text,
    ...(engine ? { engine } : {}),
    glosses: parts.findGlosses(`${body.title}\n${body.text}`, body.to),
    warnings: [
      ...(title ? findWarnings(body.title, title, knows) : []),
      ...(text ? findWarnings(body.text, text, knows) : []),
    ],
  };
}

async function translate(
  { translator }: PreviewParts,
  text: TextToTranslate,
  signal: AbortSignal,
): Promise<TranslatedText | undefined> {
  if (text.text === '') return undefined;
  const tooLate: TranslatedText = { state: 'failed', pairs: [], from: [] };
  return translator.translate(text, { signal }).catch(() => tooLate);
}

/** Initials that the glossary explains, or that people have translated before. */
async function openKnownWords({ glossary, memory }: PreviewParts, { title, text, to }: Input<PreviewRoute>['body']) {
  const words = findInitials(`${title}\n${text}`);
  const found = await memory.findExact(words.map((word) => ({ text: word, from: 'und', to })));
  const translated = new Set(words.filter((_, index) => found[index] !== undefined));
  return (word: string): boolean => glossary.knows(word) || translated.has(word);
}

/** From what needs no translation to what the author should know about first. */
const order: TranslationState[] = ['no-letters', 'same-language', 'ok', 'partial', 'undecodable', 'budget', 'failed'];

function stateOf(...made: (TranslatedText | undefined)[]): TranslationState {
  const states = made.flatMap((text) => text?.state ?? []);
  return states.toSorted((a, b) => rankOf(b) - rankOf(a))[0] ?? 'no-letters';
}

function rankOf(state: TranslationState): number {
  const rank = order.indexOf(state);
  return rank === -1 ? order.length : rank;
}
