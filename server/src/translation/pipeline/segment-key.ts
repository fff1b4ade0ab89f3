import { hash } from 'node:crypto';

/** Raised when sentences are cut, masked or checked differently, so that older outputs no longer count. */
export const pipelineVersion = 1;

export interface SegmentIdentity {
  engine: string;
  model: string;
  /** Of the matched terms, for engines that take terms; else empty. */
  termsHash: string;
  from: string;
  to: string;
  masked: string;
  /** Home id of a private text: its key is of no use to anybody else. */
  space?: string | undefined;
}

/** Content decides: the same sentence is translated once for the whole site, whoever wrote it and wherever it stands. */
export function segmentKey({ engine, model, termsHash, from, to, masked, space = '' }: SegmentIdentity): string {
  const parts = [pipelineVersion, `${engine}@${model}`, termsHash, from, to, masked.normalize('NFC'), space];
  return hash('sha256', JSON.stringify(parts), 'base64url');
}
