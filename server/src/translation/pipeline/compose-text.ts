import { joinPieces, type Piece } from '@teahouse/engine';
import { alignSentences } from '../memory/wording-pairs.ts';
import type { SentencePair, TranslatedText } from '../translator.ts';
import type { OpenText } from './prepare-once.ts';
import type { Sentence } from './sentence.ts';
import type { Maker, SentenceResult } from './sentence-result.ts';

interface Told {
  sentence: Sentence;
  result: SentenceResult;
}

/** Puts sentences and what stands between them together again; the same sentences give the very same text. */
export function composeText(open: OpenText, results: readonly SentenceResult[]): TranslatedText {
  const last = open.lastComposed;
  if (last?.results.length === results.length && results.every((result, index) => result === last.results[index])) {
    return last.text;
  }
  const text = compose(open, results);
  open.lastComposed = { results, text };
  return text;
}

/** A text somebody translated as a whole. */
export function composeWhole(source: string, target: string, from: string): TranslatedText {
  return {
    state: 'ok',
    text: target,
    pairs: alignSentences(source, target).map((pair) => ({ ...pair, from })),
    from: [from],
    origin: 'memory',
  };
}

function compose({ pieces, sentences, isSuspect }: OpenText, results: readonly SentenceResult[]): TranslatedText {
  const told = sentences.map((sentence, index): Told => {
    return { sentence, result: results[index] ?? { kind: 'kept', because: 'failed', wasRefused: false } };
  });
  const translated = told.filter(({ result }) => result.kind === 'translated');
  const isComplete = translated.length === told.length;
  // An engine that did something else with one sentence of a text is not trusted with the others.
  if (translated.length === 0 || (isSuspect && !isComplete)) return { state: stateOf(told), pairs: [], from: [] };
  const texts = textsOf(pieces, told);
  return {
    state: isComplete ? 'ok' : 'partial',
    text: joinPieces(pieces, texts),
    pairs: pairsOf(pieces, texts, told),
    from: byWeight(translated, ({ sentence }) => sentence.from),
    ...makerOf(translated),
  };
}

function stateOf(told: readonly Told[]): TranslatedText['state'] {
  const reasons = new Set(told.flatMap(({ result }) => (result.kind === 'kept' ? [result.because] : [])));
  const [only] = reasons;
  if (reasons.size === 1 && only !== undefined) return only;
  return reasons.has('budget') ? 'budget' : 'failed';
}

function textsOf(pieces: readonly Piece[], told: readonly Told[]): string[] {
  let next = 0;
  return pieces.map((piece) => {
    if (piece.kind === 'verbatim') return piece.text;
    const result = told[next++]?.result;
    return result?.kind === 'translated' ? result.text : piece.original;
  });
}

function pairsOf(pieces: readonly Piece[], texts: readonly string[], told: readonly Told[]): SentencePair[] {
  let next = 0;
  return pieces.flatMap((piece, index): SentencePair[] => {
    const source = (piece.kind === 'segment' ? piece.original : piece.text).trim();
    const target = (texts[index] ?? '').trim();
    const at = piece.kind === 'segment' ? told[next++] : undefined;
    if (source === '') return [];
    const { from, to } = at?.sentence ?? (told[0] as Told).sentence;
    return [{ source, target, from: at?.result.kind === 'translated' ? from : to }];
  });
}

/** Of several makers the one that did most; machine as soon as a machine had a part in it. */
function makerOf(translated: readonly Told[]): Pick<TranslatedText, 'origin' | 'engine' | 'model'> {
  const makers = new Map<string, Maker & { kind: 'engine' }>();
  const machine = translated.filter(({ result }) => {
    if (result.kind !== 'translated' || result.by.kind === 'memory') return false;
    makers.set(nameOf(result.by), result.by);
    return true;
  });
  const [most] = byWeight(machine, ({ result }) => (result.kind === 'translated' ? nameOf(result.by) : ''));
  const maker = most === undefined ? undefined : makers.get(most);
  return maker ? { origin: 'machine', engine: maker.name, model: maker.model } : { origin: 'memory' };
}

function nameOf(maker: Maker): string {
  return maker.kind === 'memory' ? '' : `${maker.id}@${maker.model}`;
}

/** Names in the order of the wording they stand for. */
function byWeight(told: readonly Told[], nameOfOne: (one: Told) => string): string[] {
  const weights = new Map<string, number>();
  for (const one of told) {
    const name = nameOfOne(one);
    weights.set(name, (weights.get(name) ?? 0) + one.sentence.segment.masked.length);
  }
  return [...weights].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
