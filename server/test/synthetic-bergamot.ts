import { createHash } from 'node:crypto';
import type { OpenedModel } from '../src/translation/engines/bergamot/model-store.ts';
import { type MarianItem, paddedLength, writeMarianFile } from './synthetic-bergamot/marian-file.ts';
import { writeSentencePieceFile } from './synthetic-bergamot/sentencepiece-file.ts';
import { writeShortlistFile } from './synthetic-bergamot/shortlist-file.ts';

/** Sizes of a student model. `tiny` and `base` are those of the published models; `toy` is for quick tests. */
export interface StudentShape {
  width: number;
  feedForward: number;
  heads: number;
  encoderLayers: number;
  decoderLayers: number;
  vocabularySize: number;
  /** Source and target do not share pieces, as in the Chinese, Japanese and Korean models. */
  twoVocabularies: boolean;
}

export const studentShapes = {
  toy: shape({ width: 64, feedForward: 128, encoderLayers: 1, decoderLayers: 1, vocabularySize: 2048 }),
  tiny: shape({ width: 256, feedForward: 1536 }),
  base: shape({ width: 512, feedForward: 2048, twoVocabularies: true }),
} as const satisfies Record<string, StudentShape>;

/** Activations leave a layer norm within about ±6, which fills the 127 steps of eight bits. */
const activationFactor = 127 / 6;

/** Files in the real format that run in the real engine; the weights are noise, so the words that come back are too. */
export function syntheticBergamot(given: {
  shape: StudentShape;
  seed: number;
  words?: readonly string[];
}): OpenedModel {
  const { shape, seed, words = [] } = given;
  const vocabulary = writeSentencePieceFile({ size: shape.vocabularySize, words });
  // As many pieces as in a published list of 3.3 MB.
  const lexicon = writeShortlistFile({ vocabularySize: shape.vocabularySize, first: 50, best: 24 });
  const files = {
    model: writeMarianFile(studentItems(shape, seed)),
    lexicon,
    vocabularies: shape.twoVocabularies ? [vocabulary, Buffer.from(vocabulary)] : [vocabulary],
  };
  return { ...files, hash: createHash('sha256').update(files.model).digest('hex') };
}

function shape(given: Partial<StudentShape> & Pick<StudentShape, 'width' | 'feedForward'>): StudentShape {
  return {
    heads: 8,
    encoderLayers: 6,
    decoderLayers: 2,
    vocabularySize: 32_000,
    twoVocabularies: false,
    ...given,
  };
}

function studentItems(shape: StudentShape, seed: number): MarianItem[] {
  const weights = weightMaker(seed);
  const { width, vocabularySize, twoVocabularies } = shape;
  const embeddings = twoVocabularies ? ['encoder_Wemb', 'decoder_Wemb'] : ['Wemb'];
  return [
    ...embeddings.map((name) => weights.matrix(name, vocabularySize, width)),
    ...layerNames('encoder', shape.encoderLayers).flatMap((layer) => [
      ...attention(`${layer}_self`, shape, weights),
      ...feedForward(layer, shape, weights),
    ]),
    ...layerNames('decoder', shape.decoderLayers).flatMap((layer, at, layers) => [
      ...recurrence(`${layer}_rnn`, shape, weights),
      ...attention(`${layer}_context`, shape, weights),
      ...feedForward(layer, shape, weights, at === layers.length - 1 ? -1 : 1),
    ]),
    outputBias(shape),
    activationScale('none'),
    embeddingScale(twoVocabularies ? 'decoder_Wemb' : 'Wemb'),
    configItem(shape),
  ];
}

type Weights = ReturnType<typeof weightMaker>;

