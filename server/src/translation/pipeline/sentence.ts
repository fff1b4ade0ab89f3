import type { Segment } from '@teahouse/engine';
import type { EngineTerm } from '../engines/port.ts';
import type { MemoryQuestion } from './memory-reader.ts';
import type { EngineLine } from './router.ts';
import { segmentKey } from './segment-key.ts';
import type { TranslatedSentence } from './sentence-result.ts';
import type { KeptSentence } from './sentence-store.ts';

/** A sentence on its way to an engine: what the cache key and the batch are made of. */
export interface Sentence {
  segment: Segment;
  /** Language engines are told; `und` where nothing speaks for any. */
  from: string;
  to: string;
  terms: readonly EngineTerm[];
  termsHash: string;
  space: string | undefined;
  /** The text it stands in could give orders: it travels alone, and its translation is looked at more closely. */
  isSuspect: boolean;
  /** The sentence without what was peeled off its edges, as people may have translated it. */
  question: MemoryQuestion;
  /** Keys by engine and model: hashing is most of what a cache hit costs. */
  keys: Map<string, string>;
  /** What it read as when it was last known: filling spans in again costs more than looking it up. */
  lastKnown?: { source: KeptSentence | string; result: TranslatedSentence };
}

/** Engines that take no terms give the same output whatever the glossary says. */
export function keyOf(sentence: Sentence, { engine }: EngineLine): string {
  const { from, to, segment, space, keys } = sentence;
  const termsHash = engine.capabilities().takesTerms ? sentence.termsHash : '';
  const model = engine.model(from, to);
  const maker = `${engine.id}@${model}`;
  const known = keys.get(maker);
  if (known !== undefined) return known;
  const key = segmentKey({ engine: engine.id, model, termsHash, from, to, masked: segment.masked, space });
  keys.set(maker, key);
  return key;
}
