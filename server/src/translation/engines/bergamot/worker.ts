import { parentPort } from 'node:worker_threads';
import { findModelFault, gemmPrecision } from './model-file.ts';
import type { ModelBytes, ThreadReply, ThreadRequest } from './protocol.ts';
import {
  type AlignedMemory,
  type BlockingService,
  loadBergamotModule,
  type ResponseOptions,
  type TranslationModel,
  type Vector,
} from './wasm-module.ts';

/** The thread of the engine. It knows no languages and keeps no order: it answers one request after the other. */
const errorLines: string[] = [];
const engine = await loadBergamotModule((line) => errorLines.push(line));
const service: BlockingService = new engine.BlockingService({ cacheSize: 0 });
const loaded = new Map<string, TranslationModel>();

/** Has a letter of most scripts and a marker. */
const smokeSentence = 'Hello, 你好, привет 1! <code>0</code>';
/** Long enough for the compiler to find what is hot; without it the first reader waits half a second. */
const warmUpSentences = Array.from({ length: 4 }, () => 'This tea is very good and we like it. '.repeat(3));

parentPort?.on('message', (request: ThreadRequest) => {
  errorLines.length = 0;
  parentPort?.postMessage(answer(request));
});

function answer(request: ThreadRequest): ThreadReply {
  try {
    return { kind: 'done', html: perform(request) };
  } catch (error) {
    return { kind: 'failed', detail: describe(error) };
  }
}

function perform(request: ThreadRequest): string[] {
  if (request.kind === 'translate') return translate(request.keys, request.html);
  if (request.kind === 'load') load(request);
  else unload(request.key);
  return [];
}

/** Garbage loads without complaint and aborts at the first sentence, so a model is not loaded before it has translated. */
function load({ key, files, lengthFactor }: ThreadRequest & { kind: 'load' }): void {
  const fault = findModelFault(files);
  if (fault) throw new Error(fault);
  loaded.set(key, openModel(files, lengthFactor));
  const [smoke = ''] = translate([key], [smokeSentence]);
  if (!smoke.includes('<code>0</code>')) throw new Error('the smoke sentence lost its marker');
  if (smoke.replace('<code>0</code>', '').trim() === '') throw new Error('the smoke sentence came back empty');
  translate([key], warmUpSentences);
}

function unload(key: string): void {
  loaded.get(key)?.delete();
  loaded.delete(key);
}

function openModel({ model, lexicon, vocabularies }: ModelBytes, lengthFactor: number): TranslationModel {
  const vocabularyList = new engine.AlignedMemoryList();
  for (const vocabulary of vocabularies) vocabularyList.push_back(copyIn(vocabulary, 64));
  return new engine.TranslationModel(
    marianConfig(model, lengthFactor),
    copyIn(model, 256),
    copyIn(lexicon ?? new Uint8Array(), 64),
    vocabularyList,
    null,
  );
}

function copyIn(bytes: Uint8Array, alignment: number): AlignedMemory {
  const memory = new engine.AlignedMemory(bytes.length, alignment);
  memory.getByteArrayView().set(bytes);
  return memory;
}

function marianConfig(model: Uint8Array, lengthFactor: number): string {
  const settings = {
    'beam-size': 1,
    normalize: '1.0',
    'word-penalty': 0,
    'cpu-threads': 0,
    'skip-cost': true,
    'gemm-precision': gemmPrecision(model),
    // Soft alignments carry the markers from the source to the target.
    alignment: 'soft',
    quiet: true,
    'quiet-translation': true,
    'max-length-break': 128,
    'max-length-factor': lengthFactor.toFixed(2),
    'mini-batch-words': 1024,
    workspace: 128,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

function translate(keys: readonly string[], html: readonly string[]): string[] {
  const models = keys.map((key) => {
    const model = loaded.get(key);
    if (!model) throw new Error(`${key} is not loaded`);
    return model;
  });
  const texts = fill(new engine.VectorString(), html);
  const options = fill(new engine.VectorResponseOptions(), html.map(plainOptions));
  const [first, second] = models;
  if (!first) throw new Error('no model named');
  const responses = second
    ? service.translateViaPivoting(first, second, texts, options)
    : service.translate(first, texts, options);
  const translated = html.map((_, at) => responses.get(at).getTranslatedText());
  for (const used of [responses, texts, options]) used.delete();
  return translated;
}

function plainOptions(): ResponseOptions {
  return { html: true, alignment: false, qualityScores: false };
}

function fill<Item>(vector: Vector<Item>, items: readonly Item[]): Vector<Item> {
  for (const item of items) vector.push_back(item);
  return vector;
}

/** The engine prints its reason before it aborts; a C++ exception arrives as the bare number of its address. */
function describe(error: unknown): string {
  const printed = errorLines.filter((line) => line.includes('Error: ')).map((line) => line.replace(/^.*?Error: /, ''));
  return printed[0] ?? (error instanceof Error ? error.message : `engine exception ${String(error)}`);
}
