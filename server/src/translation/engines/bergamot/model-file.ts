import type { ModelBytes } from './protocol.ts';

const formatVersion = 1n;
const headerBytes = 32;
const mostItems = 10_000n;

/**
 * The WASM build reads a file that is too short past its end and may translate with what it finds there, so the lengths
 * are checked first. Returns what is wrong, if anything.
 */
export function findModelFault({ model, lexicon }: ModelBytes): string | undefined {
  const needed = neededBytes(model);
  if (needed === undefined) return 'the model is not a Marian file';
  if (needed > model.length) return `the model is cut short: ${model.length} of ${needed} bytes`;
  return lexicon && lexicon.length < 48 ? 'the lexicon is cut short' : undefined;
}

/** Models with precomputed activation scales are quicker; asked of one without, the engine aborts. */
export function gemmPrecision(model: Uint8Array): 'int8shiftAlphaAll' | 'int8shiftAll' {
  const names = Buffer.from(model.buffer, model.byteOffset, Math.min(model.length, 131_072));
  return names.includes('_QuantMultA\0') ? 'int8shiftAlphaAll' : 'int8shiftAll';
}

/** Version and count, a header of four numbers for each tensor, names, shapes, padding, tensors. */
function neededBytes(model: Uint8Array): number | undefined {
  if (model.length < 16) return undefined;
  const view = new DataView(model.buffer, model.byteOffset, model.length);
  const count = view.getBigUint64(8, true);
  if (view.getBigUint64(0, true) !== formatVersion || count === 0n || count > mostItems) return undefined;
  const headersEnd = 16 + Number(count) * headerBytes;
  if (headersEnd > model.length) return headersEnd;
  let [beforePadding, tensors] = [headersEnd, 0];
  for (let at = 16; at < headersEnd; at += headerBytes) {
    beforePadding += Number(view.getBigUint64(at, true)) + 4 * Number(view.getBigUint64(at + 16, true));
    tensors += Number(view.getBigUint64(at + 24, true));
  }
  if (beforePadding + 8 > model.length) return beforePadding + 8 + tensors;
  return beforePadding + 8 + Number(view.getBigUint64(beforePadding, true)) + tensors;
}
