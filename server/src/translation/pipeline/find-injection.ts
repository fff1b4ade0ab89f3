import { looksLikeInstruction } from '@teahouse/engine';
import type { TranslatedText } from '../translator.ts';
import type { SentenceResult } from './sentence-result.ts';

interface WhatBecameOfIt {
  isSuspect: boolean;
  state: TranslatedText['state'];
  results: readonly SentenceResult[];
  /** Id of the engine that was asked first. */
  asked: string | undefined;
}

/** An order to the translator hidden in a text, and which engine made what of it; for the log, not against its author. */
export function findInjection(
  text: string,
  { isSuspect, state, results, asked }: WhatBecameOfIt,
): TranslatedText['injection'] | undefined {
  const [maker] = results.flatMap((one) => (one.kind === 'translated' && one.by.kind === 'engine' ? [one.by.id] : []));
  const engine = maker ?? asked;
  const wasRefused = results.some((result) => result.wasRefused);
  // What could be an order is one when an engine did as it says.
  const isAttempt = isSuspect && (wasRefused || looksLikeInstruction(text));
  if (engine === undefined || !isAttempt) return undefined;
  return { engine, outcome: state !== 'ok' ? 'original-shown' : wasRefused ? 'refused' : 'translated' };
}
