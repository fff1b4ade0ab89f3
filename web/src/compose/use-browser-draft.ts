import { useCallback, useEffect, useRef, useState } from 'react';
import { type BrowserDraft, keepInBrowser } from './browser-drafts.ts';
import type { Composition } from './composition.ts';

export type ChangeComposition = (
  change: Partial<Composition> | ((before: Composition) => Partial<Composition>),
) => void;

/** A draft that is written into the browser with every change. */
export function useBrowserDraft(opened: BrowserDraft, ownerId: string | undefined) {
  const [draft, setDraft] = useState(opened);
  const [isKept, setKept] = useState(true);
  const isOver = useRef(false);

  useEffect(() => {
    if (draft !== opened && !isOver.current) setKept(keepInBrowser(draft));
  }, [draft, opened]);

  const update = useCallback((change: (before: BrowserDraft) => Partial<BrowserDraft>) => {
    setDraft((before) => ({ ...before, ...change(before), updatedAt: new Date().toISOString() }));
  }, []);

  const change = useCallback<ChangeComposition>(
    (next) =>
      update(({ composition }) => ({
        composition: { ...composition, ...(typeof next === 'function' ? next(composition) : next) },
        ...(ownerId ? { ownerId } : {}),
      })),
    [update, ownerId],
  );

  /** From now on nothing is written any more: the draft has become a note, or was thrown away. */
  const finish = useCallback(() => {
    isOver.current = true;
  }, []);

  return { draft, change, update, finish, isKept };
}