function layerNames(side: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${side}_l${at + 1}`);
}

function attention(prefix: string, { width }: StudentShape, weights: Weights): MarianItem[] {
  return [
    ...['q', 'k', 'v', 'o'].flatMap((part) =>
      affine(`${prefix}_W${part}`, `${prefix}_b${part}`, width, width, weights),
    ),
    ...layerNorm(`${prefix}_Wo`, width),
  ];
}

/**
 * The last layer's norm is turned over: output and input embeddings are one matrix, so noise would otherwise repeat its
 * first piece for ever.
 */
function feedForward(layer: string, shape: StudentShape, weights: Weights, normScale = 1): MarianItem[] {
  const { width, feedForward } = shape;
  return [
    ...affine(`${layer}_ffn_W1`, `${layer}_ffn_b1`, width, feedForward, weights),
    ...affine(`${layer}_ffn_W2`, `${layer}_ffn_b2`, feedForward, width, weights),
    ...layerNorm(`${layer}_ffn_ffn`, width, normScale),
  ];
}

/** The simpler simple recurrent unit: one candidate matrix, one forget gate. */
function recurrence(prefix: string, { width }: StudentShape, weights: Weights): MarianItem[] {
  return [
    weights.matrix(`${prefix}_W`, width, width),
    activationScale(`${prefix}_W`),
    ...affine(`${prefix}_Wf`, `${prefix}_bf`, width, width, weights),
    ...layerNorm(`${prefix}_ffn`, width),
  ];
}

function affine(weight: string, bias: string, rows: number, columns: number, weights: Weights): MarianItem[] {
  return [weights.matrix(weight, rows, columns), activationScale(weight), vector(bias, columns, 0)];
}

function layerNorm(prefix: string, width: number, scale = 1): MarianItem[] {
  return [vector(`${prefix}_ln_scale`, width, scale), vector(`${prefix}_ln_bias`, width, 0)];
}

function activationScale(weight: string): MarianItem {
  return { ...vector(`${weight}_QuantMultA`, 1, activationFactor), shape: [1, 1] };
}

/** Noise never ends a sentence: every text runs to the engine's length limit, so that timings repeat. */
function outputBias({ vocabularySize }: StudentShape): MarianItem {
  const bias = vector('decoder_ff_logit_out_b', vocabularySize, 0);
  bias.bytes.writeFloatLE(-1_000, 0);
  return bias;
}

/** Every tensor named after an embedding is stored in eight bits, its scale too: 127, then the factor that makes it. */
function embeddingScale(embedding: string): MarianItem {
  const bytes = Buffer.alloc(paddedLength(5));
  bytes.writeInt8(127, 0);
  bytes.writeFloatLE(127 / activationFactor, 1);
  return { name: `${embedding}_QuantMultA`, type: 'intgemm8', shape: [1, 1], bytes };
}

function vector(name: string, length: number, value: number): MarianItem {
  const padded = new Float32Array(paddedLength(length * 4) / 4);
  padded.fill(value, 0, length);
  return { name, type: 'float32', shape: [1, length], bytes: Buffer.from(padded.buffer) };
}

function weightMaker(seed: number) {
  let state = (seed * 2_654_435_761 + 1) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state;
  };
  return {
    /** Uniform within Glorot's bound; eight bits, then the factor that maps the bound to 127. */
    matrix(name: string, rows: number, columns: number): MarianItem {
      const count = rows * columns;
      const bytes = Buffer.alloc(paddedLength(count + 4));
      const words = new Int32Array(bytes.buffer, bytes.byteOffset, count / 4);
      for (let at = 0; at < words.length; at += 1) words[at] = next();
      const signed = new Int8Array(bytes.buffer, bytes.byteOffset, count);
      for (let at = 0; at < count; at += 1) if (signed[at] === -128) signed[at] = 0;
      bytes.writeFloatLE(127 / Math.sqrt(6 / (rows + columns)), count);
      return { name, type: 'intgemm8', shape: [rows, columns], bytes };
    },
  };
}

function configItem(shape: StudentShape): MarianItem {
  const text = Buffer.from(`${studentConfig(shape)}\0`, 'utf8');
  return { name: 'special:model.yml', type: 'int8', shape: [text.length], bytes: text };
}

function studentConfig(shape: StudentShape): string {
  const tied = shape.twoVocabularies
    ? { 'tied-embeddings': true, 'tied-embeddings-all': false }
    : { 'tied-embeddings': false, 'tied-embeddings-all': true };
  return Object.entries({
    type: 'transformer',
    version: 'v1.9.56',
    ...tied,
    'tied-embeddings-src': false,
    'dim-vocabs': `[${shape.vocabularySize}, ${shape.vocabularySize}]`,
    'dim-emb': shape.width,
    'dim-rnn': 1024,
    'enc-depth': shape.encoderLayers,
    'enc-type': 'bidirectional',
    'enc-cell': 'gru',
    'enc-cell-depth': 1,
    'dec-depth': shape.decoderLayers,
    'dec-cell': 'ssru',
    'dec-cell-base-depth': 2,
    'dec-cell-high-depth': 1,
    'transformer-heads': shape.heads,
    'transformer-dim-ffn': shape.feedForward,
    'transformer-ffn-depth': 2,
    'transformer-ffn-activation': 'relu',
    'transformer-decoder-autoreg': 'rnn',
    'transformer-dim-aan': 2048,
    'transformer-aan-depth': 2,
    'transformer-aan-activation': 'swish',
    'transformer-aan-nogate': false,
    'transformer-preprocess': '""',
    'transformer-postprocess': 'dan',
    'transformer-postprocess-emb': 'd',
    'transformer-postprocess-top': '""',
    'transformer-guided-alignment-layer': 'last',
    'transformer-no-projection': false,
    'transformer-depth-scaling': false,
    'transformer-train-position-embeddings': false,
    'transformer-tied-layers': '[]',
    'bert-train-type-embeddings': true,
    'bert-type-vocab-size': 2,
    'layer-normalization': false,
    'right-left': false,
    'input-types': '[]',
    'factors-combine': 'sum',
    'factors-dim-emb': 0,
    'lemma-dim-emb': 0,
    skip: false,
    ulr: false,
    'ulr-dim-emb': 0,
    'ulr-trainable-transformation': false,
  })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}
