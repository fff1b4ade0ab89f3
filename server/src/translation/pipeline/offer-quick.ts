import type { Log } from '../../platform/log.ts';
import type { TranslatedText } from '../translator.ts';
import { composeText } from './compose-text.ts';
import type { Asking } from './flight.ts';
import type { Known, KnownSentence } from './look-up.ts';
import type { OpenText } from './prepare-once.ts';
import type { EngineLine, Router } from './router.ts';
import type { Sentence } from './sentence.ts';
import type { SentenceResult } from './sentence-result.ts';
import type { SingleFlight } from './single-flight.ts';
import { translateQuickly } from './translate-sentence.ts';

export interface TranslatingParts {
  router: Router;
  singleFlight: SingleFlight;
  log: Log;
}

interface QuickOffer {
  prepared: OpenText;
  known: Known;
  /** The better sentences, under way. */
  best: readonly Promise<SentenceResult>[];
  asking: Asking;
}

/** Shows a quick engine's text while a better one is being made; what comes after that is not shown. */
export function offerQuick(
  parts: TranslatingParts,
  { prepared, known, best, asking }: QuickOffer,
  onQuick: (quick: TranslatedText) => void,
): void {
  const quickLines = prepared.sentences.map(({ from, to }, index) =>
    known.sentences[index] ? undefined : parts.router.quickLineFor(from, to),
  );
  if (!quickLines.some((line) => line) && !isImproving(parts, prepared, known)) return;
  const over = new AbortController();
  const end = () => over.abort();
  Promise.all(best).then(end, end);
  const signal = asking.signal ? AbortSignal.any([asking.signal, over.signal]) : over.signal;
  const quick = best.map((better, index) => {
    const [line, sentence] = [quickLines[index], prepared.sentences[index]];
    if (line && sentence) return translateQuickly(parts.singleFlight, line, sentence, { ...asking, signal });
    return known.sentences[index]?.result ?? better;
  });
  Promise.all(quick)
    .then((results) => {
      const text = composeText(prepared, results);
      if (!over.signal.aborted && text.text !== undefined) onQuick(text);
    })
    .catch((error) => {
      if (!signal.aborted) parts.log.error({ err: error }, 'quick translation could not be shown');
    });
}

/** An engine that would have been preferred is at work on this very sentence. */
export function findBetterUnderWay(
  { singleFlight }: Pick<TranslatingParts, 'singleFlight'>,
  sentence: Sentence,
  known: KnownSentence,
): EngineLine | undefined {
  return known.better.find((line) => singleFlight.isUnderWay(line, sentence));
}

function isImproving(parts: TranslatingParts, { sentences }: OpenText, known: Known): boolean {
  return sentences.some((sentence, index) => {
    const one = known.sentences[index];
    return one !== undefined && findBetterUnderWay(parts, sentence, one) !== undefined;
  });
}
