import type { Deps } from '../../platform/deps.ts';
import type { DetectLanguage } from '../../platform/language.ts';
import { createSpareTime, type SpareTime } from '../../platform/spare-time.ts';
import type { TranslationEngine } from '../engines/port.ts';
import type { TextToTranslate, TranslatedText, TranslateOptions, Translator, Urgency } from '../translator.ts';
import { createBudget } from './budget.ts';
import { composeText, composeWhole } from './compose-text.ts';
import type { GlossaryReader } from './glossary-reader.ts';
import { createLookUp, type Known } from './look-up.ts';
import type { MemoryReader } from './memory-reader.ts';
import { createPreparer, type OpenText, type PreparedOnce } from './prepare-once.ts';
import { createTextPreparation } from './prepare-texts.ts';
import { createRouter, type EngineReport } from './router.ts';
import { createBatchRunner } from './run-batch.ts';
import { keyOf } from './sentence.ts';
import { createSentenceStore } from './sentence-store.ts';
import { createSingleFlight } from './single-flight.ts';
import { createTally, type TextTold } from './tally.ts';
import { type ToldText, tellOf } from './tell-of.ts';
import { leaveAsWritten } from './translate-sentence.ts';
import { translateText } from './translate-text.ts';

export interface TranslatorParts {
  /** Preferred one first. The translator closes them. */
  engines: readonly TranslationEngine[];
  memory: MemoryReader;
  glossary: GlossaryReader;
  detectLanguage: DetectLanguage;
  /** Of each paid engine. */
  charactersPerDay: number;
  /** What the house does without at the moment: `later` in a surge, then `next` too. Never asked for `now`. */
  sheds?: (urgency: Urgency) => boolean;
  /** Sentences that may wait for engines. */
  mostWaiting?: number;
  /** When texts that are new are read for readers who have their page already; at once without it. */
  spareTime?: SpareTime;
}

/** The translator with what operators see of it. */
export interface TranslationPipeline extends Translator {
  engines(): EngineReport[];
  /** Characters of today by paid engine. */
  spentToday(): Promise<Map<string, number>>;
  /** Counts a text that was handed out without the pipeline: a stored one. */
  tell(text: TextTold): void;
  /** Writes the counts of texts that are still in memory. */
  flush(): Promise<void>;
}

