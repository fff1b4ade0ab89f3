/** One tensor of a Marian binary file. `shape` is stored row-major; `bytes` already carries the type's layout. */
export interface MarianItem {
  name: string;
  type: 'float32' | 'int8' | 'intgemm8';
  shape: readonly number[];
  bytes: Buffer;
}

const typeCodes = { float32: 0x404, int8: 0x101, intgemm8: 0x4101 } as const;
const alignment = 256;
const formatVersion = 1;

/** Version, headers, names, shapes, padding to 256 bytes, tensors: the layout Marian reads from memory. */
export function writeMarianFile(items: readonly MarianItem[]): Buffer {
  const names = items.map(({ name }) => Buffer.from(`${name}\0`, 'utf8'));
  const head = Buffer.concat([
    unsigned64([formatVersion, items.length]),
    ...items.map((item, at) =>
      unsigned64([names[at]?.length ?? 0, typeCodes[item.type], item.shape.length, item.bytes.length]),
    ),
    ...names,
    ...items.map(({ shape }) => Buffer.from(Int32Array.from(shape).buffer)),
  ]);
  const lengthField = 8;
  const padding = (alignment - ((head.length + lengthField) % alignment)) % alignment;
  return Buffer.concat([head, unsigned64([padding]), Buffer.alloc(padding), ...items.map(({ bytes }) => bytes)]);
}

/** Tensors are padded so that each begins on a boundary. */
export function paddedLength(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}

export function unsigned64(values: readonly (number | bigint)[]): Buffer {
  return Buffer.from(BigUint64Array.from(values.map(BigInt)).buffer);
}
