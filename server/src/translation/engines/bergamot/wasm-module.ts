import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';

/** What the WASM build exports, as far as it is used here. Everything made must be deleted, or handed over as noted. */
export interface BergamotModule {
  /** A second one in the same module throws. */
  BlockingService: new (options: {
    cacheSize: number;
  }) => BlockingService;
  /** Takes the memories over. */
  TranslationModel: new (
    config: string,
    model: AlignedMemory,
    lexicon: AlignedMemory,
    vocabularies: AlignedMemoryList,
    quality: null,
  ) => TranslationModel;
  AlignedMemory: new (bytes: number, alignment: number) => AlignedMemory;
  AlignedMemoryList: new () => AlignedMemoryList;
  VectorString: new () => Vector<string>;
  VectorResponseOptions: new () => Vector<ResponseOptions>;
}

interface Deletable {
  delete(): void;
}

export type TranslationModel = Deletable;

export interface AlignedMemory extends Deletable {
  getByteArrayView(): Uint8Array;
}

export type AlignedMemoryList = Vector<AlignedMemory>;

export interface Vector<Item> extends Deletable {
  push_back(item: Item): void;
}

export interface ResponseOptions {
  html: boolean;
  alignment: boolean;
  qualityScores: boolean;
}

export interface Responses extends Deletable {
  get(index: number): { getTranslatedText(): string };
}

export interface BlockingService {
  translate(model: TranslationModel, texts: Vector<string>, options: Vector<ResponseOptions>): Responses;
  translateViaPivoting(
    toPivot: TranslationModel,
    fromPivot: TranslationModel,
    texts: Vector<string>,
    options: Vector<ResponseOptions>,
  ): Responses;
}

/** What the build wants from its host, and what it puts there. */
interface Host {
  print(line: string): void;
  printErr(line: string): void;
  instantiateWasm(imports: WebAssembly.Imports, accept: (instance: WebAssembly.Instance) => void): object;
  onRuntimeInitialized(): void;
  asm?: Record<string, (...given: number[]) => number>;
}

/** Integer products are imported so that a browser can bring its own; elsewhere the build's own are handed back to it. */
const integerProducts = {
  int8_prepare_a: 'int8PrepareAFallback',
  int8_prepare_b: 'int8PrepareBFallback',
  int8_prepare_b_from_transposed: 'int8PrepareBFromTransposedFallback',
  int8_prepare_b_from_quantized_transposed: 'int8PrepareBFromQuantizedTransposedFallback',
  int8_prepare_bias: 'int8PrepareBiasFallback',
  int8_multiply_and_add_bias: 'int8MultiplyAndAddBiasFallback',
  int8_select_columns_of_b: 'int8SelectColumnsOfBFallback',
} as const;

const gluePath = '@browsermt/bergamot-translator/worker/bergamot-translator-worker.js';

/**
 * Starts the engine in this thread; once, because its glue is a script that lives in the thread's globals. The package's
 * own worker cannot start in Node (it is an ES module that calls `require`), so the glue is run as a script from here.
 */
export async function loadBergamotModule(onErrorLine: (line: string) => void): Promise<BergamotModule> {
  const glueFile = createRequire(import.meta.url).resolve(gluePath);
  const [glue, bytes] = await Promise.all([readFile(glueFile, 'utf8'), readFile(glueFile.replace(/\.js$/, '.wasm'))]);
  const compiled = await WebAssembly.compile(bytes);
  return new Promise((resolve) => {
    const host: Host = {
      print: onErrorLine,
      printErr: onErrorLine,
      instantiateWasm(imports, accept) {
        accept(new WebAssembly.Instance(compiled, { ...imports, wasm_gemm: ownProducts(host) }));
        return {};
      },
      // The glue adds the build's classes to the very object it was given.
      onRuntimeInitialized: () => resolve(host as unknown as BergamotModule),
    };
    Object.assign(globalThis, { Module: host });
    runInThisContext(glue, { filename: glueFile });
  });
}

function ownProducts(host: Host): WebAssembly.ModuleImports {
  return Object.fromEntries(
    Object.entries(integerProducts).map(([wanted, own]) => [
      wanted,
      (...given: number[]) => host.asm?.[own]?.(...given),
    ]),
  );
}
