import { Problem } from '@teahouse/contract';
import type { WrittenNote } from './write-note.sql.ts';

/** Pictures that were ready a moment ago were discarded before the note was written. */
export class PicturesGone extends Problem {
  constructor() {
    super('not-found', 'One of the pictures was discarded meanwhile.');
  }
}

export function usedAll(pictures: readonly unknown[], { picturesUsed }: WrittenNote): boolean {
  return pictures.length === picturesUsed;
}
