import { newIdempotencyKey } from '../data/client.ts';
import { type Composition, emptyComposition, isEmpty } from './composition.ts';

/** A composition as this browser keeps it, from the first keystroke until it is published. */
export interface BrowserDraft {
  id: string;
  composition: Composition;
  /** The copy the house keeps, if the member asked for one. */
  serverId?: string | undefined;
  /** Whoever was signed in; drafts of visitors belong to whoever signs in next. */
  ownerId?: string;
  /** Lives as long as the draft: a note sent twice is published once. */
  idempotencyKey: string;
  updatedAt: string;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'teahouse.draft.';

export function newDraft(start: Partial<Composition> = {}, ownerId?: string): BrowserDraft {
  return {
    id: `b-${newIdempotencyKey().slice(0, 16)}`,
    composition: { ...emptyComposition, ...start },
    idempotencyKey: newIdempotencyKey(),
    updatedAt: new Date().toISOString(),
    ...(ownerId ? { ownerId } : {}),
  };
}

/** Keeps the draft; one with nothing in it leaves no trace. @returns whether the browser had room */
export function keepInBrowser(draft: BrowserDraft, shelf: Shelf = localStorage): boolean {
  try {
    if (isEmpty(draft.composition) && !draft.serverId) shelf.removeItem(prefix + draft.id);
    else shelf.setItem(prefix + draft.id, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function findInBrowser(id: string, shelf: Shelf = localStorage): BrowserDraft | undefined {
  try {
    return read(shelf.getItem(prefix + id));
  } catch {
    return undefined;
  }
}

/** While the house cannot be reached nobody knows who is at the keyboard; what was written here is then shown all the same. */
export const anyone = '*';

/** Drafts of this member (or of nobody yet) in this browser, newest first. */
export function listInBrowser(ownerId: string | undefined, shelf: Shelf = localStorage): BrowserDraft[] {
  try {
    return Array.from({ length: shelf.length }, (_, index) => shelf.key(index))
      .flatMap((key) => (key?.startsWith(prefix) ? (read(shelf.getItem(key)) ?? []) : []))
      .filter((draft) => draft.ownerId === undefined || ownerId === anyone || draft.ownerId === ownerId)
      .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  } catch {
    return [];
  }
}

export function dropFromBrowser(id: string, shelf: Shelf = localStorage): void {
  try {
    shelf.removeItem(prefix + id);
  } catch {
    // A browser that forbids storage has nothing to drop.
  }
}

function read(kept: string | null): BrowserDraft | undefined {
  if (kept === null) return undefined;
  try {
    const draft = JSON.parse(kept) as BrowserDraft;
    return { ...draft, composition: { ...emptyComposition, ...draft.composition } };
  } catch {
    return undefined;
  }
}