export function createTranslator(
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'log' | 'metrics'>,
  { engines, memory, glossary, detectLanguage, charactersPerDay, sheds, mostWaiting, ...others }: TranslatorParts,
): TranslationPipeline {
  const budget = createBudget(deps, charactersPerDay);
  const router = createRouter(deps, { engines, budget });
  const store = createSentenceStore(deps);
  const runBatch = createBatchRunner(deps, { router, store, holder: deps.ids.next() });
  const limits = { ...(sheds && { sheds }), ...(mostWaiting !== undefined && { mostWaiting }) };
  const singleFlight = createSingleFlight(deps, { store, runBatch, ...limits });
  const preparer = createPreparer({ detectLanguage, glossary });
  const spareTime = others.spareTime ?? createSpareTime({ isQuiet: () => true });
  const preparation = createTextPreparation({ preparer, memory, router, spareTime });
  const lookUp = createLookUp({ memory, store, router });
  const tally = createTally(deps);
  const parts = { router, singleFlight, log: deps.log };
  const underWay = new Set<Promise<unknown>>();

  function track<T>(promise: Promise<T>): Promise<T> {
    underWay.add(promise);
    const end = () => underWay.delete(promise);
    promise.then(end, end);
    return promise;
  }

  async function translate(text: TextToTranslate, options: TranslateOptions): Promise<TranslatedText> {
    options.signal?.throwIfAborted();
    const started = performance.now();
    const prepared = preparer.prepare(text);
    if (prepared.kind === 'settled') return settled(prepared.state);
    const [known = { whole: undefined, sentences: [] }] = await lookUp([prepared]);
    options.signal?.throwIfAborted();
    const atHand = prepared.isUndecodable ? knownText(text, prepared, known) : wholeText(text, prepared, known);
    if (!atHand && prepared.isUndecodable) return settled('undecodable');
    const told = atHand ?? (await translateText(parts, { text, prepared, known }, options));
    const milliseconds = told.results.length === 0 ? 0 : performance.now() - started;
    tally.tell({ ...tellOf(prepared.sentences, told), milliseconds });
    return told.translated;
  }

  /** A database that does not answer leaves the reader with the original, like an engine that does not. */
  async function translateSafely(text: TextToTranslate, options: TranslateOptions): Promise<TranslatedText> {
    try {
      return await translate(text, options);
    } catch (error) {
      options.signal?.throwIfAborted();
      deps.log.error({ err: error }, 'translation failed');
      return settled('failed');
    }
  }

  async function find(
    texts: readonly TextToTranslate[],
    prepared: readonly PreparedOnce[],
    told: (text: TextToTranslate, one: OpenText, known: Known) => ToldText | undefined,
  ): Promise<(TranslatedText | undefined)[]> {
    const open = prepared.filter((one) => one.kind === 'open');
    const found = await lookUp(open);
    const knownOf = new Map(open.map((one, index) => [one, found[index]]));
    return texts.map((text, index) => {
      const one = prepared[index];
      if (one?.kind !== 'open') return one && settled(one.state);
      const known = knownOf.get(one);
      const found = known && told(text, one, known);
      if (found) tally.tell(tellOf(one.sentences, found));
      return found?.translated ?? (one.isUndecodable ? settled('undecodable') : undefined);
    });
  }

  /** What `translate` would make of it without asking anybody. */
  function settledText(text: TextToTranslate, prepared: OpenText, known: Known): ToldText | undefined {
    const atHand = knownText(text, prepared, known);
    if (atHand || prepared.isUndecodable) return atHand;
    const results = prepared.sentences.flatMap(
      (sentence, index) => known.sentences[index]?.result ?? leaveAsWritten(parts, sentence) ?? [],
    );
    const isSettled = results.length === prepared.sentences.length;
    return isSettled ? { translated: composeText(prepared, results), results } : undefined;
  }

  /** Under which engines may have left something about a sentence. */
  function keysOf(text: string, from: string, to: string): string[] {
    const prepared = preparer.prepare({ text, to, priors: [from], urgency: 'later', askedBy: '' });
    if (prepared.kind !== 'open') return [];
    const sentences = prepared.sentences.map((sentence) => ({ ...sentence, from, keys: new Map() }));
    return sentences.flatMap((sentence) => router.linesFor(from, to).map((line) => keyOf(sentence, line)));
  }

  async function settle(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
    await singleFlight.settle();
  }

  return {
    findKnown: async (texts) => find(texts, await preparation.now(texts), knownText),
    findSettled: async (texts) => find(texts, await preparation.inSpareTime(texts), settledText),
    translate: (text, options = {}) => track(translateSafely(text, options)),
    async forget(space) {
      preparer.forget(space);
      const landing = singleFlight.forget(space);
      await store.forget(space);
      // What was being stored at that moment goes when it has landed.
      if (landing.length > 0) void track(Promise.all(landing).then(() => store.forget(space)));
    },
    forgetSentences: (sentences, to, tx) =>
      store.drop(
        sentences.flatMap(({ source, from }) => keysOf(source, from, to)),
        tx,
      ),
    queue: () => singleFlight.queue.state(),
    settle,
    engines: router.report,
    spentToday: budget.spentToday,
    tell: tally.tell,
    flush: tally.flush,
    async close() {
      await singleFlight.stop();
      await settle();
      await tally.stop();
      await Promise.all(engines.map((engine) => engine.close()));
    },
  };
}

function settled(state: TranslatedText['state']): TranslatedText {
  return { state, pairs: [], from: [] };
}

function knownText(text: TextToTranslate, prepared: OpenText, known: Known): ToldText | undefined {
  const whole = wholeText(text, prepared, known);
  if (whole) return whole;
  const results = known.sentences.flatMap((sentence) => (sentence ? [sentence.result] : []));
  const isComplete = results.length === known.sentences.length;
  return isComplete ? { translated: composeText(prepared, results), results } : undefined;
}

function wholeText({ text }: TextToTranslate, prepared: OpenText, { whole }: Known): ToldText | undefined {
  if (whole === undefined) return undefined;
  const from = prepared.sentences[0]?.from ?? 'und';
  return { translated: composeWhole(text, whole, from), results: [] };
}
