import type { TextToTranslate, TranslateOptions } from '../translator.ts';
import { composeText } from './compose-text.ts';
import { findInjection } from './find-injection.ts';
import type { Asking } from './flight.ts';
import type { Known, KnownSentence } from './look-up.ts';
import { findBetterUnderWay, offerQuick, type TranslatingParts } from './offer-quick.ts';
import type { OpenText } from './prepare-once.ts';
import { linesOf } from './router.ts';
import type { Sentence } from './sentence.ts';
import type { SentenceResult } from './sentence-result.ts';
import type { ToldText } from './tell-of.ts';
import { translateQuickly, translateSentence } from './translate-sentence.ts';

/** Has translated what is not known of a text; a quick text goes to `onQuick` where a better one takes long. */
export async function translateText(
  parts: TranslatingParts,
  { text, prepared, known }: { text: TextToTranslate; prepared: OpenText; known: Known },
  { signal, onQuick }: TranslateOptions,
): Promise<ToldText> {
  const asking: Asking = { urgency: text.urgency, askedBy: text.askedBy, context: text.context, signal };
  const best = prepared.sentences.map((sentence, index) => bestOf(parts, sentence, known.sentences[index], asking));
  if (onQuick) offerQuick(parts, { prepared, known, best, asking }, onQuick);
  const results = await Promise.all(best);
  const translated = composeText(prepared, results);
  const asked = prepared.sentences[0] && linesOf(parts.router, prepared.sentences[0])[0]?.engine.id;
  const injection = findInjection(text.text, {
    isSuspect: prepared.isSuspect,
    state: translated.state,
    results,
    asked,
  });
  return { translated: injection ? { ...translated, injection } : translated, results };
}

/** What is known already counts, unless a better engine is at work on it for somebody else. */
async function bestOf(
  parts: TranslatingParts,
  sentence: Sentence,
  known: KnownSentence | undefined,
  asking: Asking,
): Promise<SentenceResult> {
  if (!known) return translateSentence(parts, sentence, asking);
  const better = findBetterUnderWay(parts, sentence, known);
  if (!better) return known.result;
  const improved = await translateQuickly(parts.singleFlight, better, sentence, asking);
  return improved.kind === 'translated' ? improved : known.result;
}
