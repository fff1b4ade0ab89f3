import type { NoteFact } from '../traffic/facts.ts';
import { VECTOR_LENGTH } from './note-columns.ts';

/** A note for tests: only what a test is about needs saying. */
export function noteFact(said: Partial<NoteFact> & Pick<NoteFact, 'note'>): NoteFact {
  return {
    kind: 'note',
    at: 0,
    author: 'auntie',
    publishedAt: 0,
    language: 'zh',
    topics: [],
    media: 'pictures',
    vector: new Int8Array(VECTOR_LENGTH).fill(16),
    authorGroup: 'native',
    authorFollowers: 0,
    ...said,
  };
}
