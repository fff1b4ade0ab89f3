import pg from 'pg';
import { inject } from 'vitest';
import { type DatabaseHandle, openDatabase } from '../src/platform/db/database.ts';
import { createIds } from '../src/platform/ids.ts';
import { openLanguageDetection } from '../src/platform/language.ts';
import { createLog } from '../src/platform/log.ts';
import { createMetrics } from '../src/platform/metrics.ts';
import {
  type EngineAnswer,
  type EngineBatch,
  type EngineCapabilities,
  EngineFailure,
  type EngineHealth,
  type TranslationEngine,
} from '../src/translation/engines/port.ts';
import {
  createTranslator,
  type TranslationPipeline,
  type TranslatorParts,
} from '../src/translation/pipeline/create-translator.ts';
import { noGlossary } from '../src/translation/pipeline/glossary-reader.ts';
import type { TextToTranslate } from '../src/translation/translator.ts';
import { plausibleTranslation } from './engine-stubs/plausible.ts';
import { templateName } from './global-setup.ts';

type Answering = (batch: EngineBatch, signal: AbortSignal) => EngineAnswer[] | Promise<EngineAnswer[]>;

/** An engine whose every answer the test decides; it counts what it is asked. */
export interface ScriptedEngine extends TranslationEngine {
  calls: EngineBatch[];
  /** Masked sentences of all calls. */
  asked(): string[];
  answer: Answering;
  currentModel: string;
  currentHealth: EngineHealth;
  isClosed: boolean;
}

export interface ScriptedOptions {
  id?: TranslationEngine['id'];
  name?: string;
  capabilities?: Partial<EngineCapabilities>;
  supports?: (from: string, to: string) => boolean;
  answer?: Answering;
}

export function scriptedEngine(options: ScriptedOptions = {}): ScriptedEngine {
  const { id = 'scripted', name = 'Scripted', supports = (from, to) => from !== to } = options;
  const engine: ScriptedEngine = {
    id,
    name,
    calls: [],
    currentModel: '1',
    currentHealth: { state: 'ready' },
    isClosed: false,
    answer: options.answer ?? plausibly,
    asked: () => engine.calls.flatMap(({ segments }) => segments.map(({ masked }) => masked)),
    capabilities: () => ({
      batchMax: 16,
      sentenceMax: 1000,
      takesContext: false,
      takesTerms: false,
      takesOrders: true,
      isLocal: true,
      isPaid: false,
      typicalMilliseconds: 50,
      deadlineMilliseconds: 2_000,
      ...options.capabilities,
    }),
    supports,
    model: () => engine.currentModel,
    async translate(batch, signal) {
      engine.calls.push(batch);
      return engine.answer(batch, signal);
    },
    health: () => engine.currentHealth,
    async close() {
      engine.isClosed = true;
    },
  };
  return engine;
}

export function plausibly({ segments, from, to }: EngineBatch): EngineAnswer[] {
  return segments.map(({ id, masked }) => ({ id, text: plausibleTranslation(masked, from, to) }));
}

export function failing(kind: EngineFailure['kind'], options: { retryAfterMilliseconds?: number } = {}): Answering {
  return () => {
    throw new EngineFailure(kind, `The engine is ${kind}`, options);
  };
}

/** Answers once the test says so, or fails when nobody waits any more. */
export function gated(answer: Answering = plausibly): { answer: Answering; open: () => void; reached: Promise<void> } {
  const gate = Promise.withResolvers<void>();
  const arrival = Promise.withResolvers<void>();
  return {
    open: gate.resolve,
    reached: arrival.promise,
    async answer(batch, signal) {
      arrival.resolve();
      const { promise: left, reject } = Promise.withResolvers<never>();
      signal.addEventListener('abort', () => reject(new EngineFailure('aborted', 'Nobody waits')), { once: true });
      await Promise.race([gate.promise, left]);
      return answer(batch, signal);
    },
  };
}

export interface PipelineHouse extends AsyncDisposable {
  database: DatabaseHandle;
  time: { now: number };
  /** A process of its own: own pool, own memory, the same database. */
  open(parts: Partial<TranslatorParts> & Pick<TranslatorParts, 'engines'>): TranslationPipeline;
  countQueries(work: () => Promise<unknown>): Promise<number>;
  /** Until any process sends a statement that holds this. */
  sees(fragment: string): Promise<void>;
}

const detection = openLanguageDetection();
let cloned = 0;

/** A migrated database and as many translators over it as the test wants. */
export async function openPipelineHouse(): Promise<PipelineHouse> {
  const connection = inject('postgres');
  const name = `pipeline_${process.pid}_${++cloned}`;
  const admin = new pg.Client(connection);
  await admin.connect();
  await admin.query(`create database ${name} template ${templateName}`);
  await admin.end();
  const detectLanguage = await detection;
  const time = { now: Date.parse('2025-01-14T04:00:00Z') };
  const clock = { now: () => time.now };
  const log = createLog(process.env.TEAHOUSE_TEST_LOG ?? 'silent');
  const open = () => openDatabase({ ...connection, database: name }, { size: 4 });
  const database = open();
  const handles = [database];
  const translators: TranslationPipeline[] = [];
  return {
    database,
    time,
    open(parts) {
      const handle = open();
      handles.push(handle);
      const deps = { db: handle.db, clock, log, ids: createIds(clock), metrics: createMetrics() };
      const memory = { findExact: async (questions: readonly unknown[]) => questions.map(() => undefined) };
      const translator = createTranslator(deps, {
        memory,
        glossary: noGlossary,
        detectLanguage,
        charactersPerDay: 1_000_000,
        ...parts,
      });
      translators.push(translator);
      return translator;
    },
    async countQueries(work) {
      let count = 0;
      const countOne = () => {
        count += 1;
      };
      const stops = handles.map((handle) => handle.onQuery(countOne));
      await work();
      for (const stop of stops) stop();
      return count;
    },
    sees: (fragment) =>
      new Promise((resolve) => {
        for (const handle of handles) handle.onQuery((sql) => sql.includes(fragment) && resolve());
      }),
    async [Symbol.asyncDispose]() {
      for (const translator of translators) await translator.close();
      for (const handle of handles) await handle.close();
    },
  };
}

export function textOf(text: string, more: Partial<TextToTranslate> = {}): TextToTranslate {
  return { text, to: 'zh', priors: [], urgency: 'now', askedBy: 'mei', ...more };
}
