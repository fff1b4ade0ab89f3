import { restoreSegment, type SpanKind } from '@teahouse/engine';
import type { MemoryReader } from './memory-reader.ts';
import type { OpenText } from './prepare-once.ts';
import { type EngineLine, linesOf, type Router } from './router.ts';
import { keyOf, type Sentence } from './sentence.ts';
import type { Maker, TranslatedSentence } from './sentence-result.ts';
import type { KeptSentence, SentenceStore } from './sentence-store.ts';

export interface Known {
  /** The text as a whole, translated by people. */
  whole: string | undefined;
  /** In the order of the sentences. */
  sentences: (KnownSentence | undefined)[];
}

export interface KnownSentence {
  result: TranslatedSentence;
  /** Engines that would have been preferred to the one whose output this is. */
  better: EngineLine[];
}

export type LookUp = (texts: readonly OpenText[]) => Promise<Known[]>;

interface Parts {
  memory: MemoryReader;
  store: SentenceStore;
  router: Router;
}

/** What is known of texts: one question to the memory, one to the cache, however many texts there are. */
export function createLookUp({ memory, store, router }: Parts): LookUp {
  return async (texts) => {
    const remembered = await askMemory(memory, texts);
    const unknown = remembered.flatMap(({ whole, sentences }, index) =>
      whole === undefined ? (texts[index]?.sentences.filter((_, place) => !sentences[place]) ?? []) : [],
    );
    const kept = await askStore({ store, router }, unknown);
    return texts.map(({ sentences }, index): Known => {
      const { whole, sentences: byPeople = [] } = remembered[index] ?? {};
      return {
        whole,
        sentences: sentences.map((sentence, place) => {
          const result = byPeople[place];
          return result ? { result, better: [] } : kept.get(sentence);
        }),
      };
    });
  };
}

async function askMemory(memory: MemoryReader, texts: readonly OpenText[]) {
  const questions = texts.flatMap(({ whole, sentences }) => [
    ...(whole ? [whole] : []),
    ...sentences.map(({ question }) => question),
  ]);
  const answers = questions.length === 0 ? [] : await memory.findExact(questions);
  let next = 0;
  return texts.map(({ whole, sentences }) => ({
    whole: whole ? answers[next++] : undefined,
    sentences: sentences.map((sentence) => byPeople(sentence, answers[next++])),
  }));
}

async function askStore({ store, router }: Pick<Parts, 'store' | 'router'>, sentences: readonly Sentence[]) {
  const linesByPair = new Map<string, EngineLine[]>();
  const linesFor = ({ from, to, isSuspect }: Sentence) => {
    const pair = `${from} ${to} ${isSuspect}`;
    const lines = linesByPair.get(pair) ?? linesOf(router, { from, to, isSuspect });
    linesByPair.set(pair, lines);
    return lines;
  };
  const wanted = sentences.flatMap((sentence) =>
    linesFor(sentence).map((line) => ({ key: keyOf(sentence, line), space: sentence.space })),
  );
  const kept = wanted.length === 0 ? new Map<string, KeptSentence>() : await store.findMany(wanted);
  return new Map(sentences.map((sentence) => [sentence, bestKept(sentence, linesFor(sentence), kept)]));
}

function bestKept(
  sentence: Sentence,
  lines: readonly EngineLine[],
  kept: ReadonlyMap<string, KeptSentence>,
): KnownSentence | undefined {
  for (const [index, line] of lines.entries()) {
    const found = kept.get(keyOf(sentence, line));
    const result = found && fillKept(sentence, line, found);
    if (result) return { result, better: lines.slice(0, index) };
  }
  return undefined;
}

/** Fills the spans of this very sentence into an output that fits every sentence like it. */
export function fillKept(
  sentence: Sentence,
  { engine }: EngineLine,
  kept: KeptSentence,
): TranslatedSentence | undefined {
  return onceFor(sentence, kept, () => {
    const restored = restoreSegment(sentence.segment, kept.text);
    if ('problem' in restored) return undefined;
    return translated(restored.text, { kind: 'engine', id: engine.id, name: engine.name, model: kept.model });
  });
}

const mustStay = new Set<SpanKind>(['link', 'mail', 'mention']);

/** What was peeled off its edges goes around what people wrote. They may say 7公里 for 7 km; where a link leads they may not change. */
function byPeople(sentence: Sentence, target: string | undefined): TranslatedSentence | undefined {
  if (target === undefined) return undefined;
  const { before, spans, after } = sentence.segment;
  if (spans.some(({ kind, text }) => mustStay.has(kind) && !target.includes(text))) return undefined;
  return onceFor(sentence, target, () => translated(before + target + after, { kind: 'memory' }));
}

function onceFor(
  sentence: Sentence,
  source: KeptSentence | string,
  make: () => TranslatedSentence | undefined,
): TranslatedSentence | undefined {
  if (sentence.lastKnown?.source === source) return sentence.lastKnown.result;
  const result = make();
  if (result) sentence.lastKnown = { source, result };
  return result;
}

function translated(text: string, by: Maker): TranslatedSentence {
  return { kind: 'translated', text, by, isFresh: false, wasRefused: false };
}
