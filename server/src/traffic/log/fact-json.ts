import type { Fact } from '@teahouse/engine';

/** Facts as they stand in the log: vectors in base64, everything else as it is. */
export function writeFacts(facts: readonly Fact[]): string {
  return JSON.stringify(facts, (_, value: unknown) =>
    value instanceof Int8Array ? Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64') : value,
  );
}

export function readFacts(written: string): Fact[] {
  return (JSON.parse(written) as (Fact & { vector?: unknown })[]).map((fact) =>
    typeof fact.vector === 'string' ? ({ ...fact, vector: vectorOf(fact.vector) } as Fact) : fact,
  );
}

function vectorOf(written: string): Int8Array {
  return Int8Array.from(Buffer.from(written, 'base64'), (byte) => (byte << 24) >> 24);
}
