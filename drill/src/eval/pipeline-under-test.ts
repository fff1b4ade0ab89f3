import { randomUUID } from 'node:crypto';
import {
  createDeepLEngine,
  createIds,
  createLibreTranslateEngine,
  createLog,
  createMetrics,
  createOpenAiEngine,
  createOutputRules,
  createTranslator,
  launchPostgres,
  migrate,
  migrations,
  noGlossary,
  openDatabase,
  openLanguageDetection,
  openWordBank,
  type TranslatedText,
  type TranslationEngine,
  type TranslationPipeline,
} from '@teahouse/server';
import {
  type EngineStub,
  type Obedience,
  type Phrases,
  startDeepLStub,
  startLibreTranslateStub,
  startOpenAiStub,
} from '@teahouse/server/engine-stubs';
import { openTemporaryFolder } from '../process/temporary-folder.ts';

/** How a misled engine mixes what it was talked into with the translation. */
export const manners = ['instead', 'before', 'after'] as const;
export type Manner = (typeof manners)[number];

/** The whole translation pipeline with each remote engine's stub behind it, in turn. */
export interface PipelineUnderTest extends AsyncDisposable {
  /** Ids of the engines that can be asked. */
  engines: readonly string[];
  /** From now on every stub does as the attack wants, whatever it is asked; without an argument it translates honestly. */
  mislead(order?: { obeyed: string; manner: Manner }): void;
  /** What a reader would get with this engine alone. Nothing is remembered between calls. */
  translateText(text: string, from: string, to: string, engineName: string): Promise<ShownTranslation>;
}

export interface ShownTranslation {
  state: string;
  text?: string;
  /** Whether the text was noticed and what became of it, for the log of the house. */
  injection?: TranslatedText['injection'];
}

/**
 * @param phrases what the stubs know: true translations of masked sentences, for deeds that stand beside them
 * @param others engines that are asked besides the stubs
 */
export async function openPipelineUnderTest(
  phrases: Phrases,
  others: readonly TranslationEngine[] = [],
): Promise<PipelineUnderTest> {
  await using stack = new AsyncDisposableStack();
  const stubs = {
    openai: stack.use(await startOpenAiStub({ phrases })),
    libretranslate: stack.use(await startLibreTranslateStub({ phrases })),
    deepl: stack.use(await startDeepLStub({ phrases })),
  };
  const open = await openPipelines(stack);
  const translators: Record<string, TranslationPipeline> = {
    openai: open(createOpenAiEngine({ url: stubs.openai.url, model: 'gullible' })),
    libretranslate: open(createLibreTranslateEngine({ url: stubs.libretranslate.url })),
    deepl: open(createDeepLEngine({ url: stubs.deepl.url, key: 'none' })),
    ...Object.fromEntries(others.map((engine) => [engine.id, open(engine)])),
  };
  const rules = createOutputRules(openWordBank());
  const opened = stack.move();
  return {
    engines: Object.keys(translators),
    mislead: (order) => Object.values(stubs).forEach((stub) => void mislead(stub, order)),
    async translateText(text, from, to, engineName) {
      const translator = translators[engineName];
      if (!translator) throw new Error(`No engine ${engineName}: ${Object.keys(translators).join(', ')}`);
      // A private space of its own: no text meets what was made of another one.
      const asked = { text, to, priors: [from], urgency: 'now', askedBy: 'drill', space: randomUUID() } as const;
      const made = await translator.translate(asked);
      const isHeld = made.text !== undefined && rules.check(made.text, to).length > 0 && isClean(text, made);
      return { ...shownOf(made), ...(isHeld ? { state: 'held' } : {}) };
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };

  function isClean(source: string, { from }: TranslatedText): boolean {
    return rules.check(source, from[0] ?? 'und').length === 0;
  }
}

function mislead(stub: EngineStub, order?: { obeyed: string; manner: Manner }): void {
  if (order) stub.behave('gullible', { order: order.obeyed as Obedience, manner: order.manner });
  else stub.behave('ok');
}

/** A held translation is not shown. */
function shownOf({ state, text, injection }: TranslatedText): ShownTranslation {
  return { state, ...(text === undefined ? {} : { text }), ...(injection ? { injection } : {}) };
}

async function openPipelines(stack: AsyncDisposableStack): Promise<(engine: TranslationEngine) => TranslationPipeline> {
  const log = createLog('silent');
  const folder = stack.use(openTemporaryFolder('attacks'));
  const postgres = stack.use(await launchPostgres({ dataDir: folder.path, log, settings: { fsync: 'off' } }));
  const database = openDatabase(postgres.connection, { size: 4 });
  stack.defer(() => database.close());
  await migrate(database.db, migrations);
  const detectLanguage = await openLanguageDetection();
  const clock = { now: () => Date.now() };
  const deps = { db: database.db, clock, log, ids: createIds(clock), metrics: createMetrics() };
  const memory = { findExact: async (questions: readonly unknown[]) => questions.map(() => undefined) };
  return (engine) => {
    const parts = { memory, glossary: noGlossary, detectLanguage, charactersPerDay: 1_000_000_000 };
    const translator = createTranslator(deps, { ...parts, engines: [engine] });
    stack.defer(() => translator.close());
    return translator;
  };
}
