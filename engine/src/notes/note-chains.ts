import { NO_ROW } from './note-store.ts';
import type { NoteStoreColumns } from './note-store-columns.ts';

/** A row is in one of the two: in order of listing, or of being taken off the lists. */
export type ChainName = 'listed' | 'unlisted';

/** Rows in order of arrival: an intrusive chain, so that joining and leaving cost the same however long it is. */
export interface NoteChains {
  append(chain: ChainName, row: number): void;
  cut(chain: ChainName, row: number): void;
  newest(chain: ChainName): number;
  oldest(chain: ChainName): number;
  older(row: number): number;
  newer(row: number): number;
}

const NEWEST = { listed: 2, unlisted: 4 } as const;
const OLDEST = { listed: 3, unlisted: 5 } as const;

export function openNoteChains({
  noteOlder,
  noteNewer,
  noteChains,
}: Pick<NoteStoreColumns, 'noteOlder' | 'noteNewer' | 'noteChains'>): NoteChains {
  // Links are rows plus one. A reader of memory that is being written checks bounds here, once for all who walk.
  const rowOf = (link: number | undefined) =>
    link === undefined || link === 0 || link > noteOlder.length ? NO_ROW : link - 1;

  return {
    append(chain, row) {
      const newest = rowOf(noteChains[NEWEST[chain]]);
      noteOlder[row] = newest + 1;
      noteNewer[row] = 0;
      if (newest === NO_ROW) noteChains[OLDEST[chain]] = row + 1;
      else noteNewer[newest] = row + 1;
      noteChains[NEWEST[chain]] = row + 1;
    },
    cut(chain, row) {
      const older = rowOf(noteOlder[row]);
      const newer = rowOf(noteNewer[row]);
      if (older === NO_ROW) noteChains[OLDEST[chain]] = newer + 1;
      else noteNewer[older] = newer + 1;
      if (newer === NO_ROW) noteChains[NEWEST[chain]] = older + 1;
      else noteOlder[newer] = older + 1;
    },
    newest: (chain) => rowOf(noteChains[NEWEST[chain]]),
    oldest: (chain) => rowOf(noteChains[OLDEST[chain]]),
    older: (row) => rowOf(noteOlder[row]),
    newer: (row) => rowOf(noteNewer[row]),
  };
}
