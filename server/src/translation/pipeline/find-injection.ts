import { looksLikeInstruction } from '@teahouse/engine';
import type { TranslatedText } from '../translator.ts';
import type { SentenceResult } from './sentence-result.ts';

interface WhatBecameOfIt {
  state: TranslatedText['state'];
  results: readonly SentenceResult[];
  /** Id of the engine that was asked first. */
  asked: string | undefined;
}

/** An order to the translator hidden in a text, and which engine made what of it; for the log, not against its author. */
export function findInjection(
  text: string,
  { state, results, asked }: WhatBecameOfIt,
): TranslatedText['injection'] | undefined {
  const [maker] = results.flatMap((one) => (one.kind === 'translated' && one.by.kind === 'engine' ? [one.by.id] : []));
  const engine = maker ?? asked;
  if (engine === undefined || !looksLikeInstruction(text)) return undefined;
  const wasRefused = results.some((result) => result.wasRefused);
  return { engine, outcome: state !== 'ok' ? 'original-shown' : wasRefused ? 'refused' : 'translated' };
}
