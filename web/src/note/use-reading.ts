import { useEffect } from 'react';
import { recordDwell, recordOpen, recordView } from '../data/viewer-events.ts';

/** Tells the house that the note was opened, and afterwards for how long. */
export function useReading(noteId: string, isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return;
    const since = performance.now();
    recordView(noteId);
    recordOpen(noteId);
    return () => recordDwell(noteId, performance.now() - since);
  }, [noteId, isShown]);
}
