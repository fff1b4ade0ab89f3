import type { GlossNote, routes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { HoldNote } from '../notes/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { DetectLanguage } from '../platform/language.ts';
import { createSpareTime } from '../platform/spare-time.ts';
import type { Readers } from '../readers.ts';
import { createAccuracy } from './accuracy/read-accuracy.ts';
import { createDesk, type DeskParts } from './desk.ts';
import { createBergamotEngine } from './engines/bergamot/bergamot-engine.ts';
import { openEngines } from './engines/open-engines.ts';
import type { TranslationEngine } from './engines/port.ts';
import { defineTranslationJobs } from './jobs.ts';
import { openPhrasebook } from './memory/phrasebook.ts';
import { createTranslationMemory, type TranslationMemory } from './memory/translation-memory.ts';
import { type ModelFolder, openModelFolder } from './models/model-folder.ts';
import { defaultPairs } from './models/model-pair.ts';
import { createModelPulls } from './models/pull-queue.ts';
import { parseRegistrySource } from './models/registry-source.ts';
import { smokeWith } from './models/smoke-model.ts';
import { createOfferedModels } from './operations/offered-models.ts';
import { translationOperationsHandlers } from './operations/routes.ts';
import { createTranslator, type TranslationPipeline } from './pipeline/create-translator.ts';
import type { GlossaryReader } from './pipeline/glossary-reader.ts';
import { createReadingCounter } from './readers/reading-counter.ts';
import { translationReviewHandlers } from './reviews/routes.ts';
import { translationHandlers } from './routes.ts';
import type { OutputRules } from './store/keep-translation.ts';
import { createTranslationStore } from './store/translation-store.ts';
import { createTextReader } from './texts/text-reader.ts';
import { learnVersions } from './versions/learn-versions.ts';
import { createWordHelp } from './word-help.ts';

export type { TranslationMemory } from './memory/translation-memory.ts';
export { wordingPairs } from './memory/wording-pairs.ts';
export { createOutputRules } from './rules/output-rules.ts';
export { sourceHash } from './store/source-hash.ts';
export type { Translator } from './translator.ts';

export interface TranslationOthers extends Readers {
  detectLanguage: DetectLanguage;
  wordBank: { check(text: string): { terms: string[] } };
  rules: OutputRules;
  holdNote: HoldNote;
  glossary: GlossaryReader;
  findGlosses: (text: string, to: string) => GlossNote[];
  /** Instead of those of the configuration: tests and evaluations bring their own. */
  engines?: readonly TranslationEngine[] | undefined;
}

/** What the routes of the feature share. */
export interface TranslationParts extends TranslationOthers, Omit<DeskParts, 'members'> {
  desk: ReturnType<typeof createDesk>;
  translator: TranslationPipeline;
  memory: TranslationMemory;
  models: ModelFolder;
  accuracy: ReturnType<typeof createAccuracy>;
}

export interface Translation {
  handlers: Handlers<typeof routes.translations>;
  reviewHandlers: Handlers<typeof routes.translationReview>;
  operationsHandlers: Handlers<typeof routes.translationOperations>;
  parts: TranslationParts;
  translator: TranslationPipeline;
  memory: TranslationMemory;
  /** Fetches the models a house begins with, where it has none and may use them. */
  fetchFirstModels(): void;
  /** Waits until nothing is being translated and every count is written. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export function createTranslation(deps: Deps, others: TranslationOthers): Translation {
  const phrasebook = openPhrasebook();
  const memory = createTranslationMemory(deps, { phrasebook });
  const models = openModelFolder(deps.config.dataDir);
  const engines = others.engines ?? openEngines(deps.config.translation, { models, log: deps.log, clock: deps.clock });
  const sheds = () => deps.houseState.current === 'read-only';
  const translator = createTranslator(deps, {
    engines,
    memory,
    glossary: others.glossary,
    detectLanguage: others.detectLanguage,
    charactersPerDay: deps.config.translation.charactersPerDay,
    sheds,
    spareTime: createSpareTime(deps.pagesUnderWay),
  });
  const readers = createReadingCounter(deps);
  const texts = createTextReader(deps, others);
  const shared = { ...others, texts, translator, memory, models, readers, store: createTranslationStore(deps) };
  const engineIds = new Map(engines.map(({ id, name }) => [name, id]));
  const deskParts = {
    ...shared,
    keeping: new Map(),
    makingOn: new Set<string>(),
    engineIds,
    helpWithWords: createWordHelp({ phrasebook, glossary: others.glossary }),
  };
  const accuracy = createAccuracy(deps, { engines });
  const parts = { ...deskParts, desk: createDesk(deps, deskParts), accuracy };
  const { pulls, ...modelParts } = openModelPulls(deps, models);
  defineTranslationJobs(deps, { ...parts, engines, sheds });
  learnVersions(deps, parts);
  for (const name of ['note.changed', 'note.withdrawn'] as const)
    deps.events.afterDelivery(name, (events) => {
      for (const { noteId } of events) texts.invalidate(noteId);
    });
  return {
    handlers: translationHandlers(deps, parts),
    reviewHandlers: translationReviewHandlers(deps, parts),
    operationsHandlers: translationOperationsHandlers(deps, { ...parts, ...modelParts, pulls, engines }),
    parts,
    translator,
    memory,
    fetchFirstModels() {
      const usesModels = engines.some(({ id }) => id === 'bergamot');
      if (usesModels && models.installed().length === 0) for (const pair of defaultPairs) pulls.start(pair);
    },
    async settle() {
      await translator.settle();
      await Promise.all([translator.flush(), readers.flush()]);
    },
    async stop() {
      await pulls.close();
      await translator.close();
      await readers.flush();
      models.close();
    },
  };
}

function openModelPulls({ config, log, clock }: Pick<Deps, 'config' | 'log' | 'clock'>, models: ModelFolder) {
  const source = parseRegistrySource(config.modelsUrl);
  const smoke = smokeWith((store) => createBergamotEngine({ models: store, log, clock }));
  return {
    pulls: createModelPulls({ dataDir: config.dataDir, smoke, source, folder: models, clock, log }),
    offered: createOfferedModels({ clock, source }),
  };
}
