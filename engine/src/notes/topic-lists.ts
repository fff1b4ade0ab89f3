import { LANGUAGES, type NoteStoreColumns } from './note-store-columns.ts';
import type { PostingLog } from './posting-log.ts';

/** Heads of the lists of a topic in a language. */
export interface TopicLists {
  headOf(topicRow: number, languageCode: number): number;
  setHead(topicRow: number, languageCode: number, head: number): void;
  clear(): void;
}

// Slots a list may stand in. At eight slots a topic a window this long is full only for topics written in many languages.
const WINDOW = 16;
// Knuth, TAOCP 3, 6.4: multiplication by 2^32 over the golden ratio spreads keys that follow each other.
const GOLDEN = 0x9e3779b1;

/** A hashed table of fixed size: where a window is full, the list that has been quiet longest makes room. */
export function openTopicLists(
  { noteListKeys: keys, noteListHeads: heads }: Pick<NoteStoreColumns, 'noteListKeys' | 'noteListHeads'>,
  log: PostingLog,
): TopicLists {
  const keyOf = (topicRow: number, languageCode: number) => (topicRow + 1) * LANGUAGES + languageCode;
  const slotOf = (key: number, step: number) =>
    (Math.floor(((Math.imul(key, GOLDEN) >>> 0) * keys.length) / 2 ** 32) + step) % keys.length;

  /** The slot of the key or, when it has none, the one it may take. */
  function slotFor(key: number): number {
    let quietest = slotOf(key, 0);
    for (let step = 0; step < WINDOW; step += 1) {
      const slot = slotOf(key, step);
      if (keys[slot] === key || keys[slot] === 0) return slot;
      if (log.ageOf(heads[slot] as number) > log.ageOf(heads[quietest] as number)) quietest = slot;
    }
    return quietest;
  }

  return {
    headOf(topicRow, languageCode) {
      const key = keyOf(topicRow, languageCode);
      const slot = slotFor(key);
      return keys[slot] === key ? (heads[slot] as number) : 0;
    },
    setHead(topicRow, languageCode, head) {
      const key = keyOf(topicRow, languageCode);
      const slot = slotFor(key);
      keys[slot] = key;
      heads[slot] = head;
    },
    clear() {
      keys.fill(0);
      heads.fill(0);
    },
  };
}
