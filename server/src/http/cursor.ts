import { Problem } from '@teahouse/contract';
import type { z } from 'zod';
import { createSigner } from '../platform/signing.ts';

/** Opaque page markers: signed, and good only for the list and the reader they were made for. */
export interface Cursors {
  encode(scope: string, position: unknown): string;
  decode<S extends z.ZodType>(scope: string, cursor: string, schema: S): z.output<S>;
}

export function createCursors(secret: string): Cursors {
  const signer = createSigner(secret, 'cursor');
  return {
    encode: (scope, position) => signer.sign(JSON.stringify([scope, position])),
    decode(scope, cursor, schema) {
      const [signedScope, position] = readSigned(signer.verify(cursor));
      const parsed = schema.safeParse(position);
      if (signedScope !== scope || !parsed.success) throw new Problem('invalid-cursor');
      return parsed.data;
    },
  };
}

function readSigned(text: string | undefined): [unknown, unknown] {
  if (text === undefined) throw new Problem('invalid-cursor');
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? [value[0], value[1]] : [undefined, undefined];
}
