import type { Attempt } from './attempt.ts';
import type { Asking } from './flight.ts';
import { fillKept } from './look-up.ts';
import { type EngineLine, linesOf, type Router } from './router.ts';
import type { Sentence } from './sentence.ts';
import type { KeptAsWritten, KeptBecause, SentenceResult, TranslatedSentence } from './sentence-result.ts';
import type { SingleFlight } from './single-flight.ts';

interface Parts {
  router: Router;
  singleFlight: SingleFlight;
}

/** Asks the engines of a pair one after the other until one gives something that can be shown. Rejects only when aborted. */
export async function translateSentence(
  { router, singleFlight }: Parts,
  sentence: Sentence,
  asking: Asking,
): Promise<SentenceResult> {
  const lines = linesToAsk(router, sentence);
  const misses: Miss[] = [];
  for (const line of lines) {
    const result = await askLine(singleFlight, line, sentence, asking);
    if ('kind' in result) return { ...result, wasRefused: misses.some(isRefusal) };
    misses.push(result);
    if (result.because === 'no-room') break;
  }
  return { kind: 'kept', because: becauseOf(sentence, lines, misses), wasRefused: misses.some(isRefusal) };
}

/** What a sentence is left as where nobody can be asked for it now: every engine of its pair rests, or failed at it. */
export function leaveAsWritten({ router, singleFlight }: Parts, sentence: Sentence): KeptAsWritten | undefined {
  const lines = linesToAsk(router, sentence);
  const misses = lines.flatMap((line) => findMissUnasked(singleFlight, line, sentence) ?? []);
  return misses.length < lines.length ? undefined : leftAsWritten[becauseOf(sentence, lines, misses)];
}

/** One object each: a text that is put together of the same results as before is the text from before. */
const leftAsWritten: Readonly<Record<KeptBecause, KeptAsWritten>> = {
  'engine-off': { kind: 'kept', because: 'engine-off', wasRefused: false },
  budget: { kind: 'kept', because: 'budget', wasRefused: false },
  undecodable: { kind: 'kept', because: 'undecodable', wasRefused: false },
  failed: { kind: 'kept', because: 'failed', wasRefused: false },
};

/** The same from one engine only. */
export async function translateQuickly(
  singleFlight: SingleFlight,
  line: EngineLine,
  sentence: Sentence,
  asking: Asking,
): Promise<SentenceResult> {
  const result = await askLine(singleFlight, line, sentence, asking);
  return 'kind' in result ? result : { kind: 'kept', because: 'failed', wasRefused: isRefusal(result) };
}

interface Miss {
  because: (Attempt & { because: string })['because'] | 'resting' | 'too-long';
}

async function askLine(
  singleFlight: SingleFlight,
  line: EngineLine,
  sentence: Sentence,
  asking: Asking,
): Promise<TranslatedSentence | Miss> {
  const unasked = findMissUnasked(singleFlight, line, sentence);
  if (unasked) return unasked;
  const attempt = await singleFlight.ask(line, sentence, asking);
  if (attempt.kind !== 'made') return { because: attempt.because };
  const { kept, isFresh } = attempt;
  const result = fillKept(sentence, line, kept);
  return result ? { ...result, isFresh } : { because: 'spans' };
}

function linesToAsk(router: Router, sentence: Sentence): EngineLine[] {
  return sentence.from === 'und' ? [] : linesOf(router, sentence);
}

function findMissUnasked(singleFlight: SingleFlight, line: EngineLine, sentence: Sentence): Miss | undefined {
  if (sentence.segment.masked.length > line.engine.capabilities().sentenceMax) return { because: 'too-long' };
  if (singleFlight.isUnderWay(line, sentence)) return undefined;
  if (line.breaker.isShut()) return { because: restOf(line) };
  const because = singleFlight.lastFault(line, sentence);
  return because && { because };
}

function restOf({ breaker }: EngineLine): Miss['because'] {
  return breaker.shutBy === 'quota' ? 'quota' : 'resting';
}

/** Echoes alone mean that the engines saw no language in it. */
function becauseOf({ from }: Sentence, lines: readonly EngineLine[], misses: readonly Miss[]): KeptBecause {
  if (from === 'und') return 'undecodable';
  if (lines.length === 0 || misses.every(({ because }) => because === 'unsupported-pair')) return 'engine-off';
  if (misses.every(({ because }) => because === 'echo')) return 'undecodable';
  return misses.some(({ because }) => because === 'quota') ? 'budget' : 'failed';
}

/** The engine declined, or did something else than translating: what instructions hidden in a text lead to. */
function isRefusal({ because }: Miss): boolean {
  return because === 'refused' || because === 'instruction' || because === 'commentary';
}
