import type { Interest, NoteCard, NoteView } from '@teahouse/contract';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * What the member just did, laid over the server's copies. An overlay holds only the member's own decision ("likes: yes");
 * counts are derived against the copy, so a copy fetched later is never counted twice.
 */
export interface Overlay<V> {
  get(id: string): V | undefined;
  set(id: string, value: V | undefined): void;
  subscribe(listener: () => void): () => void;
  entries(): ReadonlyMap<string, V>;
  clear(): void;
}

export function createOverlay<V>(): Overlay<V> {
  let values: ReadonlyMap<string, V> = new Map();
  const listeners = new Set<() => void>();
  const replace = (next: ReadonlyMap<string, V>) => {
    values = next;
    for (const listener of listeners) listener();
  };
  return {
    get: (id) => values.get(id),
    set(id, value) {
      const next = new Map(values);
      if (value === undefined) next.delete(id);
      else next.set(id, value);
      replace(next);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    entries: () => values,
    clear: () => replace(new Map()),
  };
}

export type HideReason = 'note' | 'author' | 'topic' | 'language';
/** How a text is read: as it was written, in the reader's language, or both sentence by sentence. */
export type TextView = 'original' | 'translated' | 'sides';

/** What a member wants less of, said of a note. */
export interface Hide {
  reason: HideReason;
  /** Which of the note's topics. */
  topic?: NoteView['topics'][number] | undefined;
  /** What the house has put on the unseen rest of the page since. */
  page?: RefilledPage | undefined;
}

/** The rest of a page, filled anew: laid over the pages as they came, so that taking it back brings everything back. */
export interface RefilledPage {
  feed: 'forYou' | Interest;
  /** What stands in the place of a note: another one, or nothing. */
  places: ReadonlyMap<string, readonly NoteCard[]>;
  /** Notes for which no place was left follow this one. */
  last: string;
  more: readonly NoteCard[];
}

export const likeOverlay = createOverlay<boolean>();
export const collectOverlay = createOverlay<boolean>();
export const commentLikeOverlay = createOverlay<boolean>();
/** Keyed by handle. */
export const followOverlay = createOverlay<boolean>();
/** Keyed by the note whose menu was used. */
export const hideOverlay = createOverlay<Hide>();
/** Keyed by the address of the text, or by the note for all of its comments. */
export const textViewOverlay = createOverlay<TextView>();

export function forgetOverlays(): void {
  for (const overlay of [
    likeOverlay,
    collectOverlay,
    commentLikeOverlay,
    followOverlay,
    hideOverlay,
    textViewOverlay,
  ]) {
    overlay.clear();
  }
}

export function useOverlay<V>(overlay: Overlay<V>, id: string): V | undefined {
  const read = useCallback(() => overlay.get(id), [overlay, id]);
  return useSyncExternalStore(overlay.subscribe, read, read);
}

export function useOverlayEntries<V>(overlay: Overlay<V>): ReadonlyMap<string, V> {
  return useSyncExternalStore(overlay.subscribe, overlay.entries, overlay.entries);
}

export interface Counted {
  isOn: boolean;
  count: number;
}

/** A server copy with the member's own later decision applied. */
export function withOverlay(serverIsOn: boolean, serverCount: number, overlay: boolean | undefined): Counted {
  if (overlay === undefined || overlay === serverIsOn) return { isOn: serverIsOn, count: serverCount };
  return { isOn: overlay, count: Math.max(0, serverCount + (overlay ? 1 : -1)) };
}
