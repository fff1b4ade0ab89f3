/**
 * All state of the traffic engine lives in typed arrays laid out in one flat memory: a snapshot is a copy of its bytes, threads
 * share it without messages, and two replicas that applied the same facts are equal byte by byte.
 */
const constructors = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;

export type ColumnType = keyof typeof constructors;

/** What a table of rows is counted in: capacities are chosen when the memory is made, and grow by moving into a larger one. */
export type Capacities = Readonly<Record<string, number>>;

/**
 * A column of `per` values for each row. `rows` names a capacity, or is the number of rows itself.
 * The values of row r stand at `r * per … (r + 1) * per - 1`.
 */
export interface ColumnSpec<T extends ColumnType = ColumnType> {
  readonly type: T;
  readonly rows: string | number;
  readonly per: number;
}

export type ColumnSpecs = Readonly<Record<string, ColumnSpec>>;

/** The typed arrays of a set of columns. */
export type Columns<S extends ColumnSpecs> = {
  readonly [K in keyof S]: InstanceType<(typeof constructors)[S[K]['type']]>;
};

/** Shorthand for a specification: `column('f32', 'notes', 2)`. */
export function column<T extends ColumnType>(type: T, rows: string | number, per = 1): ColumnSpec<T> {
  return { type, rows, per };
}

// A column starts on a cache line: columns written by different threads do not share one.
const ALIGNMENT = 64;

export interface Layout {
  /** Byte offset of each column. */
  readonly offsets: Readonly<Record<string, number>>;
  readonly bytes: number;
}

/**
 * Where each column stands, in the order of the specification.
 *
 * @param start first byte that is free, in bytes
 */
export function layOut(specs: ColumnSpecs, capacities: Capacities, start = 0): Layout {
  const offsets: Record<string, number> = {};
  let end = start;
  for (const [name, spec] of Object.entries(specs)) {
    end = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    offsets[name] = end;
    end += bytesOf(spec, capacities);
  }
  return { offsets, bytes: Math.ceil(end / ALIGNMENT) * ALIGNMENT };
}

/**
 * The columns as typed arrays over a buffer that is at least as long as the layout; without a buffer, over a fresh one of zeros.
 */
export function openColumns<S extends ColumnSpecs>(
  specs: S,
  capacities: Capacities,
  buffer?: ArrayBufferLike,
  layout: Layout = layOut(specs, capacities),
): Columns<S> {
  const memory = buffer ?? new ArrayBuffer(layout.bytes);
  const columns: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const Values: ValuesOver = constructors[spec.type];
    columns[name] = new Values(memory, layout.offsets[name] as number, lengthOf(spec, capacities));
  }
  return columns as Columns<S>;
}

type ValuesOver = new (buffer: ArrayBufferLike, offset: number, length: number) => unknown;

export function bytesOf(spec: ColumnSpec, capacities: Capacities): number {
  return lengthOf(spec, capacities) * constructors[spec.type].BYTES_PER_ELEMENT;
}

function lengthOf({ rows, per }: ColumnSpec, capacities: Capacities): number {
  if (typeof rows === 'number') return rows * per;
  const count = capacities[rows];
  if (count === undefined) throw new RangeError(`no capacity is named ${rows}`);
  return count * per;
}
