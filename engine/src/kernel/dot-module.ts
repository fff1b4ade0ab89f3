import { VECTOR_LENGTH } from '../notes/note-columns.ts';

/**
 * The machine code of the dot products, put together here so that nobody has to trust a blob. Two functions over shared memory,
 * all numbers i32, pointers in bytes:
 *
 *     dotRange(query, vectors, out, end)               out[i] = query · vectors[i]
 *     dotRows(query, vectors, out, end, rows, limit)   out[i] = query · vectors[rows[i]], of row 0 where rows[i] ≥ limit
 *
 * `end` is where `out` ends. Both widen the query to 16 bits once and hold it in eight registers; a vector then takes eight
 * widening loads and eight multiply-adds (WebAssembly SIMD: `v128.load8x8_s`, `i32x4.dot_i16x8_s`).
 */
export function assembleDotModule(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector([functionType(4), functionType(6)])),
    ...section(2, vector([[...name('engine'), ...name('memory'), 0x02, ...SHARED_LIMITS]])),
    ...section(3, vector([[0], [1]])),
    ...section(
      7,
      vector([
        [...name('dotRange'), 0x00, 0],
        [...name('dotRows'), 0x00, 1],
      ]),
    ),
    ...section(10, vector([dotRange(), dotRows()])),
  ]);

  function functionType(parameters: number): number[] {
    return [0x60, ...vector(Array.from({ length: parameters }, () => [I32])), ...vector([])];
  }
}

// A shared memory of 1 to 65,536 pages: any that the engine makes fits.
const SHARED_LIMITS = [0x03, ...unsigned(1), ...unsigned(65_536)];

const I32 = 0x7f;
const V128 = 0x7b;

const QUERY = 0;
const VECTORS = 1;
const OUT = 2;
const END = 3;
const ROWS = 4;
const LIMIT = 5;

// WebAssembly core specification, 5.4 (instructions).
const localGet = (index: number) => [0x20, index];
const localSet = (index: number) => [0x21, index];
const i32Const = (value: number) => [0x41, ...signed(value)];
const I32_ADD = [0x6a];
const I32_MUL = [0x6c];
const I32_GE_UNSIGNED = [0x4f];
const I32_LOAD = [0x28, 2, 0];
const I32_STORE = [0x36, 2, 0];
const I32_LT_UNSIGNED = [0x49];
const SELECT = [0x1b];
const BLOCK = [0x02, 0x40];
const LOOP = [0x03, 0x40];
const branch = (depth: number) => [0x0c, depth];
const branchIf = (depth: number) => [0x0d, depth];
const END_OF_BLOCK = [0x0b];
const loadWidened = (offset: number) => [0xfd, ...unsigned(0x01), 0, ...unsigned(offset)];
const DOT_OF_PAIRS = [0xfd, ...unsigned(0xba)];
const ADD_LANES = [0xfd, ...unsigned(0xae)];
const FIRST_LANE = [0xfd, ...unsigned(0x1b), 0];
const shuffle = (lanes: readonly number[]) => [0xfd, ...unsigned(0x0d), ...lanes];

const EIGHTHS = VECTOR_LENGTH / 8;

function dotRange(): number[] {
  const parameters = 4;
  const step = [...localGet(VECTORS), ...i32Const(VECTOR_LENGTH), ...I32_ADD, ...localSet(VECTORS)];
  return body(parameters, [...storeDot(parameters, localGet(VECTORS)), ...step]);
}

function dotRows(): number[] {
  const parameters = 6;
  const row = [...localGet(ROWS), ...I32_LOAD];
  // A reader may find a row that is being written: it is compared before it becomes an address.
  const bounded = [...row, ...i32Const(0), ...row, ...localGet(LIMIT), ...I32_LT_UNSIGNED, ...SELECT];
  const address = [...bounded, ...i32Const(VECTOR_LENGTH), ...I32_MUL, ...localGet(VECTORS), ...I32_ADD];
  const step = [...localGet(ROWS), ...i32Const(4), ...I32_ADD, ...localSet(ROWS)];
  return body(parameters, [...storeDot(parameters, address), ...step]);
}

/** Locals after the parameters: an address, eight eighths of the query, the sum. */
function body(parameters: number, work: readonly number[]): number[] {
  const locals = [...unsigned(2), ...unsigned(1), I32, ...unsigned(EIGHTHS + 1), V128];
  const query = eighths().flatMap((eighth) => [
    ...localGet(QUERY),
    ...loadWidened(eighth * 8),
    ...localSet(parameters + 1 + eighth),
  ]);
  const atEnd = [...localGet(OUT), ...localGet(END), ...I32_GE_UNSIGNED, ...branchIf(1)];
  const nextOut = [...localGet(OUT), ...i32Const(4), ...I32_ADD, ...localSet(OUT)];
  const loop = [...BLOCK, ...LOOP, ...atEnd, ...work, ...nextOut, ...branch(0), ...END_OF_BLOCK, ...END_OF_BLOCK];
  const code = [...locals, ...query, ...loop, ...END_OF_BLOCK];
  return [...unsigned(code.length), ...code];
}

/** Writes the dot product of the query and the vector at `address` to `out`. */
function storeDot(parameters: number, address: readonly number[]): number[] {
  const at = parameters;
  const sum = parameters + 1 + EIGHTHS;
  const products = eighths().flatMap((eighth) => [
    ...[...localGet(at), ...loadWidened(eighth * 8), ...localGet(parameters + 1 + eighth), ...DOT_OF_PAIRS],
    ...(eighth === 0 ? [] : ADD_LANES),
  ]);
  return [
    ...[...address, ...localSet(at)],
    ...[...products, ...localSet(sum)],
    ...[...foldLanes(sum, 8), ...foldLanes(sum, 4)],
    ...[...localGet(OUT), ...localGet(sum), ...FIRST_LANE, ...I32_STORE],
  ];
}

/** Adds the lanes that stand so many bytes further on. */
function foldLanes(sum: number, bytes: number): number[] {
  const lanes = Array.from({ length: 16 }, (_, lane) => (lane + bytes) % 16);
  return [...localGet(sum), ...localGet(sum), ...localGet(sum), ...shuffle(lanes), ...ADD_LANES, ...localSet(sum)];
}

function eighths(): number[] {
  return Array.from({ length: EIGHTHS }, (_, eighth) => eighth);
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function name(text: string): number[] {
  return [...unsigned(text.length), ...Array.from(text, (letter) => letter.charCodeAt(0))];
}

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}
